import type { DocumentRow } from "../../device/device";
import type { MeetingDesk, MeetingDetail } from "../../device/meetings/meetings";
import type { DraftTask } from "../../device/minutes/minutes-draft";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import type { DocumentId, MemberId } from "../../domain/ids";
import { matterLimit } from "../../domain/minutes";
import { longDay, shortDay } from "../../i18n/date";
import { t } from "../../i18n/minutes";
import { LabelledField } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Tick } from "../../ui/tick";
import { useServices } from "../services";
import { nameIn, PersonSelect } from "./people";
import type { UnderPointProps } from "./statements";
import { TextBox, useWords } from "./text-box";
import { Written } from "./written";

interface AssignmentsProps extends UnderPointProps<DraftTask> {
  readonly papers: MeetingDetail["papers"];
}

/** Who is to do what, until when and after which paper: it becomes a task when the meeting is closed. */
export const Assignments = ({ point, things, papers, desk, writing }: AssignmentsProps) => {
  const { device } = useServices();
  return (
    <Written
      title={t("tasks")}
      things={things}
      add={t("addTask")}
      remove={t("removeTask")}
      onAdd={() => {
        const id = writing.newId();
        writing.putTask(id, { point, at: device.now(), support: [] });
        return id;
      }}
      onGone={({ id, ...facts }, gone) => writing.putTask(id, { ...facts, gone })}
      row={(one) => <Row {...{ one, papers, desk, writing }} />}
      editor={(one) => <Editor {...{ one, papers, desk, writing }} />}
    />
  );
};

interface OneProps {
  readonly one: DraftTask;
  readonly papers: MeetingDetail["papers"];
  readonly desk: MeetingDesk;
  readonly writing: MinutesWriting;
}

const Row = ({ one, papers, desk, writing }: OneProps) => {
  const { device } = useServices();
  const words = useWords(writing, "task", one.id);
  const name = nameIn(desk, one.lead);
  const others = one.support.flatMap((member) => nameIn(desk, member) ?? []);
  const paper = papers.find(({ id }) => id === one.paper)?.row;
  const people = name ? [name, ...others].join(", ") : t("taskNobody");
  return (
    <>
      <b>{words || t("noWords")}</b>
      <br />
      {one.dueOn
        ? t("taskDue", { name: people, day: shortDay(one.dueOn, device.now()) })
        : t("taskPerson", { name: people })}
      {paper && (
        <>
          <br />
          {t("taskAfter", { name: nameOfPaper(paper) })}
        </>
      )}
    </>
  );
};

const Editor = ({ one, papers, desk, writing }: OneProps) => {
  const { id, ...facts } = one;
  const put = (part: Partial<typeof facts>) => writing.putTask(id, { ...facts, ...part });
  const help = (member: MemberId, on: boolean) =>
    put({ support: on ? [...facts.support, member] : facts.support.filter((other) => other !== member) });
  return (
    <>
      <TextBox
        writing={writing}
        owner="task"
        id={id}
        label={t("taskText")}
        most={matterLimit}
        rows={2}
        focus
      />
      <PersonSelect
        desk={desk}
        label={t("lead")}
        none={t("choose")}
        value={facts.lead ?? ""}
        onChange={(value) =>
          put({
            lead: value ? (value as MemberId) : undefined,
            support: facts.support.filter((member) => member !== value),
          })
        }
      />
      <Fold title={facts.support.length > 0 ? t("supportCount", { n: facts.support.length }) : t("support")}>
        {desk.roll
          .filter(({ member }) => member !== facts.lead)
          .map(({ member, name }) => (
            <Tick key={member} on={facts.support.includes(member)} onChange={(on) => help(member, on)}>
              {name}
            </Tick>
          ))}
      </Fold>
      <LabelledField label={t("dueOn")} note={facts.dueOn && longDay(facts.dueOn)}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={facts.dueOn ?? ""}
            onChange={(event) => put({ dueOn: event.currentTarget.value || undefined })}
          />
        )}
      </LabelledField>
      <PaperSelect
        papers={papers.flatMap(({ row }) => row ?? [])}
        value={facts.paper}
        onChange={(paper) => put({ paper })}
      />
    </>
  );
};

interface PaperSelectProps {
  readonly papers: readonly DocumentRow[];
  readonly value: DocumentId | undefined;
  readonly onChange: (paper: DocumentId | undefined) => void;
}

/** Which of the meeting's papers asks for it; nothing to be asked where the meeting has none. */
const PaperSelect = ({ papers, value, onChange }: PaperSelectProps) =>
  papers.length === 0 ? null : (
    <LabelledField label={t("taskPaper")}>
      {(control) => (
        <select
          {...control}
          value={value ?? ""}
          onChange={(event) => onChange((event.currentTarget.value as DocumentId) || undefined)}
        >
          <option value="">{t("taskNoPaper")}</option>
          {papers.map((row) => (
            <option key={row.id} value={row.id}>
              {nameOfPaper(row)}
            </option>
          ))}
          {value && !papers.some(({ id }) => id === value) && (
            <option value={value}>{t("taskPaperAway")}</option>
          )}
        </select>
      )}
    </LabelledField>
  );

/** The number first: it is what a narrow list shows of a long name. */
const nameOfPaper = ({ number, abstract }: DocumentRow): string =>
  number ? `${number} · ${abstract}` : abstract;
