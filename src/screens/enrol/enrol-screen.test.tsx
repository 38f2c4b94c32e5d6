// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { secretary } from "../../../test/support/fake-papers";
import { renderScreen } from "../../../test/support/render-screen";
import { err, ok } from "../../domain/result";
import { EnrolScreen } from "./enrol-screen";
import { WelcomeScreen } from "./welcome-screen";

afterEach(cleanup);

const blank = { state: { phase: "blank" as const } };

test("an opened link says what will happen, and enrols on one press", async () => {
  const shown = renderScreen(<EnrolScreen hash="AbC-_9" />, { ...blank, enrolment: ok(secretary) });
  const asked: string[] = [];
  const { enrol } = shown.device;
  shown.device.enrol = (link) => {
    asked.push(link);
    return enrol(link);
  };
  expect(screen.getByRole("heading", { name: "Máy này sẽ được ghi danh" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Ghi danh máy này" }));
  await screen.findByRole("heading", { name: "Chào đồng chí Bùi Văn Thắng" });
  expect(screen.getByText("Bí thư chi bộ · Chi bộ thôn Rềnh")).toBeTruthy();
  expect(asked).toEqual([`${location.origin}/ghi-danh#AbC-_9`]);
  fireEvent.click(screen.getByRole("button", { name: "Mở sổ" }));
  expect(shown.went).toEqual(["/"]);
});

test("a spent code says what happened, that nothing changed, and what to do", async () => {
  renderScreen(<EnrolScreen hash="AbC" />, { ...blank, enrolment: err("offer-used") });
  fireEvent.click(screen.getByRole("button", { name: "Ghi danh máy này" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("đã được dùng cho một máy khác");
  expect(alert.textContent).toContain("chưa thay đổi gì");
  expect(screen.getByRole("button", { name: "Thử lại" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Quét mã ghi danh" })).toBeTruthy();
});

test("a phone that is taken does not ask again", () => {
  renderScreen(<EnrolScreen hash="AbC" />, { state: { phase: "ready", identity: secretary } });
  expect(screen.getByRole("heading", { name: /đã ghi danh cho đồng chí Bùi Văn Thắng/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ghi danh máy này" })).toBeNull();
});

test("a pasted message is searched for the link; anything else is refused gently", async () => {
  const shown = renderScreen(<WelcomeScreen phase="blank" />, blank);
  const box = screen.getByRole("textbox");
  const go = screen.getByRole("button", { name: "Tiếp tục" });
  fireEvent.input(box, { target: { value: "chào đồng chí" } });
  fireEvent.click(go);
  expect((await screen.findByRole("alert")).textContent).toContain("không phải đường dẫn ghi danh");
  expect(shown.went).toEqual([]);
  fireEvent.input(box, { target: { value: "Mời đồng chí mở: https://xa.example/ghi-danh#Ab-C_1 nhé" } });
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  fireEvent.click(go);
  expect(shown.went).toEqual(["/ghi-danh#Ab-C_1"]);
});

test("a wiped phone says why, and how to come back", () => {
  renderScreen(<WelcomeScreen phase="wiped" />, { state: { phase: "wiped" } });
  expect(screen.getByRole("heading", { name: "Máy này không còn được ghi danh" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Quét mã ghi danh" })).toBeTruthy();
});
