/** What there is to say about one matter of commune life; each kind of paper says it in its own order. */
export interface Topic {
  /** As it stands after "về", "công tác". */
  readonly name: string;
  /** What has been reached, sentence by sentence. */
  readonly state: readonly string[];
  /** What has not. */
  readonly lacks: readonly string[];
  /** Target, unit, figure. */
  readonly targets: readonly (readonly [string, string, string])[];
  /** A task in a few words, then how. */
  readonly tasks: readonly (readonly [string, string])[];
  /** Who, what, until when (day and month). */
  readonly duties: readonly (readonly [string, string, string])[];
}
