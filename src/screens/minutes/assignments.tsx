import type { MeetingDesk } from "../../device/meetings/meetings";
import type { DraftTask } from "../../device/minutes/minutes-draft";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import type { MemberId } from "../../domain/ids";
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

/** Who is to do what, and until when: it becomes a task when the meeting is closed. */
export const Assignments = ({ point, things, desk, writing }: UnderPointProps<DraftTask>) => {
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
      row={(one) => <Row one={one} desk={desk} writing={writing} />}
      editor={(one) => <Editor one={one} desk={desk} writing={writing} />}
    />
  );
};

interface OneProps {
  readonly one: DraftTask;
  readonly desk: MeetingDesk;
  readonly writing: MinutesWriting;
}

const Row = ({ one, desk, writing }: OneProps) => {
  const { device } = useServices();
  const words = useWords(writing, "task", one.id);
  const name = nameIn(desk, one.lead);
  const others = one.support.flatMap((member) => nameIn(desk, member) ?? []);
  const people = name ? [name, ...others].join(", ") : t("taskNobody");
  return (
    <>
      <b>{words || t("noWords")}</b>
      <br />
      {one.dueOn
        ? t("taskDue", { name: people, day: shortDay(one.dueOn, device.now()) })
        : t("taskPerson", { name: people })}
    </>
  );
};

const Editor = ({ one, desk, writing }: OneProps) => {
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
    </>
  );
};
