import type { DocumentId, MeetingId, MemberId } from "../../domain/ids";
import type { Host, MeetingCall, MeetingKind } from "../../domain/meeting";
import type { RollRow } from "../../domain/meeting-roll";
import type { Result } from "../../domain/result";
import type { Presence, RollCall } from "../../domain/roll-call";
import type { Scope } from "../../domain/scope";
import type { SignedTicket } from "../../protocol/meeting-ticket";
import type { DocumentRow, Watch } from "../device";

/** A meeting as the list shows it. */
export interface MeetingRow {
  readonly id: MeetingId;
  readonly host: Host;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly place: string;
  /** Milliseconds. */
  readonly startsAt: number;
  readonly minutes: number;
  /** Why it does not take place. */
  readonly cancelled?: string;
  /** When this phone's member checked in, milliseconds. */
  readonly checkedInAt?: number;
  /** This phone's member may run it: call the roll, show the code. */
  readonly runs: boolean;
  /** He may change or cancel it. */
  readonly changes: boolean;
}

export interface MeetingDetail extends MeetingRow {
  readonly agenda: readonly string[];
  /** In the order of the call; `row` is absent while the paper is not on this phone. */
  readonly papers: readonly { readonly id: DocumentId; readonly row?: DocumentRow }[];
  /** Only for who runs it. */
  readonly desk?: MeetingDesk;
}

/** What the officers of a meeting see. */
export interface MeetingDesk {
  /** True once members can check in. */
  readonly open: boolean;
  /** In the order of the members' names; empty for a conference, where nobody in particular is called. */
  readonly roll: readonly RollRow[];
  readonly figures: RollCall;
  readonly guests: readonly { readonly guest: string; readonly name: string }[];
}

/** What the caller decides; the host follows from the kind. */
export type MeetingDraft = Omit<MeetingCall, "host">;

/** What the screen of an open meeting shows. */
export interface ShownCode {
  /** The link in the code: ticket and code. */
  readonly link: string;
  /** Eight letters, to be typed where there is no camera. */
  readonly code: string;
  /** When the next code takes its place, milliseconds; never for a poster's. */
  readonly until?: number;
}

/** A meeting's code that was read. */
export interface SeenTicket extends Omit<SignedTicket, "signed" | "signature"> {
  /** Signed by an officer of the host, as this phone's own directory knows him. */
  readonly verified: boolean;
}

/** `closed`: it is not the meeting's time; `cancelled`; `other-cell`: the member belongs to another; `not-enrolled`. */
export type CheckInProblem = "closed" | "cancelled" | "other-cell" | "not-enrolled";

/** `other-meeting`: a check-in, but of no meeting that this phone runs; `refused`: the signature or its author does not hold. */
export type CardProblem = "not-a-card" | "damaged" | "other-meeting" | "other-cell" | "refused";

export interface Meetings {
  /** Those to come first, the nearest first; then those past, the latest first. */
  list(): Watch<readonly MeetingRow[]>;
  meeting(id: MeetingId): Watch<MeetingDetail | undefined>;
  /** Calls a meeting of one's own cell or committee; a conference by the office goes to `audience`. */
  call(draft: MeetingDraft, audience?: readonly Scope[]): Promise<MeetingId>;
  change(id: MeetingId, draft: MeetingDraft): Promise<void>;
  cancel(id: MeetingId, reason: string): Promise<void>;
  /** Members can check in from now on. */
  open(id: MeetingId): Promise<void>;
  /** The code of this moment, or the one for a poster, which counts in the meeting's hours only. */
  code(id: MeetingId, poster?: boolean): Promise<ShownCode | undefined>;
  /** A mark of an officer; undefined takes an earlier one back. */
  mark(id: MeetingId, member: MemberId, presence: Presence | undefined, reason?: string): Promise<void>;
  addGuest(id: MeetingId, name: string): Promise<void>;
  removeGuest(id: MeetingId, guest: string): Promise<void>;
  /** What a scanned or opened link says; never throws. */
  readTicket(link: string): Promise<Result<SeenTicket, "not-a-ticket" | "damaged">>;
  /**
   * Checks this phone's member in; with the same code again it changes nothing. `closed` is judged by this phone's clock,
   * which may be wrong: `anyway` checks in all the same, and an officer sees that the moment does not fit.
   */
  checkIn(
    ticket: Pick<SeenTicket, "meeting" | "host" | "code">,
    anyway?: boolean,
  ): Promise<Result<void, CheckInProblem>>;
  /** The member's own check-in as a link to show to an officer's camera. */
  card(id: MeetingId): Promise<string | undefined>;
  /** Takes over a check-in from a member's screen: the same entry that he sends himself, and a mark of this officer. */
  takeCard(
    link: string,
  ): Promise<Result<{ readonly meeting: MeetingId; readonly name: string }, CardProblem>>;
}
