// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { createFakeDevice } from "../../test/support/fake-device";
import { App } from "./app";
import { createRouter } from "./router";
import { createUiState } from "./ui-state";

/** Both ways of writing the same markup, on one line. */
const compact = (html: string) =>
  html
    .replace(/<!--.*?-->/g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?\/?> ?/g, ">")
    .replace(/ ?</g, "<")
    .replaceAll("></path>", ">")
    .replaceAll('=""', "")
    .trim();

test("index.html paints what the app draws first, so that nothing flashes", () => {
  const { device } = createFakeDevice({ state: { phase: "starting" } });
  const { container } = render(<App device={device} router={createRouter()} ui={createUiState()} />);
  // Browsers show this property as the attribute that it is; the document of the tests does not.
  for (const input of container.querySelectorAll("input"))
    if (!input.spellcheck) input.setAttribute("spellcheck", "false");
  const page = readFileSync("index.html", "utf8");
  const painted = /<div id="app" class="painted">([\s\S]*)<\/div>\s*<noscript>/.exec(page)?.[1] ?? "";
  expect(compact(painted)).toBe(compact(container.innerHTML));
});
