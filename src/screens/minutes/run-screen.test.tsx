// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { cellMeetings, cellMembers, halfCalled, tonight } from "../../../test/support/fake-cell-meetings";
import type { FakePaper } from "../../../test/support/fake-device";
import type { FakeMeeting } from "../../../test/support/fake-meetings";
import { halfWritten } from "../../../test/support/fake-minutes";
import { fakePaper, secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { RunMeetingScreen } from "./run-screen";

const now = new Date(2026, 10, 24, 19, 30).getTime();
afterEach(cleanup);

const show = (
  change: Partial<FakeMeeting> = {},
  role: "secretary" | "member" = "secretary",
  papers: readonly FakePaper[] = [],
) =>
  renderScreen(<RunMeetingScreen id={tonight} />, {
    now,
    papers,
    meetings: {
      meetings: cellMeetings(now, [], { open: true, ticks: halfCalled, ...change }),
      members: cellMembers,
    },
    state: { identity: { ...secretary, role } },
  });

const discussion = "Thảo luận, biểu quyết kết luận cuộc họp";
const pointOf = async (name: string) => (await screen.findByText(name)).closest("li") as HTMLElement;
const openPoint = async (name: string) => {
  const point = await pointOf(name);
  fireEvent.click(within(point).getByRole("button", { expanded: false }));
  return point;
};
const section = (point: HTMLElement, name: string) => within(point).getByRole("region", { name });

test("the meeting begins with its chair and writer, and its clock runs from then", async () => {
  const { holds } = show();
  fireEvent.change(await screen.findByLabelText("Chủ trì"), { target: { value: cellMembers[0]?.id } });
  fireEvent.click(screen.getByRole("button", { name: "Bắt đầu họp" }));
  expect(await screen.findByText("Bắt đầu lúc 19:30")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Bắt đầu họp" })).toBeNull();
  expect(holds()).toBe(1);
});

test("the point under discussion stands open, with what was written", async () => {
  show(halfWritten(now));
  const point = await pointOf("Kiểm điểm việc đã giao tháng 11, bàn việc tháng 12");
  expect(point.textContent).toContain("đang bàn, 20 phút · 3 ý kiến");
  expect(section(point, "Ý kiến phát biểu").textContent).toContain("đề nghị đắp lại trước Tết");
  expect(await screen.findByText("Việc giao từ kỳ trước (2)")).toBeTruthy();
  fireEvent.click(within(point).getByRole("button", { name: "Xong mục này" }));
  await waitFor(() => expect(point.textContent).toContain("đã xong, 20 phút"));
});

test("a statement has a speaker, words and phrases; taken out, it can be brought back", async () => {
  const { said, undo } = show();
  const point = await openPoint(discussion);
  fireEvent.click(within(point).getByRole("button", { name: "Thêm ý kiến" }));
  const speaker = within(point).getByLabelText("Người phát biểu") as HTMLSelectElement;
  expect(document.activeElement).toBe(speaker);
  fireEvent.change(speaker, { target: { value: cellMembers[2]?.id } });
  fireEvent.input(within(point).getByLabelText("Nội dung ý kiến"), { target: { value: "Đường xấu quá" } });
  fireEvent.click(within(point).getByRole("button", { name: "Xin nhận nhiệm vụ được giao." }));
  fireEvent.click(within(point).getByRole("button", { name: "Xong" }));
  const said1 = section(point, "Ý kiến phát biểu");
  await waitFor(() =>
    expect(said1.textContent).toContain(
      `${cellMembers[2]?.name}: Đường xấu quá Xin nhận nhiệm vụ được giao.`,
    ),
  );

  fireEvent.click(within(said1).getByRole("button", { name: /Sửa/ }));
  fireEvent.click(within(point).getByRole("button", { name: "Bỏ ý kiến này" }));
  await waitFor(() => expect(said1.textContent).not.toContain("Đường xấu quá"));
  expect(said).toEqual(["Đã bỏ"]);
  undo();
  await waitFor(() => expect(said1.textContent).toContain("Đường xấu quá"));
});

test("votes are checked against who may vote and came", async () => {
  show();
  const point = await openPoint(discussion);
  fireEvent.click(within(point).getByRole("button", { name: "Thêm biểu quyết" }));
  fireEvent.input(within(point).getByLabelText("Biểu quyết về việc"), { target: { value: "Góp ngày công" } });
  fireEvent.input(within(point).getByLabelText("Tán thành"), { target: { value: "12" } });
  // Of eleven who came nine may vote: one is probationary, one is here for a time.
  await waitFor(() => expect(point.textContent).toContain("Cộng lại được 12 phiếu, nhiều hơn 9 đồng chí"));
  fireEvent.input(within(point).getByLabelText("Tán thành"), { target: { value: "9" } });
  await waitFor(() => expect(point.textContent).not.toContain("Cộng lại được"));
  fireEvent.click(within(point).getByRole("button", { name: "Xong" }));
  // Nine of twenty is no quorum, so nothing is carried.
  await waitFor(() =>
    expect(section(point, "Biểu quyết").textContent).toContain("Không được thông qua (9/20, cần 11)"),
  );
});

test("a task has words, a person, helpers and a day", async () => {
  show();
  const point = await openPoint(discussion);
  fireEvent.click(within(point).getByRole("button", { name: "Giao một việc" }));
  fireEvent.input(within(point).getByLabelText("Việc cần làm"), { target: { value: "Đắp đường" } });
  fireEvent.change(within(point).getByLabelText("Người làm chính"), {
    target: { value: cellMembers[5]?.id },
  });
  await waitFor(() => expect(within(point).queryByLabelText(cellMembers[5]?.name ?? "")).toBeNull());
  fireEvent.click(within(point).getByLabelText(cellMembers[6]?.name ?? ""));
  fireEvent.change(within(point).getByLabelText("Xong trước ngày"), { target: { value: "2026-12-20" } });
  fireEvent.click(within(point).getByRole("button", { name: "Xong" }));
  await waitFor(() =>
    expect(section(point, "Giao việc").textContent).toContain(
      `Đắp đường${cellMembers[5]?.name}, ${cellMembers[6]?.name}, hạn 20/12`,
    ),
  );
});

test("a task of a meeting with papers may say which of them asks for it", async () => {
  const papers = [
    fakePaper({ number: "118-KH/ĐU", abstract: "Phòng, chống mưa lũ" }),
    fakePaper({ id: "0paper000077" as never, abstract: "Thư của Hội Chữ thập đỏ" }),
  ];
  const [plan, letter] = papers.map(({ detail }) => detail.id);
  if (!plan || !letter) throw new Error("two papers");
  show({ papers: [plan, letter] }, "secretary", papers);
  const point = await openPoint(discussion);
  fireEvent.click(within(point).getByRole("button", { name: "Giao một việc" }));
  const choice = (await within(point).findByLabelText("Làm theo văn bản nào")) as HTMLSelectElement;
  expect([...choice.options].map(({ text }) => text)).toEqual([
    "Không theo văn bản nào",
    "118-KH/ĐU · Phòng, chống mưa lũ",
    "Thư của Hội Chữ thập đỏ",
  ]);
  fireEvent.change(choice, { target: { value: plan } });
  await waitFor(() => expect(choice.value).toBe(plan));
  fireEvent.click(within(point).getByRole("button", { name: "Xong" }));
  await waitFor(() =>
    expect(section(point, "Giao việc").textContent).toContain("Theo 118-KH/ĐU · Phòng, chống mưa lũ"),
  );
  fireEvent.click(within(section(point, "Giao việc")).getByRole("button", { name: /Sửa/ }));
  fireEvent.change(within(point).getByLabelText("Làm theo văn bản nào"), { target: { value: "" } });
  fireEvent.click(within(point).getByRole("button", { name: "Xong" }));
  await waitFor(() => expect(section(point, "Giao việc").textContent).not.toContain("Theo 118"));
});

test("where the meeting has no papers, none is asked for", async () => {
  show();
  const point = await openPoint(discussion);
  fireEvent.click(within(point).getByRole("button", { name: "Giao một việc" }));
  expect(await within(point).findByLabelText("Người làm chính")).toBeTruthy();
  expect(within(point).queryByLabelText("Làm theo văn bản nào")).toBeNull();
});

test("an ordinary member is told who writes the minutes", async () => {
  show({}, "member");
  expect(await screen.findByText("Biên bản do chi ủy ghi")).toBeTruthy();
});
