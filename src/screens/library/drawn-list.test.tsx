// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "@testing-library/preact";
import { hydrate, render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeDevice } from "../../../test/support/fake-device";
import { fakePaper } from "../../../test/support/fake-papers";
import type { Services } from "../services";

const root = join(import.meta.dirname, "../../..");
const early = readFileSync(join(root, "public/early.js"), "utf8");
const shell = /<body>([\s\S]*?)<script/.exec(readFileSync(join(root, "index.html"), "utf8"))?.[1] ?? "";

/** The page as a cold start parses it: first the script of its head, then its body. */
const openPage = async (pathname = "/") => {
  document.body.innerHTML = "";
  new Function("location", "indexedDB", early)({ pathname }, undefined);
  document.body.innerHTML = shell;
  await new Promise((resolve) => setTimeout(resolve));
};

const papers = () => [
  fakePaper({ abstract: "Kế hoạch phòng, chống mưa lũ" }),
  fakePaper({ abstract: '<img src="x" onerror="document.title=1">' }),
];

const keep = async (device: ReturnType<typeof createFakeDevice>["device"]) => {
  const { keepDrawnList } = await import("./drawn-list");
  return keepDrawnList(device);
};

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});
afterEach(() => {
  document.body.innerHTML = "";
});

test("a cold start shows the rows as they were drawn, before there is an app; the app takes their place", async () => {
  const fake = createFakeDevice({ papers: papers() });
  (await keep(fake.device))();
  await openPage();
  const drawn = [...document.querySelectorAll(".library-list li")];
  expect(drawn.map((row) => row.querySelector(".paper-abstract")?.textContent)).toEqual(
    expect.arrayContaining(papers().map(({ detail }) => detail.abstract)),
  );
  expect(document.querySelector(".skeleton-rows, img")).toBeNull();

  vi.resetModules();
  const { LibraryScreen } = await import("./library-screen");
  const { ServicesProvider } = await import("../services");
  const app = document.querySelector("#app main") as Element;
  const phone = createFakeDevice({ papers: papers(), state: { phase: "starting" } });
  const nothing = () => undefined;
  const services: Services = {
    device: phone.device,
    navigate: nothing,
    back: nothing,
    toast: nothing,
    holdReload: () => nothing,
  };
  hydrate(
    <ServicesProvider value={services}>
      <LibraryScreen />
    </ServicesProvider>,
    app,
  );
  // Nothing moves until the phone has answered.
  expect([...document.querySelectorAll(".library-list li")]).toEqual(drawn);
  phone.begin();
  await waitFor(() => expect(document.querySelector(".drawn-list")).toBeNull());
  expect(document.querySelectorAll(".library-list li")).toHaveLength(2);
  render(null, app);
});

test("a paper that left the phone leaves the drawing at once, and the last one takes it along", async () => {
  const [one, other] = papers();
  if (!one || !other) throw new Error("no papers");
  const fake = createFakeDevice({ papers: [one, other] });
  const stop = await keep(fake.device);
  expect(localStorage.getItem("drawn-list")).toContain("mưa lũ");
  fake.put(one.detail.id, undefined);
  await waitFor(() => expect(localStorage.getItem("drawn-list")).not.toContain("mưa lũ"));
  fake.put(other.detail.id, undefined);
  await waitFor(() => expect(localStorage.getItem("drawn-list")).toBe(""));
  stop();
  await openPage();
  expect(document.querySelector(".skeleton-rows")).not.toBeNull();
});

test("another page keeps its own beginning", async () => {
  (await keep(createFakeDevice({ papers: papers() }).device))();
  await openPage("/viec");
  expect(document.querySelector(".drawn-list")).toBeNull();
});
