import { foldVietnamese } from "../../domain/vietnamese";
import type { DocumentRecord } from "../store/rows";

const folded = new WeakMap<DocumentRecord, string>();

/** A test for words as typed: each must stand in number-symbol or abstract, with or without its marks. */
export const holdsWords = (typed: string): ((record: DocumentRecord) => boolean) => {
  const words = foldVietnamese(typed).split(/\s+/).filter(Boolean);
  return (record) => {
    if (words.length === 0) return true;
    const { number = "", abstract = "" } = record.view.issued ?? record.view.register ?? {};
    const text = folded.get(record) ?? foldVietnamese(`${number} ${abstract}`);
    folded.set(record, text);
    return words.every((word) => text.includes(word));
  };
};
