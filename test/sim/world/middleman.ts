import type { Chance } from "./chance";

/*
 * Somebody on the way who rewrites what passes: a hostile proxy, a router that was broken into. He knows the protocol and holds
 * no key: what he makes of an entry is well-formed and valid, and its signature is still that of what its author wrote; what
 * he makes of a page says its old digest.
 */

/** What he heard on this line and may say again: lines of entries without their numbers. */
export type Overheard = string[];

/** `signature SP payload`, at the end of a line of whatever kind. */
const entryPattern = /^(e \d+ |i |)([\w-]{86}) (\{"id":".*\})$/;
const numberedPattern = /^([esw]) (\d+) (.*)$/;

/** A letter of what people read, or the moment of writing. */
const alterPayload = (payload: string, chance: Chance): string => {
  const entry = JSON.parse(payload) as { at: number; body: Record<string, unknown> };
  // Ids and kinds are one word.
  const texts = Object.entries(entry.body).filter(
    (one): one is [string, string] => typeof one[1] === "string" && one[1].includes(" "),
  );
  const [name, text] = chance.yes(0.6) ? (chance.pick(texts) ?? []) : [];
  if (name === undefined || text === undefined) entry.at += chance.yes(0.5) ? 1 : -chance.between(1, 600_000);
  else entry.body[name] = text.replace(/\p{L}/u, (letter) => (letter === "x" ? "y" : "x"));
  return JSON.stringify(entry);
};

const alterEntries = (lines: readonly string[], chance: Chance): string[] =>
  lines.map((line) => {
    const [, lead, signature, payload] = entryPattern.exec(line) ?? [];
    return payload !== undefined && chance.yes(0.6)
      ? `${lead}${signature} ${alterPayload(payload, chance)}`
      : line;
  });

/** Where the numbered lines of a page stand: it ends with the line that names its digest. */
const pagesIn = (lines: readonly string[]): number[][] => {
  const pages: number[][] = [];
  let open: number[] = [];
  lines.forEach((line, i) => {
    if (numberedPattern.test(line)) open.push(i);
    if (!line.startsWith("c ")) return;
    pages.push(open);
    open = [];
  });
  return pages;
};

const say = (lines: string[], at: number, what: string) => {
  const [, , n] = numberedPattern.exec(lines[at] ?? "") ?? [];
  lines[at] = `e ${n} ${what}`;
};
const said = (lines: readonly string[], at: number): string | undefined => {
  const [, tag, , what] = numberedPattern.exec(lines[at] ?? "") ?? [];
  return tag === "e" ? what : undefined;
};

/** Two entries of a page change places. */
const swap = (lines: string[], page: readonly number[], chance: Chance) => {
  const [first, second] = [chance.pick(page), chance.pick(page)];
  if (first === undefined || second === undefined) return;
  const [one, other] = [said(lines, first), said(lines, second)];
  if (one === undefined || other === undefined) return;
  say(lines, first, other);
  say(lines, second, one);
};

/** One entry of a page is left out, and what follows moves up. */
const leaveOut = (lines: string[], page: readonly number[], chance: Chance) => {
  const gone = chance.pick(page);
  if (gone === undefined) return;
  const end = lines.findIndex((line, i) => i > gone && line.startsWith("c "));
  for (let i = gone + 1; i <= end; i += 1)
    lines[i] = (lines[i] ?? "").replace(/^(\w) (\d+)/, (_, tag, n) => `${tag} ${Number(n) - 1}`);
  lines.splice(gone, 1);
};

/** In place of the newest entry comes one that was heard before. */
const repeat = (lines: string[], page: readonly number[], overheard: Overheard, chance: Chance) => {
  const last = page.at(-1);
  const older = chance.pick(overheard);
  if (last !== undefined && older !== undefined) say(lines, last, older);
};

/** An answer as it arrives through his hands. */
export const alterAnswer = (text: string, overheard: Overheard, chance: Chance): string => {
  const lines = text.split("\n");
  const page = chance.pick(pagesIn(lines));
  const fresh = lines.flatMap((_, i) => said(lines, i) ?? []);
  const what = page ? chance.choose({ entries: 3, swapped: 1, "left-out": 1, repeated: 1 }) : "entries";
  if (page && what === "swapped") swap(lines, page, chance);
  if (page && what === "left-out") leaveOut(lines, page, chance);
  if (page && what === "repeated") repeat(lines, page, overheard, chance);
  overheard.push(...fresh);
  return (what === "entries" ? alterEntries(lines, chance) : lines).join("\n");
};

/** What a phone pushes, as it reaches the office through his hands. */
export const alterPush = (body: string, chance: Chance): string => {
  const [hello, ...lines] = body.split("\n");
  return [hello, ...alterEntries(lines, chance)].join("\n");
};
