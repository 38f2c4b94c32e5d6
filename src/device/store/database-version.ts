/** The newest version of the phone's tables (`database.ts`). */
export const databaseVersion = 1;
