// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { officeMeetings } from "../../../test/support/fake-conference";
import { fakeDirectory } from "../../../test/support/fake-office";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { MeetingScreen } from "./meeting-screen";

afterEach(cleanup);
const now = new Date(2026, 10, 24, 8, 5).getTime();
const show = (office: boolean) =>
  renderScreen(<MeetingScreen />, {
    now,
    directory: fakeDirectory(),
    meetings: { meetings: officeMeetings(now) },
    state: { identity: { ...secretary, office } },
  });
const titles = () => screen.getAllByRole("link").filter((one) => one.classList.contains("meeting-row"));

test("the office looks at the meetings of one cell, and at all of them again", async () => {
  show(true);
  const filter = await screen.findByLabelText<HTMLSelectElement>("Xem cuộc họp của");
  const of = titles().length;
  const [, ...hosts] = [...filter.options].map(({ value, text }) => ({ value, text }));
  expect(hosts).toHaveLength(7);
  const cell = hosts.find(({ value }) => value !== "office");
  fireEvent.change(filter, { target: { value: cell?.value } });
  expect(titles().map(({ textContent }) => textContent?.includes(cell?.text ?? "?"))).toEqual([true]);
  fireEvent.change(filter, { target: { value: "" } });
  expect(titles()).toHaveLength(of);
});

test("a secretary, who reads of his own meetings alone, has nothing to choose", async () => {
  show(false);
  await screen.findAllByRole("link");
  expect(screen.queryByLabelText("Xem cuộc họp của")).toBeNull();
});
