/**
 * Who counts at a cell's meeting (QĐ 294-QĐ/TW §9.3 with HD 06-HD/TW; domain.md 2.6). Pure: the same facts give the same
 * figures on every phone.
 */

/**
 * How a member stands to this meeting. `temporary`: of another cell, taking part here for a time; `away`: of this cell,
 * introduced to temporary activity elsewhere; `exempt`: excused from work and activity; `suspended`: also who is prosecuted
 * or detained.
 */
export const standings = ["official", "probationary", "temporary", "exempt", "away", "suspended"] as const;
export type Standing = (typeof standings)[number];

/** Absent with a reason, or without one. Who was not called yet is absent without a mark. */
export type Presence = "present" | "excused" | "unexcused";

export interface Called {
  readonly standing: Standing;
  readonly presence?: Presence | undefined;
}

export interface RollCall {
  /** Members of this cell, wherever they are; who takes part here for a time belongs to another. */
  readonly strength: number;
  /** Everyone who came, guests apart. */
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
  /** Of those who have to come. */
  readonly uncalled: number;
  /** Of how many a vote is counted. */
  readonly denominator: number;
  /** Those of them who came. */
  readonly voters: number;
  /** The fewest votes that are more than a half; nothing is carried where nobody counts. */
  readonly majority: number;
  /** The fewest votes that are two thirds: to admit, confirm, strike off, expel. */
  readonly twoThirds: number;
  /** More than a half of those who count came. */
  readonly valid: boolean;
}

/** Who is exempt from activity, introduced elsewhere or suspended need not come, and is not absent where he does not. */
export const mustCome = (standing: Standing): boolean =>
  standing !== "exempt" && standing !== "away" && standing !== "suspended";

/** Probationary members and those of other cells have every right but the vote. An exempt member who comes has it again. */
const isCounted = ({ standing, presence }: Called): boolean =>
  standing === "official" || (standing === "exempt" && presence === "present");

export const rollCall = (called: readonly Called[]): RollCall => {
  const count = (test: (one: Called) => boolean) => called.filter(test).length;
  const denominator = count(isCounted);
  const voters = count((one) => isCounted(one) && one.presence === "present");
  return {
    strength: count(({ standing }) => standing !== "temporary"),
    present: count(({ presence }) => presence === "present"),
    excused: count(({ presence }) => presence === "excused"),
    unexcused: count(({ presence }) => presence === "unexcused"),
    uncalled: count(({ standing, presence }) => presence === undefined && mustCome(standing)),
    denominator,
    voters,
    majority: Math.floor(denominator / 2) + 1,
    twoThirds: Math.max(1, Math.ceil((denominator * 2) / 3)),
    valid: voters * 2 > denominator,
  };
};

/** Hands or papers as counted in the room; the app records them and collects none. */
export interface Votes {
  readonly agree: number;
  readonly disagree: number;
  /** Another opinion, or none given. */
  readonly other: number;
}

/** What is wrong with a count, if anything: `too-many` for those who may vote, `missing` where some hands were not counted. */
export const checkVotes = (
  { agree, disagree, other }: Votes,
  { voters }: Pick<RollCall, "voters">,
): "not-a-count" | "too-many" | "missing" | undefined => {
  const all = [agree, disagree, other];
  if (!all.every((one) => Number.isSafeInteger(one) && one >= 0)) return "not-a-count";
  const sum = agree + disagree + other;
  return sum > voters ? "too-many" : sum < voters ? "missing" : undefined;
};

/** Whether so many votes carry it: of those who count, not of those who came. */
export const isCarried = (
  { agree }: Votes,
  { majority, twoThirds, valid }: RollCall,
  needs: "majority" | "two-thirds",
): boolean => valid && agree >= (needs === "majority" ? majority : twoThirds);
