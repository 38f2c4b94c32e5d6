// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRouter, type Router } from "./router";

let router: Router;
let stop: () => void;

beforeEach(() => {
  history.replaceState(null, "", "/");
  router = createRouter();
  stop = router.start();
});
afterEach(() => {
  stop();
  document.body.innerHTML = "";
});

const press = (html: string, init: MouseEventInit = {}) => {
  document.body.innerHTML = html;
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...init });
  document.querySelector("a b, a")?.dispatchEvent(event);
  return event;
};

test("a press on a link of this app goes there without loading a page", () => {
  const event = press('<a href="/toi"><b>Tôi</b></a>');
  expect(event.defaultPrevented).toBe(true);
  expect(router.here.getState()).toMatchObject({ path: "/toi", step: 1 });
});

test("an enrolment link keeps what follows the #", () => {
  press('<a href="/ghi-danh#AbC">Mở</a>');
  expect(router.here.getState()).toMatchObject({ path: "/ghi-danh", hash: "AbC" });
});

test.each([
  ["another origin", '<a href="https://example.org/">x</a>', {}],
  ["a new tab", '<a href="/toi" target="_blank">x</a>', {}],
  ["a file to save", '<a href="/toi" download="a.txt">x</a>', {}],
  ["a press with Ctrl", '<a href="/toi">x</a>', { ctrlKey: true }],
])("%s is left to the browser", (_what, html, init) => {
  document.addEventListener("click", (event) => event.preventDefault(), { once: true });
  press(html, init);
  expect(router.here.getState().path).toBe("/");
});

test("back is one step where there is one, and the fallback where the app was opened right here", () => {
  const steps = vi.spyOn(history, "back").mockReturnValue();
  router.back("/toi");
  expect(router.here.getState().path).toBe("/toi");
  expect(steps).not.toHaveBeenCalled();
  router.navigate("/cho-gui");
  router.back("/toi");
  expect(steps).toHaveBeenCalledOnce();
});

test("the browser's own steps are followed", () => {
  history.pushState(null, "", "/viec");
  dispatchEvent(new PopStateEvent("popstate"));
  expect(router.here.getState().path).toBe("/viec");
});
