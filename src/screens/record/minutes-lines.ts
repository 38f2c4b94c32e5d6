import type { Closing } from "../../domain/meeting";
import type { MinutesLine } from "../../domain/minutes";
import { officialDay } from "../../i18n/date";
import { scoreOf } from "./meeting-score";
import type { Block, Table } from "./paper";
import {
  comrade,
  counted,
  decimal,
  numericDay,
  ratingNames,
  sentence,
  taskStateNames,
  upperFirst,
  voteForms,
  voteNeeds,
} from "./paper-words";

type Of<Is extends MinutesLine["is"]> = Extract<MinutesLine, { readonly is: Is }>;

/** Paragraphs of a text that a person typed; the first begins with `lead`. */
export const passages = (text: string, lead?: string): readonly Block[] =>
  text
    .split("\n")
    .filter((one) => one.trim() !== "")
    .map((one, i) => ({ is: "paragraph", ...(i === 0 && lead && { lead }), text: sentence(one) }));

/** `18 tán thành, 0 không tán thành, 0 ý kiến khác`. */
export const votesText = ({ agree, disagree, other }: Closing["adopted"]): string =>
  `tán thành ${counted(agree)}, không tán thành ${counted(disagree)}, ý kiến khác ${counted(other)}`;

const speaker = ({ member, name }: Of<"statement">, roll: Closing["roll"]): string => {
  const known = name ?? roll.find((one) => one.member === member)?.name;
  if (!known) return "Ý kiến:";
  return `${upperFirst(member ? comrade(known) : known)}:`;
};

const vote = ({ matter, form, needs, carried, ...votes }: Of<"vote">): Block => ({
  is: "paragraph",
  lead: "Biểu quyết:",
  text: `${sentence(matter.replaceAll("\n", " "))} Hình thức: ${voteForms[form]}. Kết quả: ${votesText(votes)}; cần ${voteNeeds[needs]}: ${carried ? "được thông qua" : "không được thông qua"}.`,
});

const task = ({ text, lead, support, dueOn }: Of<"task">): Block => {
  const people = `${upperFirst(comrade(lead))}${support ? ` (phối hợp: ${support})` : ""}`;
  const due = dueOn ? ` Thời hạn: ${officialDay(dueOn)}.` : "";
  return { is: "paragraph", text: `- ${people}: ${sentence(text.replaceAll("\n", " "))}${due}` };
};

/** The tasks of the meeting before, and how far they came. */
export const reviewTable = (lines: readonly Of<"review">[]): Table => ({
  is: "table",
  columns: [
    { head: "TT", width: 7, centred: true },
    { head: "Nội dung nhiệm vụ", width: 33 },
    { head: "Người thực hiện", width: 23 },
    { head: "Thời hạn", width: 17, centred: true },
    { head: "Kết quả", width: 20, centred: true },
  ],
  rows: lines.map(({ text, people, dueOn, state }, i) => [
    `${i + 1}`,
    text,
    people,
    dueOn ? numericDay(dueOn) : "",
    taskStateNames[state],
  ]),
});

/** Who does what until when. */
export const taskTable = (lines: readonly Of<"task">[]): Table => ({
  is: "table",
  columns: [
    { head: "TT", width: 7, centred: true },
    { head: "Nội dung công việc", width: 43 },
    { head: "Người thực hiện", width: 32 },
    { head: "Thời hạn", width: 18, centred: true },
  ],
  rows: lines.map(({ text, lead, support, dueOn }, i) => [
    `${i + 1}`,
    text,
    support ? `${lead}\nPhối hợp: ${support}` : lead,
    dueOn ? numericDay(dueOn) : "",
  ]),
});

const scoreBlocks = (lines: readonly MinutesLine[]): readonly Block[] => {
  const score = scoreOf(lines);
  if (!score) return [];
  const table: Table = {
    is: "table",
    columns: [
      { head: "TT", width: 7, centred: true },
      { head: "Tiêu chí", width: 57 },
      { head: "Điểm tối đa", width: 18, centred: true },
      { head: "Điểm đạt", width: 18, centred: true },
    ],
    rows: [
      ...score.rows.map(({ title, most, given }, i) => [`${i + 1}`, title, decimal(most), decimal(given)]),
      ["", "Tổng điểm", decimal(score.most), decimal(score.given)],
    ],
    summed: true,
  };
  return [
    { is: "paragraph", lead: "Chấm điểm chất lượng sinh hoạt:", text: "" },
    table,
    { is: "paragraph", lead: "Xếp loại buổi sinh hoạt:", text: `${ratingNames[score.rating]}.` },
  ];
};

/** Lines of one sort that follow each other, together. */
const runsOf = (lines: readonly MinutesLine[]): readonly (readonly MinutesLine[])[] => {
  const runs: MinutesLine[][] = [];
  for (const one of lines)
    if (runs.at(-1)?.[0]?.is === one.is) runs.at(-1)?.push(one);
    else runs.push([one]);
  return runs;
};

const isAll = <Is extends MinutesLine["is"]>(run: readonly MinutesLine[], is: Is): run is readonly Of<Is>[] =>
  run[0]?.is === is;

const blocksOfRun = (run: readonly MinutesLine[], roll: Closing["roll"]): readonly Block[] => {
  if (isAll(run, "review"))
    return [{ is: "paragraph", lead: "Kết quả thực hiện nhiệm vụ đã giao:", text: "" }, reviewTable(run)];
  if (isAll(run, "statement")) return run.flatMap((one) => passages(one.text, `- ${speaker(one, roll)}`));
  if (isAll(run, "conclusion")) return run.flatMap(({ text }) => passages(text, "Kết luận:"));
  if (isAll(run, "vote")) return run.map(vote);
  if (isAll(run, "task"))
    return [{ is: "paragraph", lead: "Phân công nhiệm vụ:", text: "" }, ...run.map(task)];
  if (isAll(run, "score")) return scoreBlocks(run);
  return [];
};

/** What was said, concluded, voted on and assigned, in its order. The resolution is a paper of its own and is only named. */
export const minutesBlocks = (lines: readonly MinutesLine[], roll: Closing["roll"]): readonly Block[] => {
  const named = lines.some(({ is }) => is === "resolution")
    ? [{ is: "paragraph", text: "Nghị quyết của hội nghị được lập thành văn bản riêng." } as const]
    : [];
  return [...runsOf(lines).flatMap((run) => blocksOfRun(run, roll)), ...named];
};
