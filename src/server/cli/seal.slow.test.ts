import { expect, it } from "vitest";
import { openSealed, seal } from "./seal";

it("opens with the same words, in whatever form they were typed, and with no others", async () => {
  const box = await seal("the key", "mật khẩu dài của xã");
  expect(JSON.stringify(box)).not.toContain("the key");
  expect(await openSealed(box, "mật khẩu dài của xã".normalize("NFD"))).toBe("the key");
  expect(await openSealed(box, "mật khẩu dài của xa")).toBeUndefined();
  expect(
    await openSealed(
      { ...box, data: `${box.data.startsWith("A") ? "B" : "A"}${box.data.slice(1)}` },
      "mật khẩu dài của xã",
    ),
  ).toBeUndefined();
});

it("never makes the same box twice", async () => {
  const [a, b] = await Promise.all([seal("x", "passphrase"), seal("x", "passphrase")]);
  expect(a.salt).not.toBe(b.salt);
  expect(a.data).not.toBe(b.data);
});
