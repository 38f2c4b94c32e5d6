import { worldNow } from "./loop";

/** What happened, a line an event: kept for the one who reads why a seed failed, and to compare two runs of it. */
export interface Transcript {
  say(who: string, what: string): void;
  readonly lines: readonly string[];
}

const clockOf = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(Math.floor(ms % 1000)).padStart(3, "0")}`;
};

export const createTranscript = (start: number): Transcript => {
  const lines: string[] = [];
  return {
    lines,
    say: (who, what) => {
      lines.push(`${clockOf(worldNow() - start)}  ${who.padEnd(12)} ${what}`);
    },
  };
};
