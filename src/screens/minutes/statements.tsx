import type { MeetingDesk } from "../../device/meetings/meetings";
import { typeInto } from "../../device/minutes/minutes-document";
import type { Statement } from "../../device/minutes/minutes-draft";
import { guestName } from "../../device/minutes/minutes-lines";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import { passageLimit } from "../../domain/minutes";
import { t } from "../../i18n/minutes";
import { Chip, Chips } from "../../ui/chips";
import { useServices } from "../services";
import { guestValue, nameIn, PersonSelect, personOf } from "./people";
import { TextBox, useWords } from "./text-box";
import { Written } from "./written";

export interface UnderPointProps<T> {
  readonly point: string;
  readonly things: readonly T[];
  readonly desk: MeetingDesk;
  readonly writing: MinutesWriting;
}

const phrases = ["phrase1", "phrase2", "phrase3", "phrase4", "phrase5"] as const;

/** Who spoke to a point, and what. */
export const Statements = ({ point, things, desk, writing }: UnderPointProps<Statement>) => {
  const { device } = useServices();
  return (
    <Written
      title={t("statements")}
      things={things}
      add={t("addStatement")}
      remove={t("removeStatement")}
      onAdd={() => {
        const id = writing.newId();
        writing.putStatement(id, { point, at: device.now() });
        return id;
      }}
      onGone={({ id, ...facts }, gone) => writing.putStatement(id, { ...facts, gone })}
      row={(one) => <Row one={one} desk={desk} writing={writing} />}
      editor={(one) => <Editor one={one} desk={desk} writing={writing} />}
    />
  );
};

interface OneProps {
  readonly one: Statement;
  readonly desk: MeetingDesk;
  readonly writing: MinutesWriting;
}

const Row = ({ one, desk, writing }: OneProps) => {
  const words = useWords(writing, "statement", one.id);
  const name = nameIn(desk, one.member) ?? guestName(desk.guests, one);
  return (
    <>
      {name && <b>{name}: </b>}
      {words || t("noWords")}
    </>
  );
};

const Editor = ({ one, desk, writing }: OneProps) => {
  const { id, ...facts } = one;
  const say = (phrase: string) => {
    const text = writing.text("statement", id);
    const before = text.toString().trimEnd();
    typeInto(text, before ? `${before} ${phrase}` : phrase);
  };
  return (
    <>
      <PersonSelect
        focus={!facts.member && !facts.name}
        desk={desk}
        label={t("speaker")}
        none={t("nobody")}
        withGuests
        value={facts.member ?? (facts.name ? guestValue(facts.guest ?? facts.name) : "")}
        kept={desk.guests.some(({ guest }) => guest === facts.guest) ? undefined : facts.name}
        onChange={(value) => {
          const { point, at, gone } = facts;
          writing.putStatement(id, { point, at, gone, ...personOf(desk, value) });
        }}
      />
      <TextBox
        writing={writing}
        owner="statement"
        id={id}
        label={t("said")}
        note={t("saidNote")}
        most={passageLimit}
        focus={Boolean(facts.member ?? facts.name)}
      />
      <Chips label={t("phrases")}>
        {phrases.map((one) => (
          <Chip key={one} on={false} onPress={() => say(t(one))}>
            {t(one).trim()}
          </Chip>
        ))}
      </Chips>
    </>
  );
};
