/**
 * A text without such characters at its ends. A pattern for "a run at the end" is tried at every run of the text, which takes
 * the square of its length: a line of a hostile paper could hold up the server for hours. This looks at the ends alone.
 */
export const trimEdges = (text: string, edge: RegExp): string => {
  let start = 0;
  let end = text.length;
  while (start < end && edge.test(text.charAt(start))) start += 1;
  while (end > start && edge.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};
