// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { fakeDirectory } from "../../../test/support/fake-office";
import { secretary } from "../../../test/support/fake-papers";
import { now as current } from "../../../test/support/machine";
import { renderScreen } from "../../../test/support/render-screen";
import { CallConferenceScreen } from "./conference-screen";

const now = new Date(2026, 10, 24, 19, 0).getTime();
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const show = (office: boolean) =>
  renderScreen(<CallConferenceScreen />, {
    now,
    directory: fakeDirectory(),
    meetings: { meetings: [] },
    state: { identity: { ...secretary, office } },
  });

test("who is not of the office is told who calls conferences", async () => {
  show(false);
  expect(await screen.findByText("Hội nghị do Văn phòng Đảng ủy triệu tập")).toBeTruthy();
});

test("a conference is called of everyone, or of cells that were ticked", async () => {
  const { device, went } = show(true);
  expect(((await screen.findByLabelText("Tên cuộc họp")) as HTMLTextAreaElement).value).toContain("Hội nghị");
  fireEvent.input(screen.getByLabelText("Nơi họp"), { target: { value: "Hội trường xã" } });
  fireEvent.click(screen.getByLabelText("Chọn chi bộ"));
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  expect(await screen.findByText("Đồng chí chọn ít nhất một chi bộ để mời.")).toBeTruthy();
  expect(went).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Chọn hết" }));
  await waitFor(() => expect(screen.queryByText("Đồng chí chọn ít nhất một chi bộ để mời.")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Triệu tập" }));
  await waitFor(() => expect(went).toHaveLength(1));
  const [row] = await current((await device.meetings()).list(), (rows) => rows.length > 0);
  expect(row).toMatchObject({ kind: "conference", place: "Hội trường xã" });
});
