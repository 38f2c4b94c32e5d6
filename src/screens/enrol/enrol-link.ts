const path = "/ghi-danh#";

/** The secret part of a pasted text, which may have words around the link; undefined where there is no link in it. */
export const fragmentOf = (text: string): string | undefined => {
  const at = text.indexOf(path);
  const fragment = at < 0 ? "" : (/^[\w-]+/.exec(text.slice(at + path.length))?.[0] ?? "");
  return fragment || undefined;
};

/** The whole link again, as it was opened. */
export const linkOf = (fragment: string): string => `${location.origin}${path}${fragment}`;
