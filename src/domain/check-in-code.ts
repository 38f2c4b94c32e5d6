/** Eight letters of Crockford's alphabet, as `protocol/meeting-code.ts` makes them. */
export const checkInCode = /^[0-9a-hjkmnp-tv-z]{8}$/;

/** What a person typed as a code: without blanks and dashes, letters that look alike taken for one another. */
export const readTypedCode = (text: string): string | undefined => {
  const letters = text
    .toLowerCase()
    .replace(/[\s.-]/g, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
  return checkInCode.test(letters) ? letters : undefined;
};
