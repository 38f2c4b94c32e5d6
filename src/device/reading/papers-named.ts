import { type DocumentNumber, parseDocumentNumber } from "../../domain/document-number";
import type { DocumentId } from "../../domain/ids";
import type { PaperName } from "../../domain/references";
import { foldVietnamese } from "../../domain/vietnamese";
import type { Core } from "../core";
import type { DocumentRow } from "../device";
import { toDocumentRow } from "../library/to-row";
import type { DocumentRecord } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import { onChange } from "../store/watch";

const keyOf = ({ form, serial, year, symbol, organ }: DocumentNumber): string =>
  `${form} ${serial} ${year ?? ""} ${foldVietnamese(symbol ?? "")} ${foldVietnamese(organ)}`;

/** Of a paper that a text names with its kind and day, both must be right; what is not said can be anything. */
export const mayMean = ({ kind, issuedOn }: PaperName, issued: DocumentRecord["view"]["issued"]): boolean =>
  issued !== undefined &&
  (!kind || kind === issued.kind || issued.kind === "tai_lieu" || kind === "tai_lieu") &&
  (!issuedOn || issuedOn === issued.issuedOn);

export const sameNumber = (a: DocumentNumber, b: DocumentNumber): boolean => keyOf(a) === keyOf(b);

/** Read a piece at a time: other work finds its turn in between. */
const pieceSize = 500;

/** Finds papers by the names that texts give them. All numbers on the phone are read once, and again after changes. */
export const createPapersNamed = (core: Core) => {
  const { mirror } = core.store;
  let known: Promise<ReadonlyMap<string, readonly DocumentId[]>> | undefined;
  onChange(core.store, ["documents"], () => {
    known = undefined;
  });

  const readNumbers = async () => {
    const numbers = new Map<string, DocumentId[]>();
    let last: string | undefined;
    for (;;) {
      const sorted = mirror.documents.where("sort");
      const piece = await sorted
        .above(last ?? "")
        .limit(pieceSize)
        .toArray();
      for (const { id, view } of piece) {
        const number = view.issued?.number && parseDocumentNumber(view.issued.number);
        if (!number) continue;
        const key = keyOf(number);
        numbers.set(key, [...(numbers.get(key) ?? []), id]);
      }
      last = piece.at(-1)?.sort;
      if (piece.length < pieceSize || last === undefined) return numbers;
    }
  };

  return async (names: readonly PaperName[]): Promise<readonly (readonly DocumentRow[])[]> => {
    if (names.length === 0) return [];
    known ??= readNumbers();
    const numbers = await known;
    const ids = names.map(({ number }) => numbers.get(keyOf(number)) ?? []);
    const wanted = [...new Set(ids.flat())];
    const records = await mirror.documents.bulkGet(wanted);
    const byId = new Map(records.flatMap((record) => (record ? [[record.id, record] as const] : [])));
    const missing = await wantedHashes(mirror);
    const self = core.self()?.member;
    return names.map((name, i) =>
      (ids[i] ?? [])
        .flatMap((id): DocumentRow[] => {
          const record = byId.get(id);
          const row = record && mayMean(name, record.view.issued) && toDocumentRow(record, self, missing);
          return row ? [row] : [];
        })
        .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn)),
    );
  };
};
