/** The parts of mammoth's document tree that are read here; other nodes only have children, or nothing. */
export type WordNode =
  | {
      readonly type: "paragraph";
      readonly alignment: string | null;
      readonly styleName: string | null;
      readonly children: readonly WordNode[];
    }
  | WordRun
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "tab" }
  | { readonly type: "image" }
  | { readonly type: "break"; readonly breakType: string }
  | { readonly type: "checkbox"; readonly checked: boolean }
  | { readonly type: "noteReference"; readonly noteType: string; readonly noteId: string }
  | { readonly type: "table"; readonly children: readonly WordNode[] }
  | { readonly type: "tableRow"; readonly isHeader: boolean; readonly children: readonly WordNode[] }
  | {
      readonly type: "tableCell";
      readonly colSpan: number;
      readonly rowSpan: number;
      readonly children: readonly WordNode[];
    }
  | { readonly type: "hyperlink" | "other"; readonly children?: readonly WordNode[] };

export interface WordRun {
  readonly type: "run";
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isAllCaps: boolean;
  readonly children: readonly WordNode[];
}

export interface WordDocument {
  readonly children: readonly WordNode[];
  readonly notes: { resolve(reference: WordNode): { readonly body: readonly WordNode[] } | null };
}

export const childNodes = (node: WordNode): readonly WordNode[] =>
  "children" in node && node.children ? node.children : [];
