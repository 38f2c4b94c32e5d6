// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { t } from "../i18n/core";
import { BottomBar } from "../ui/bottom-bar";
import { places } from "./places";
import { StartShell } from "./start-shell";

/** Both ways of writing the same markup, on one line. */
const compact = (html: string) =>
  html
    .replace(/\s+/g, " ")
    .replace(/ ?\/?> ?/g, ">")
    .replace(/ ?</g, "<")
    .replaceAll("></path>", ">")
    .trim();

test("index.html paints what the app draws first, so that nothing flashes", () => {
  const { container } = render(
    <>
      <main class="shell-main with-bar" tabIndex={-1}>
        <StartShell />
      </main>
      <BottomBar label={t("places")} places={places()} current="/" />
    </>,
  );
  const page = readFileSync("index.html", "utf8");
  const painted = /<div id="app">([\s\S]*)<\/div>\s*<noscript>/.exec(page)?.[1] ?? "";
  expect(compact(painted)).toBe(compact(container.innerHTML));
});
