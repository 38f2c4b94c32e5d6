import fc from "fast-check";

/** Any text at all, halves of characters included; mostly of letters that parsers have feelings about. */
export const anyText = (maxLength = 100): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom(...'{}[]":,.-_/#=+ \n\t\r\u0000aAzZ09đĐạ\u0301\u200b\ud83d\udc4d'),
        },
        {
          weight: 1,
          arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        },
      ),
      { maxLength },
    )
    .map((parts) => parts.join(""));
