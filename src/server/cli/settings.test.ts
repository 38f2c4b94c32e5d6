import { expect, it } from "vitest";
import { OperatorError, readSettings } from "./settings";

it("has a value for everything", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({ port: 8080, origin: "http://localhost:8080", trustProxy: false });
  expect(settings.dataDir).toMatch(/\/data$/);
  expect(settings.databaseUrl).toBeUndefined();
});

it("takes what the environment says", () => {
  const env = { PORT: "9000", DATA_DIR: "/srv/so", ORIGIN: "https://so.example.vn/", TRUST_PROXY: "1" };
  expect(readSettings(env)).toEqual({
    port: 9000,
    dataDir: "/srv/so",
    databaseUrl: undefined,
    origin: "https://so.example.vn",
    trustProxy: true,
  });
  expect(readSettings({ PORT: "9000" }).origin).toBe("http://localhost:9000");
});

it.each([{ PORT: "http" }, { PORT: "70000" }, { ORIGIN: "so.example.vn" }, { ORIGIN: "https://x.vn/app" }])(
  "says what is wrong with %o",
  (env) => {
    expect(() => readSettings(env)).toThrow(OperatorError);
  },
);
