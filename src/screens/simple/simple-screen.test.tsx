// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, nextWeek, tonight } from "../../../test/support/fake-cell-meetings";
import { cellTasks } from "../../../test/support/fake-cell-tasks";
import type { FakeOptions } from "../../../test/support/fake-device";
import { fakePaper, secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { ReadNextScreen } from "./read-next-screen";
import { SimpleScreen } from "./simple-screen";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const now = new Date(2026, 10, 24, 19, 5).getTime();
const member = { ...secretary, role: "member" as const };
const show = (options: FakeOptions = {}) =>
  renderScreen(<SimpleScreen />, {
    now,
    papers: [fakePaper({ abstract: "Mới" }), fakePaper({ abstract: "Cũ", readAt: 1 })],
    meetings: { meetings: cellMeetings(now), members: cellMembers },
    state: { identity: member },
    ...options,
  });

const door = async (name: RegExp) => (await screen.findByRole("link", { name })).getAttribute("href");

test("three large buttons say what waits, and each leads there at once", async () => {
  show({ tasks: { tasks: cellTasks(now), members: cellMembers } });
  expect(await door(/^Đọc văn bản mới 1 văn bản chưa đọc/)).toBe("/doc-moi");
  // A meeting that begins within two hours: the button is the scanner.
  expect(await door(/^Vào họp .*hôm nay.*quét mã ở cửa/)).toBe("/quet");
  expect(await door(/^Việc của tôi \d+ việc chưa xong/)).toBe("/viec");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Đồng chí Bùi Văn Thắng");
  expect(screen.getByRole("link", { name: "Cỡ chữ, cài đặt" }).getAttribute("href")).toBe("/toi");
});

test("who is checked in, and who runs the meeting, goes to its page; a far one too", async () => {
  show({ meetings: { meetings: cellMeetings(now, [], { checkedInAt: now - 1 }), members: cellMembers } });
  expect(await door(/^Vào họp .*đã điểm danh/)).toBe(`/hop/${tonight}`);
  cleanup();
  show({ state: { identity: secretary } });
  expect(await door(/^Vào họp .*hôm nay/)).toBe(`/hop/${tonight}`);
  cleanup();
  show({ meetings: { meetings: cellMeetings(now).slice(1), members: cellMembers } });
  expect(await door(/^Vào họp 19:05/)).toBe(`/hop/${nextWeek}`);
});

test("with everything read the first button shows all papers", async () => {
  show({ papers: [fakePaper({ abstract: "Cũ", readAt: 1 })] });
  expect(await door(/^Đọc văn bản mới Đã đọc hết/)).toBe("/van-ban");
});

test("the page stands as it was drawn last until the phone answers, and names no paper", async () => {
  show();
  await screen.findByRole("link", { name: /^Đọc văn bản mới 1 văn bản/ });
  await waitFor(() => expect(localStorage.getItem("drawn-simple")).toContain("1 văn bản"));
  expect(localStorage.getItem("drawn-simple")).not.toContain("paper0");
  cleanup();
  const again = show({ papers: [], state: { phase: "starting" } });
  expect(screen.getByRole("link", { name: /1 văn bản chưa đọc/ })).toBeTruthy();
  again.begin();
  await screen.findByRole("link", { name: /Đã đọc hết/ });
});

test("one press opens the first paper that is not read, or all of them", async () => {
  const paper = fakePaper({ abstract: "Mới" });
  const shown = renderScreen(<ReadNextScreen />, { papers: [paper] });
  await waitFor(() => expect(shown.went).toEqual([`/van-ban/${paper.detail.id}`]));
  cleanup();
  const none = renderScreen(<ReadNextScreen />, { papers: [] });
  await waitFor(() => expect(none.went).toEqual(["/van-ban"]));
});
