/** True where the browser has no room left: Dexie wraps its error once or twice. */
export const isQuotaError = (error: unknown): boolean => {
  for (let at = error, depth = 0; at && depth < 5; depth += 1) {
    const { name, inner, failures } = at as {
      readonly name?: string;
      readonly inner?: unknown;
      readonly failures?: readonly unknown[];
    };
    if (name === "QuotaExceededError") return true;
    at = inner ?? failures?.[0];
  }
  return false;
};
