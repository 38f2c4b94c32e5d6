import { foldVietnamese } from "./vietnamese";

/** Kinds by their names, so that "nghị quyết 57" finds 57-NQ/TW. */
const kindNames: readonly (readonly [RegExp, string])[] = (
  [
    ["nghi quyet", "nq"],
    ["quyet dinh", "qd"],
    ["quy dinh", "qd"],
    ["nghi dinh", "nd"],
    ["chi thi", "ct"],
    ["ket luan", "kl"],
    ["quy che", "qc"],
    ["thong tri", "tt"],
    ["huong dan", "hd"],
    ["thong bao", "tb"],
    ["bao cao", "bc"],
    ["ke hoach", "kh"],
    ["chuong trinh", "ctr"],
    ["de an", "da"],
    ["to trinh", "ttr"],
    ["cong van", "cv"],
    ["giay moi", "gm"],
  ] as const
).map(([name, symbol]) => [new RegExp(`\\b${name}\\b`, "g"), symbol]);

/**
 * A number-symbol, or what someone typed to find one, as comparable parts: "105-QĐ/ĐU", "105 qd du" and
 * "quyết định số 105 du" become `105 qd du`; "NQ57" becomes `57 nq`. Numbers first, without leading zeros.
 */
export const searchKey = (text: string): string => {
  let folded = foldVietnamese(text.slice(0, 120));
  if (/\d/.test(folded)) for (const [name, symbol] of kindNames) folded = folded.replace(name, ` ${symbol} `);
  const parts = folded.match(/\d+|[a-z]+/g) ?? [];
  const numbers = parts.filter((part) => part <= "9~").map((part) => part.replace(/^0+(?=\d)/, ""));
  const words = parts.filter((part) => part > "9~" && part !== "so");
  return [...numbers, ...words].join(" ");
};
