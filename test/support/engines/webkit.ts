import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Builder, By, Capabilities, until, type WebDriver } from "selenium-webdriver";
import { freePort } from "../free-port";
import { programPath } from "./find";
import { type Hand, pathOf, patience, screen } from "./hand";

/** A display without a screen, as large as a phone. */
const openDisplay = async (): Promise<{ readonly process: ChildProcess; readonly name: string }> => {
  const size = `${screen.width}x${screen.height}x24`;
  const args = ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"];
  const process = spawn(programPath("Xvfb"), args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(process.stdio[3] as Readable, "data");
  return { process, name: `:${String(number).trim()}` };
};

const start = async (server: string, profile: string): Promise<WebDriver> => {
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: join(import.meta.dirname, "webkit-window.py"),
      args: [profile, String(screen.width), String(screen.height)],
    },
  });
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
      await driver.manage().setTimeouts({ script: patience, pageLoad: patience });
      return driver;
    } catch (error) {
      // Its driver does not say when it is ready.
      if (Date.now() > deadline || !/ECONNREFUSED/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** WebKitGTK by its WebDriver, in a window of our own. */
export const openWebkit = async (profile: string): Promise<Hand> => {
  const display = await openDisplay();
  const port = await freePort();
  const errors: string[] = [];
  const service = spawn(programPath("WebKitWebDriver"), [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, LC_ALL: "C.UTF-8" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  // What the window's pages say goes into the same stream.
  service.stdout.on("data", (text: Buffer) => {
    errors.push(
      ...String(text)
        .split("\n")
        .filter((line) => line.startsWith("CONSOLE JS ERROR")),
    );
  });
  const server = `http://127.0.0.1:${port}`;
  let driver = await start(server, profile);
  const find = (path: string) => driver.wait(until.elementLocated(By.xpath(path)), patience);
  return {
    engine: "webkit",
    open: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    restart: async () => {
      const at = await driver.getCurrentUrl();
      await driver.quit();
      driver = await start(server, profile);
      await driver.get(at);
    },
    press: async (thing) => (await find(pathOf(thing))).click(),
    type: async (field, words) => {
      const element = await find(pathOf(field));
      await element.clear();
      await element.sendKeys(words);
    },
    ask: (expression) =>
      driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1]; Promise.resolve(${expression}).then(done);`,
      ),
    picture: async () => Buffer.from(await driver.takeScreenshot(), "base64"),
    errors: () => errors,
    close: async () => {
      await driver.quit();
      service.kill();
      display.process.kill();
    },
  };
};
