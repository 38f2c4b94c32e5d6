/**
 * A paper in the layout of the Party (domain.md 2.3), without any format: made once of the record of a meeting, then shown
 * and printed (`paper-view.tsx`), written as a Word file (`write-docx.ts`) and as plain text (`paper-text.ts`).
 */
export interface Paper {
  /** In capitals: the organ above the one that issues it, where it has one. */
  readonly above?: string;
  /** In capitals: who issues it. `*` stands under it. */
  readonly organ: string;
  /** `Số 05-NQ/CB`, without a colon; a paper that gets none has no such line. */
  readonly number?: string;
  /** `Lạc Sơn, ngày 05 tháng 02 năm 2026`. */
  readonly placeAndDay: string;
  /** In capitals: what sort of paper it is. */
  readonly title: string;
  /** Trích yếu, without a capital at its head; `-----` stands under it. */
  readonly subject: string;
  readonly body: readonly Block[];
  /** Left only where two sign. */
  readonly signatures: { readonly left?: Signature; readonly right: Signature };
  /** Nơi nhận, line by line, the copy that stays as the last: left of one signature, under two. */
  readonly recipients: readonly string[];
  /** What was added after it was signed. */
  readonly after: readonly Block[];
  /** Who the file says has written it: the organ by its name, never a tool. */
  readonly author: string;
}

export type Block =
  /** Level 1: a part (`I. THÀNH PHẦN`); level 2: a point of it. */
  | { readonly is: "heading"; readonly level: 1 | 2; readonly text: string }
  /** `lead` is bold and runs into the text. */
  | { readonly is: "paragraph"; readonly lead?: string; readonly text: string }
  | Table;

export interface Table {
  readonly is: "table";
  readonly columns: readonly Column[];
  /** As many cells a row as there are columns. A cell may hold several lines. */
  readonly rows: readonly (readonly string[])[];
  /** True where the last row is a sum: it is bold. */
  readonly summed?: true;
}

export interface Column {
  readonly head: string;
  /** Hundredths of the width; of all columns together 100. */
  readonly width: number;
  /** Numbers, days and short words stand in the middle. */
  readonly centred?: true;
}

export interface Signature {
  /** In capitals: by what right, in what office. */
  readonly lines: readonly string[];
  readonly name: string;
}
