/**
 * Why an entry, a paper or a request was not taken. The code is for machines and logs;
 * what a person reads is the message of the same name in `i18n`.
 */
export const refusals = [
  // An entry as such
  "malformed",
  "unknown-type",
  "unknown-author",
  "bad-signature",
  "revoked-key",
  "not-allowed",
  "wrong-scope",
  "id-reused",
  "too-large",
  "clock-ahead",
  // Enrolment
  "offer-unknown",
  "offer-expired",
  "offer-used",
  "wrong-commune",
  // Papers at the door (domain.md 2.4, 2.10)
  "secret-mark",
  "personnel-work",
  "not-declared",
  "not-a-document",
  "damaged-file",
  "encrypted-file",
  "blob-missing",
  // Requests
  "not-signed-in",
  "wrong-clock",
  "too-many-requests",
  "not-found",
  "server-full",
] as const;

export type Refusal = (typeof refusals)[number];
