import type { Passage } from "../../domain/anchor";

/** A place of the page as a place in the words of a block; undefined outside the text. */
const pointOf = (node: Node, offset: number): readonly [block: number, offset: number] | undefined => {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-block]");
  if (!block) return undefined;
  const number = Number(block.dataset.block);
  const host = element?.closest<HTMLElement>("[data-from]");
  if (host && block.contains(host)) {
    const before = document.createRange();
    before.setStart(host, 0);
    before.setEnd(node, offset);
    return [number, Number(host.dataset.from) + before.toString().length];
  }
  // Between the parts of a block: at the beginning of what follows, else at its end.
  const next = node.childNodes[offset];
  const part =
    next instanceof Element ? (next.matches("[data-from]") ? next : next.querySelector("[data-from]")) : null;
  if (part instanceof HTMLElement) return [number, Number(part.dataset.from)];
  const last = [...block.querySelectorAll<HTMLElement>("[data-from]")].at(-1);
  if (offset === 0 || !last) return [number, 0];
  return [number, Number(last.dataset.from) + (last.textContent?.length ?? 0)];
};

/** What is selected, without the spaces at its ends. Undefined where nothing of the text is. */
export const passageOf = (range: Range, lines: readonly string[]): Passage | undefined => {
  if (range.collapsed) return undefined;
  const start = pointOf(range.startContainer, range.startOffset);
  let end = pointOf(range.endContainer, range.endOffset);
  if (!start || !end) return undefined;
  let [block, from] = start;
  // A selection by three presses ends at the very beginning of the next paragraph.
  if (end[0] > block && end[1] === 0) end = [end[0] - 1, (lines[end[0] - 1] ?? "").length];
  let [endBlock, to] = end;
  while (block < endBlock && (lines[block] ?? "").slice(from).trim() === "") {
    block += 1;
    from = 0;
  }
  while (endBlock > block && (lines[endBlock] ?? "").slice(0, to).trim() === "") {
    endBlock -= 1;
    to = (lines[endBlock] ?? "").length;
  }
  const text = (at: number) => lines[at] ?? "";
  while (/\s/.test(text(block).charAt(from))) from += 1;
  while (to > 0 && /\s/.test(text(endBlock).charAt(to - 1))) to -= 1;
  return block < endBlock || from < to ? { block, from, endBlock, to } : undefined;
};
