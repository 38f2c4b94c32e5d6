/** As it is read aloud and copied: two groups of four. */
export const spellCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`.toUpperCase();
