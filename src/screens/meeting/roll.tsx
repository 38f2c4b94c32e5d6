import { useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import type { SaidStanding } from "../../domain/meeting";
import type { RollRow } from "../../domain/meeting-roll";
import { mustCome, type Presence } from "../../domain/roll-call";
import { t } from "../../i18n/meeting";
import { Chip, Chips } from "../../ui/chips";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";
import { AbsentDialog } from "./absent-dialog";
import { RollMember } from "./roll-member";

interface RollProps {
  readonly id: MeetingId;
  readonly roll: readonly RollRow[];
  readonly meetings: Meetings;
}

const tests = {
  all: () => true,
  uncalled: ({ standing, presence }: RollRow) => presence === undefined && mustCome(standing),
  present: ({ presence }: RollRow) => presence === "present",
  absent: ({ presence }: RollRow) => presence === "excused" || presence === "unexcused",
} as const;
type Filter = keyof typeof tests;
const states = { present: "isPresent", excused: "isExcused", unexcused: "isUnexcused" } as const;
const filters = ["all", "uncalled", "present", "absent"] as const satisfies readonly Filter[];

/** Every member with what can be said of him. Those whose check-in is doubtful stand first: they wait for an answer. */
export const Roll = ({ id, roll, meetings }: RollProps) => {
  const [filter, setFilter] = useState<Filter>("all");
  const shown = roll.filter(tests[filter]);
  return (
    <section class="roll">
      <h2 class="list-title">{t("roll")}</h2>
      <div class="roll-filters">
        <Chips label={t("show")}>
          {filters.map((one) => (
            <Chip key={one} on={filter === one} onPress={() => setFilter(one)}>
              {t(one, { n: roll.filter(tests[one]).length })}
            </Chip>
          ))}
        </Chips>
      </div>
      {shown.length === 0 && <p class="roll-nobody">{t("nobody")}</p>}
      <RollRows id={id} roll={shown} meetings={meetings} stays={tests[filter]} />
    </section>
  );
};

interface RollRowsProps extends RollProps {
  /** Whether a row stays in sight as it is then. */
  readonly stays?: (row: RollRow) => boolean;
}

/** Rows of the roll with their buttons, and the questions that these ask. */
export const RollRows = ({ id, roll, meetings, stays = () => true }: RollRowsProps) => {
  const { toast } = useServices();
  const write = useWrite();
  const [absent, setAbsent] = useState<RollRow>();
  const mark = async (row: RollRow, presence?: Presence, reason?: string) => {
    const wrote = await write(() => meetings.mark(id, row.member, presence, reason));
    if (!wrote || !presence || stays({ ...row, presence })) return;
    // The row has left the list that is shown: a slip of the thumb is taken back from here.
    const undo = { label: t("unmark"), run: () => void mark(row) };
    toast(t("marked", { name: row.name, state: t(states[presence]) }), undo);
  };
  const stand = async (row: RollRow, standing: SaidStanding) => {
    setAbsent(undefined);
    if (!(await write(() => meetings.stand(id, row.member, standing)))) return;
    toast(t("stood", { name: row.name, state: t(standing === "listed" ? "standListed" : standing) }));
  };
  const sorted = [...roll.filter((row) => row.doubtful), ...roll.filter((row) => !row.doubtful)];
  return (
    <>
      <ul>
        {sorted.map((row) => (
          <RollMember
            key={row.member}
            row={row}
            onPresent={() => void mark(row, "present")}
            onAbsent={() => setAbsent(row)}
            onUnmark={() => void mark(row)}
          />
        ))}
      </ul>
      {absent && (
        <AbsentDialog
          name={absent.name}
          standing={absent.standing}
          onStand={(standing) => void stand(absent, standing)}
          onMark={(presence, reason) => {
            void mark(absent, presence, reason);
            setAbsent(undefined);
          }}
          onClose={() => setAbsent(undefined)}
        />
      )}
    </>
  );
};
