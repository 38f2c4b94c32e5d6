import { afterEach, describe, expect, it } from "vitest";
import { setLanguage } from "./language";
import { defineMessages } from "./messages";

const modules = import.meta.glob<{ readonly vi?: { readonly [key: string]: string } }>(
  ["./*.ts", "!./*.test.ts"],
  { eager: true },
);
const areas = Object.entries(modules).flatMap(([path, module]) =>
  module.vi ? [{ area: path.slice(2, -3), vi: module.vi }] : [],
);

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

afterEach(() => setLanguage("vi"));

describe("messages", () => {
  it("fills names and writes numbers the Vietnamese way", () => {
    const t = defineMessages("test", { hello: "Chào {name}, {n} mục" });
    expect(t("hello", { name: "Lành", n: 1657 })).toBe("Chào Lành, 1.657 mục");
  });

  it.each(areas)("$area: the English has the same keys and the same names to fill", async ({ area, vi }) => {
    const { en } = await import("./en");
    const english = Object.entries(en).find(([name]) => name === areaName(area))?.[1] as
      | { readonly [key: string]: string }
      | undefined;
    expect(Object.keys(english ?? {}).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of Object.entries(vi))
      expect(placeholders(english?.[key] ?? ""), key).toEqual(placeholders(text));
  });

  it("never calls a member a user", () => {
    for (const { vi } of areas)
      for (const text of Object.values(vi)) expect(text).not.toMatch(/người dùng|user|lỗi \d|error/i);
  });

  it("changes to English and back", async () => {
    const { t } = await import("./core");
    await setLanguage("en");
    expect(t("library")).toBe("Papers");
    await setLanguage("vi");
    expect(t("library")).toBe("Văn bản");
  });
});

const areaName = (file: string) => (file === "date-words" ? "dates" : file);
