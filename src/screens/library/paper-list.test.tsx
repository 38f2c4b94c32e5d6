// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { fakePaper } from "../../../test/support/fake-papers";
import { PaperList } from "./paper-list";
import type { ShownPaper } from "./paper-row";

afterEach(cleanup);

const evening = new Date(2026, 10, 24, 23, 50).getTime();
const morning = new Date(2026, 10, 25, 0, 10).getTime();

const draw = () => {
  const { rerender } = render(<PaperList papers={[]} now={evening} />);
  return (papers: readonly ShownPaper[], now: number, more: object = {}) => {
    rerender(<PaperList papers={papers} now={now} {...more} />);
    return screen.queryAllByRole("listitem");
  };
};

test("a row that would look as it does stays as it was drawn, and one that would not does not", () => {
  const list = draw();
  const due = fakePaper({ abstract: "Rà soát hộ nghèo", acknowledgeBy: "2026-11-24" }).detail;
  const [first] = list([{ row: due }], evening);
  expect(first?.textContent).toContain("xác nhận trước 24/11");
  // The same paper, read from the database anew.
  expect(list([{ row: { ...due } }], evening)[0]).toBe(first);

  // The day has passed.
  expect(list([{ row: { ...due } }], morning)[0]?.textContent).toContain("quá hạn 24/11");
  // It was confirmed.
  const confirmed = { ...due, acknowledgedAt: morning };
  expect(list([{ row: confirmed }], morning)[0]?.textContent).toContain("đã xác nhận");
  // Others came before it.
  const [moved] = list([{ row: confirmed }], morning, { from: 3, total: 9 });
  expect(moved?.getAttribute("aria-posinset")).toBe("4");
});

test("what a search had to say of a paper goes with the search", () => {
  const list = draw();
  const row = fakePaper({ abstract: "Rà soát hộ nghèo" }).detail;
  const found: ShownPaper = { row, subject: <mark>Rà soát</mark>, found: <span>trong nội dung</span> };
  expect(list([found], evening)[0]?.textContent).toContain("trong nội dung");
  const [plain] = list([{ row }], evening);
  expect(plain?.textContent).not.toContain("trong nội dung");
  expect(plain?.textContent).toContain("Rà soát hộ nghèo");
  expect(list([found], evening)[0]?.textContent).toContain("trong nội dung");
});
