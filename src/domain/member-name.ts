const collator = new Intl.Collator("vi");

/** The given name stands last, and a Vietnamese roll is read by it. */
const givenName = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** Order of a roll: by given name, then by the whole. */
export const compareNames = (a: string, b: string): number =>
  collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
