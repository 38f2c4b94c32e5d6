/** How large and how long a soak is. `npm run soak` sets it by flags (`test/long-run.mjs`). */
export interface Plan {
  readonly months: number;
  readonly cells: number;
  /** Each has a phone. */
  readonly members: number;
  /** Times a month that each phone comes to the network. */
  readonly syncs: number;
  readonly postgres: boolean;
  readonly seed: number;
}

/** The commune of the seed: 67 cells, 1,657 members, a thousand papers a year. */
const commune = { cells: 67, members: 1657 };
export const papersPerYear = 1000;
/** Of its JSON: what real directives of ten pages have. */
export const textBytes = 20_000;

/** What a month is made of. Chosen once, printed with every run. */
export const habits = {
  /** Audience of a paper: everyone, some cells, or the committees of some cells. */
  toAll: 0.35,
  toCells: 0.5,
  /** Cells that a paper of the latter two kinds goes to. */
  fewestCells: 3,
  mostCells: 12,
  /** Papers that ask for a confirmation, and members who give it. */
  asksConfirmation: 0.15,
  confirms: 0.7,
  /** Of the papers that came, those that a member opens. */
  reads: 0.2,
  expires: 0.02,
  /** Members who come to the meeting of their cell; of the others some are excused. */
  comes: 0.85,
  /** Statements in the minutes of a meeting, and entries that each is written in: a phone signs every twenty seconds of typing. */
  statements: 8,
  edits: 3,
  tasks: 3,
} as const;

/** Phones that are connected at once. */
export const connections = 32;
/** Of each coming to the network so many phones come one by one, each alone with the server. */
export const syncsAlone = 12;

const whole = (value: string | undefined, usual: number): number =>
  value === undefined ? usual : Number(value);

export const planFrom = (env: Readonly<Record<string, string | undefined>>): Plan => {
  const cells = whole(env.CELLS, 3);
  return {
    months: whole(env.MONTHS, 1),
    cells,
    members: Math.round((commune.members * cells) / commune.cells),
    syncs: whole(env.SYNCS, 2),
    postgres: env.POSTGRES === "1",
    seed: whole(env.SEED, 67),
  };
};

/** Papers that are published in a month, counted from 0. */
export const papersIn = (month: number): number =>
  Math.floor((papersPerYear * (month + 1)) / 12) - Math.floor((papersPerYear * month) / 12);
