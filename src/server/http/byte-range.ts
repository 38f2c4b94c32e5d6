import type { ByteRange } from "../blobs/blobs";

/**
 * The one range that a `Range` header asks for (RFC 9110 §14). `whole`: there is none, or several, or another unit,
 * and the whole may be sent; `unsatisfiable`: it lies outside, 416.
 */
export const parseRange = (
  header: string | undefined,
  size: number,
): ByteRange | "whole" | "unsatisfiable" => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (!match || (first === "" && last === "")) return "whole";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : "unsatisfiable";
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return "whole";
  return start < size ? { start, end } : "unsatisfiable";
};
