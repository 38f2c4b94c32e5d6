import * as v from "valibot";

/**
 * A line that a person typed: NFC, trimmed, without control characters or bidirectional overrides,
 * which could make a title read otherwise than it is stored.
 */
export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.transform((text) => text.normalize("NFC").trim()),
    v.minLength(1),
    v.maxLength(max),
    v.regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u),
  );

/** Text of several lines that a person typed: as `line`, with line breaks as `\n`. */
export const passage = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim()),
    v.minLength(1),
    v.maxLength(max),
    v.regex(/^(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u),
  );

/** A calendar day, `YYYY-MM-DD`, in the commune's own time zone. */
export const day = v.pipe(v.string(), v.isoDate());
