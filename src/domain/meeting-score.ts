/*
 * The quality of a meeting in points (HD 42-HD/BTCTW asks for it; sheets are the commune's own, domain.md 2.5). A sheet is data;
 * what can be told from the recorded meeting is reckoned here.
 */

/** What a sheet may reckon by: minutes of the meeting, the others in percent or 0 and 100 for no and yes. */
export const measures = ["duration", "attendance", "speakers", "tasks", "posted", "told"] as const;
export type Measure = (typeof measures)[number];

export interface ScoreItem {
  /** Names it in the minutes. */
  readonly id: string;
  readonly title: string;
  readonly most: number;
  /** Points by what was measured: those of the first band whose `from` is reached. */
  readonly by?: {
    readonly measure: Measure;
    readonly bands: readonly { readonly from: number; readonly points: number }[];
  };
}

/** What was measured; a measure is absent where there was nothing to measure. */
export type Measured = { readonly [measure in Measure]?: number };

export const pointsFor = ({ by }: ScoreItem, measured: Measured): number | undefined => {
  const value = by && measured[by.measure];
  return value === undefined ? undefined : (by?.bands.find(({ from }) => value >= from)?.points ?? 0);
};

export interface MeetingFacts {
  /** Milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** When it was to begin. */
  readonly startsAt: number;
  /** Of those called, without who need not come. */
  readonly expected: number;
  readonly present: number;
  /** Of those present. */
  readonly spoke: number;
  readonly tasks: number;
  readonly tasksDone: number;
  /** When the papers were posted, and the superior committee was told; milliseconds. */
  readonly posted?: number | undefined;
  readonly told?: number | undefined;
}

const percent = (part: number, whole: number): number => (100 * part) / whole;
const day = 24 * 60 * 60_000;

export const measure = (facts: MeetingFacts): Measured => ({
  duration: Math.max(0, facts.endedAt - facts.startedAt) / 60_000,
  ...(facts.expected > 0 && { attendance: percent(facts.present, facts.expected) }),
  ...(facts.present > 0 && { speakers: percent(facts.spoke, facts.present) }),
  ...(facts.tasks > 0 && { tasks: percent(facts.tasksDone, facts.tasks) }),
  // HD 42: papers at least a day before.
  posted: facts.posted !== undefined && facts.posted <= facts.startsAt - day ? 100 : 0,
  told: facts.told !== undefined && facts.told <= facts.startsAt ? 100 : 0,
});

export const ratings = ["good", "fair", "average", "poor"] as const;
export type Rating = (typeof ratings)[number];

const sum = (all: readonly number[]) => Math.round(all.reduce((a, b) => a + b, 0) * 100) / 100;

/** The sum of a sheet; lines without points count as none. */
export const sumOf = (lines: readonly { readonly given?: number; readonly most: number }[]) => {
  const given = sum(lines.map((line) => line.given ?? 0));
  const most = sum(lines.map((line) => line.most));
  return { given, most, rating: ratingOf(given, most) };
};

/** Of a hundred points: from 90 good, from 70 fair, from 50 average. */
const ratingOf = (given: number, most: number): Rating => {
  const share = most > 0 ? percent(given, most) : 0;
  return share >= 90 ? "good" : share >= 70 ? "fair" : share >= 50 ? "average" : "poor";
};
