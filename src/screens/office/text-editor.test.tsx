// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { renderScreen } from "../../../test/support/render-screen";
import type { Block } from "../../domain/reading-text";
import { TextEditor } from "./text-editor";

afterEach(cleanup);

const show = (blocks: readonly Block[]) =>
  renderScreen(<TextEditor text={{ v: 1, blocks: [...blocks] }} onChange={() => undefined} />);

test("of a text with 2,000 tables a part is drawn, and more when asked for", () => {
  const { container } = show(Array.from({ length: 2000 }, (_, i) => ({ k: "t", rows: [[`Bảng ${i}`]] })));
  const drawn = () => container.querySelectorAll(".phone-block").length;
  expect(drawn()).toBe(200);
  fireEvent.click(screen.getByRole("button", { name: /200 \/ 2000|200 \/ 2\.000/ }));
  expect(drawn()).toBe(400);
});

test("of a word without end the beginning is drawn, and it is not opened for mending", () => {
  const { container } = show([{ k: "p", r: ["đ".repeat(3000), { t: "x".repeat(1_000_000), b: 1 }] }]);
  const block = container.querySelector(".phone-block") as HTMLElement;
  expect(block.textContent?.startsWith("đ".repeat(2000))).toBe(true);
  expect(block.textContent?.length).toBeLessThan(2100);
  expect(block.textContent).toContain("điện thoại hiện đủ");
  fireEvent.click(block);
  expect(screen.getByText(/Đoạn này dài quá/)).toBeTruthy();
  expect(container.querySelector("textarea")).toBeNull();
});

test("emphasis stands as it is read", () => {
  const { container } = show([{ k: "p", r: ["Chi bộ ", { t: "phải", b: 1, i: 1 }, " họp"] }]);
  expect(container.querySelector(".phone-block")?.innerHTML).toBe(
    "Chi bộ <strong><em>phải</em></strong> họp",
  );
});
