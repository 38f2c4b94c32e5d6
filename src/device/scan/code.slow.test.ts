import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntryId, KeyId } from "../../domain/ids";
import { formatEnrolmentLink } from "../../protocol/enrolment-link";
import { classifyCode } from "./code";

const origin = "https://so.lacson.example";
const ticket = {
  offer: "01890a5d-ac96-774b-bcce-b302099a8057" as EntryId,
  root: "R".repeat(42).concat("A") as KeyId,
  key: { d: "D".repeat(42).concat("A"), x: "X".repeat(42).concat("A"), y: "Y".repeat(42).concat("A") },
};
const link = formatEnrolmentLink(origin, ticket);
const path = link.slice(origin.length);

test("an enrolment link of this app leads to its page", () => {
  expect(classifyCode(link, origin)).toEqual({ is: "enrolment", path });
  expect(classifyCode(`  ${link}\n`, origin)).toEqual({ is: "enrolment", path });
  expect(classifyCode(path, origin)).toEqual({ is: "enrolment", path });
  // Found by the fuzzer (`scanned codes`, a million cases): such a link was taken, and its page then called it damaged.
  expect(classifyCode(link.replace("#", "#\u00a0 "), origin)).toEqual({ is: "enrolment", path });
});

test("one of another address is named, not opened", () => {
  const elsewhere = formatEnrolmentLink("https://example.net:8443", ticket);
  expect(classifyCode(elsewhere, origin)).toEqual({ is: "enrolment-elsewhere", host: "example.net:8443" });
});

test("a link that was cut short says so; anything else is somebody else's", () => {
  expect(classifyCode(link.slice(0, -5), origin)).toEqual({ is: "damaged" });
  for (const text of ["", "0123456789012", "WIFI:S:nha;T:WPA;P:1;;", `${origin}/hop`])
    expect(classifyCode(text, origin)).toEqual({ is: "other" });
  expect(classifyCode("https://example.net:8443/menu", origin)).toEqual({
    is: "foreign",
    host: "example.net:8443",
  });
  // A link hidden behind a script or another path is none of ours.
  expect(classifyCode(`javascript:${path}`, origin)).toEqual({ is: "other" });
  expect(classifyCode(`https://so.lacson.example/x?${path}`, origin)).toEqual({ is: "other" });
});

test.each([
  ["meeting", "/vao-hop"],
  ["card", "/diem-danh"],
])("a link of a meeting leads to its page: %s", (is, page) => {
  const path = `${page}#AbC-_9.x`;
  expect(classifyCode(`${origin}${path}`, origin)).toEqual({ is, path });
  expect(classifyCode(` ${path}\n`, origin)).toEqual({ is, path });
  expect(classifyCode(`https://example.net${path}`, origin)).toEqual({
    is: "meeting-elsewhere",
    host: "example.net",
  });
  expect(classifyCode(`${origin}${page}#`, origin)).toEqual({ is: "meeting-damaged" });
  expect(classifyCode(`${origin}/x?${path}`, origin)).toEqual({ is: "other" });
});

test("no text makes it throw, and none but a real link leads anywhere", () => {
  const pieces = fc.constantFrom(
    "/ghi-danh#",
    "/vao-hop#",
    "/diem-danh#",
    origin,
    "https://",
    link,
    "#",
    "javascript:",
    "\u0000",
    "/",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 6 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (scanned) => {
      const code = classifyCode(scanned, origin);
      if ("path" in code) expect(code.path).toMatch(/^\/(ghi-danh|vao-hop|diem-danh)#./);
    }),
    { numRuns: 10_000 },
  );
});
