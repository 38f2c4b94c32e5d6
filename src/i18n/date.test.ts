import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { ago, dayOf, longDay, moment, shortDay } from "./date";
import { setLanguage } from "./language";
import { formatBytes, formatNumber } from "./number";

afterEach(() => setLanguage("vi"));
const now = new Date(2026, 10, 24, 7, 32).getTime();
const minutes = (n: number) => n * 60_000;

describe("dates", () => {
  it("puts a zero before days under 10 and before the first two months only", () => {
    expect(longDay("2026-02-05")).toBe("ngày 05 tháng 02 năm 2026");
    expect(longDay("2026-05-27")).toBe("ngày 27 tháng 5 năm 2026");
    expect(shortDay("2026-11-04", now)).toBe("04/11");
    expect(shortDay("2025-08-18", now)).toBe("18/8/2025");
  });

  it("says the time today, yesterday by name, and the day before that", () => {
    expect(moment(now, now)).toBe("7:32");
    expect(moment(now - minutes(60 * 12), now)).toBe("hôm qua 19:32");
    expect(moment(now - minutes(60 * 60), now)).toBe("21/11 lúc 19:32");
  });

  it("says how long ago", () => {
    expect(ago(now, now)).toBe("vừa xong");
    expect(ago(now - minutes(5), now)).toBe("5 phút trước");
    expect(ago(now - minutes(125), now)).toBe("2 giờ trước");
    expect(ago(now - minutes(60 * 20), now)).toBe("hôm qua 11:32");
  });

  it("speaks English when asked", async () => {
    await setLanguage("en");
    expect(longDay("2026-02-05")).toBe("5 February 2026");
    expect(ago(now - minutes(5), now)).toBe("5 minutes ago");
  });

  it("takes the day where the phone is", () => {
    expect(dayOf(new Date(2026, 0, 2, 23, 59).getTime())).toBe("2026-01-02");
  });
});

describe("numbers", () => {
  it("groups by points, and the digits survive", () => {
    expect(formatNumber(1657)).toBe("1.657");
    expect(formatNumber(999)).toBe("999");
    expect(formatNumber(1_234_567)).toBe("1.234.567");
    fc.assert(fc.property(fc.nat(), (n) => Number(formatNumber(n).replaceAll(".", "")) === n));
  });

  it("writes sizes", () => {
    expect(formatBytes(340_000)).toBe("340 kB");
    expect(formatBytes(1_234_567)).toBe("1,2 MB");
    expect(formatBytes(30_000_000)).toBe("30 MB");
  });
});
