import { expect, it } from "vitest";
import { addressOf } from "./listen";

const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  socket: { remoteAddress },
});

it("takes the socket's word, and a proxy's only where that is trusted", () => {
  expect(addressOf(from("203.0.113.5", "198.51.100.1"), false)).toBe("203.0.113.5");
  expect(addressOf(from("127.0.0.1", "198.51.100.1"), true)).toBe("198.51.100.1");
  // The first ones anybody can write into the request himself.
  expect(addressOf(from("127.0.0.1", "1.2.3.4, 198.51.100.1"), true)).toBe("198.51.100.1");
  expect(addressOf(from("127.0.0.1"), true)).toBe("127.0.0.1");
  expect(addressOf(from(undefined), false)).toBe("");
});

it("counts a household's IPv6 network as one", () => {
  expect(addressOf(from("2001:db8:1:2:3:4:5:6"), false)).toBe("2001:db8:1:2");
  expect(addressOf(from("2001:db8:1:2::99"), false)).toBe("2001:db8:1:2");
  expect(addressOf(from("2001:db8::1"), false)).toBe("2001:db8:0:0");
  expect(addressOf(from("::1"), false)).toBe("0:0:0:0");
  expect(addressOf(from("::ffff:203.0.113.5"), false)).toBe("203.0.113.5");
});
