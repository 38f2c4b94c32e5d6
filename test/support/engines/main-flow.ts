import { expect } from "vitest";
import type { Signer } from "../../../src/protocol/keys";
import type { GeneratedDirective } from "../directives";
import { coverageOn } from "../office-client";
import type { Wire } from "../wire";
import { button, field, type Hand, link, wordsOf } from "./hand";

export interface MainFlow {
  /** Opened by the person, once. */
  readonly enrolmentLink: string;
  /** Between this browser and the server. */
  readonly wire: Wire;
  /** The paper that the office wants confirmed. */
  readonly paper: GeneratedDirective;
  /** What one types to find it, without a keyboard for Vietnamese. */
  readonly words: string;
  /** Reads the office's figures. */
  readonly office: Signer;
  readonly picture?: (name: string) => Promise<void>;
}

/** A step waits for what it has to bring; two engines share two cores with other tests. */
const patient = { timeout: 60_000, interval: 100 };
const sees = (hand: Hand, words: string) => expect.poll(() => wordsOf(hand), patient).toContain(words);
const seesNo = (hand: Hand, words: string) => expect.poll(() => wordsOf(hand), patient).not.toContain(words);

/** The first of what was found. Until the search has answered, the list before it stands there, and is about to go. */
const firstFound =
  'document.querySelector(".found-head") ? document.querySelector(".library-list li")?.textContent ?? "" : ""';

/** What the app is for, as one person does it on one phone: enrol, sync, read offline, search, acknowledge. */
export const runMainFlow = async (hand: Hand, flow: MainFlow): Promise<void> => {
  const { wire, paper, picture = async () => undefined } = flow;
  const acknowledged = async () =>
    (await coverageOn(wire.origin, flow.office)).reduce((sum, one) => sum + one.acknowledged, 0);
  const before = await acknowledged();

  await hand.open(flow.enrolmentLink);
  await hand.press(button("Ghi danh máy này"));
  await hand.press(button("Mở sổ"));
  await sees(hand, paper.number);
  await sees(hand, "Đã đồng bộ");
  await seesNo(hand, "đang tải nội dung");
  await hand.ask("navigator.serviceWorker.ready.then(() => true)");
  await picture("list");

  // The way to the office is gone, and the browser was closed over night.
  await wire.cut();
  await hand.restart();
  await sees(hand, paper.number);
  await sees(hand, "Chưa có mạng");

  await hand.type(field("Tìm số ký hiệu"), flow.words);
  // A search forgives a syllable, so others may stand below.
  await expect.poll(() => hand.ask(firstFound), patient).toContain(paper.number);
  await picture("found");
  await hand.press(link(paper.number));
  await sees(hand, "✓ Chữ ký đúng");
  const { blocks } = paper.text;
  for (const block of [blocks[8], blocks.at(-1)]) if (block?.k === "p") await sees(hand, String(block.r[0]));
  await picture("paper");

  await hand.press(button("Tôi đã đọc và nắm nội dung"));
  await sees(hand, "Đồng chí đã xác nhận");
  await hand.press(button("Quay lại"));
  // Read, and confirmed.
  await sees(hand, "2 mục chờ gửi");
  await picture("waiting");
  expect(await hand.ask("navigator.onLine")).toBe(true);

  // Nobody presses anything.
  await wire.mend();
  await seesNo(hand, "mục chờ gửi");
  await expect.poll(acknowledged, patient).toBe(before + 1);
  expect(hand.errors().filter((error) => !/Failed to load resource/.test(error))).toEqual([]);
};
