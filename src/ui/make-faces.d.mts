export const facesFolder: string;
export const makeFaces: () => Promise<void>;
