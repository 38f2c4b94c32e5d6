import type { Closing, MeetingView } from "./meeting";
import type { Said } from "./meeting-host";
import type { MinutesLine, MinutesView } from "./minutes";

/** The end that holds: the earliest that the host told. */
export const closingOf = ({ called, closings }: MeetingView): (Closing & Said) | undefined =>
  closings.find(({ host }) => host === called?.host);

/** Adopted minutes as far as they are on this device. */
export interface AdoptedMinutes {
  readonly lines: readonly MinutesLine[];
  /** Parts that have not come yet. */
  readonly missing: number;
  /** The earliest first; `at` in milliseconds. */
  readonly addenda: readonly { readonly at: number; readonly text: string }[];
}

/** The minutes of that end. Of a part that was told twice the first holds. */
export const adoptedOf = ({ parts, addenda }: MinutesView, closing: Closing): AdoptedMinutes => {
  const own = Array.from({ length: closing.parts }, (_, part) =>
    parts.find((one) => one.host === closing.host && one.closing === closing.closing && one.part === part),
  );
  return {
    lines: own.flatMap((one) => one?.lines ?? []),
    missing: own.filter((one) => !one).length,
    addenda: addenda.filter(({ host }) => host === closing.host).map(({ at, text }) => ({ at, text })),
  };
};

/** A point of the agenda with what was said, concluded, voted on and assigned under it. */
export interface MinutesPoint {
  /** Undefined for what stands before the first point. */
  readonly point?: string;
  readonly lines: readonly MinutesLine[];
}

/** Lines of the minutes under their points. */
export const byPoint = (lines: readonly MinutesLine[]): readonly MinutesPoint[] => {
  const points: { point?: string; lines: MinutesLine[] }[] = [{ lines: [] }];
  for (const one of lines)
    if (one.is === "point") points.push({ point: one.point, lines: [] });
    else points.at(-1)?.lines.push(one);
  return points.filter(({ point, lines }) => point !== undefined || lines.length > 0);
};
