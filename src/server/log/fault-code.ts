/** The code of a database or file system error, or of what caused it; its message could hold content. */
export const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? undefined : codeOf(cause);
};

/** No room: of the disk, of a quota, of the largest file allowed, or as PostgreSQL puts it. */
const full: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "53100"]);

export const isFull = (error: unknown): boolean => full.has(codeOf(error) ?? "");
