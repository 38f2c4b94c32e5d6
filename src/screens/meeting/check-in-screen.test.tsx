// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, putOff, tonight } from "../../../test/support/fake-cell-meetings";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import type { OrgId } from "../../domain/ids";
import { CardScreen } from "./card-screen";
import { CheckInScreen } from "./check-in-screen";

const now = new Date(2026, 10, 24, 19, 0).getTime();
const member = { ...secretary, role: "member" as const };
beforeEach(() => history.replaceState(null, "", "/vao-hop"));
afterEach(cleanup);

const door = (hash: string, identity: typeof secretary | undefined = member) =>
  renderScreen(<CheckInScreen hash={hash} />, {
    now,
    meetings: { meetings: cellMeetings(now), members: cellMembers },
    state: identity ? { identity } : { phase: "blank" },
  });

test("a verified ticket checks in by one press, and the card is there for the secretary", async () => {
  door(`${tonight}.7kq3m9xt.signed`);
  expect(await screen.findByText("Đã kiểm tra chữ ký trên máy này")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Điểm danh" }));
  expect(await screen.findByText("Đã điểm danh")).toBeTruthy();
  expect(await screen.findByRole("img", { name: "Mã điểm danh của tôi" })).toBeTruthy();
});

test("one that this phone cannot verify is not checked in to by one press", async () => {
  door(`${tonight}.7kq3m9xt.unverified`);
  expect(await screen.findByText("Chưa xác minh được mã này")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Điểm danh" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Tôi đang ở phòng họp" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toContain("Nhà văn hóa thôn Rềnh");
});

test.each([
  ["a damaged code", "khong-phai", member, "Mã điểm danh bị thiếu hoặc bị sửa", "Quét lại"],
  ["a phone of nobody", `${tonight}.7kq3m9xt.signed`, undefined, "Máy này chưa ghi danh", "Ghi danh máy này"],
])("%s says so, with a way out", async (_, hash, identity, title, way) => {
  // A default parameter would take nobody for the member.
  renderScreen(<CheckInScreen hash={hash} />, {
    now,
    meetings: { meetings: cellMeetings(now), members: cellMembers },
    state: identity ? { identity } : { phase: "blank" },
  });
  expect(await screen.findByText(title)).toBeTruthy();
  expect(screen.getByRole("link", { name: way })).toBeTruthy();
});

test.each([
  ["a meeting put off", `${putOff}.7kq3m9xt.signed`, member, "Cuộc họp này đã hoãn"],
  [
    "a member of another cell",
    `${tonight}.7kq3m9xt.signed`,
    { ...member, org: "0cell0000009" as OrgId },
    "Cuộc họp của chi bộ khác",
  ],
])("%s: nothing is written, and the reason stands there", async (_, hash, identity, title) => {
  door(hash, identity);
  fireEvent.click(await screen.findByRole("button", { name: "Điểm danh" }));
  expect(await screen.findByText(title)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Về mục Họp" })).toBeTruthy();
});

test.each([
  [`${tonight}.0member00002`, "Đã điểm danh: Bùi Thị Lành"],
  [`${tonight}.0member99999`, "Đảng viên này thuộc chi bộ khác"],
  [tonight, "Mã của đảng viên bị thiếu hoặc bị sửa"],
])("an officer reads a card: %s", async (hash, said) => {
  history.replaceState(null, "", "/diem-danh");
  renderScreen(<CardScreen hash={hash} />, {
    now,
    meetings: { meetings: cellMeetings(now, [], { open: true }), members: cellMembers },
    state: { identity: secretary },
  });
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.getByText("Quét tiếp")).toBeTruthy();
});
