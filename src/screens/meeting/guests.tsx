import { useState } from "preact/hooks";
import type { MeetingDesk, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { IconButton } from "../../ui/button";
import { LabelledField } from "../../ui/field";
import { useWrite } from "./use-meetings";

interface GuestsProps {
  readonly id: MeetingId;
  readonly guests: MeetingDesk["guests"];
  readonly meetings: Meetings;
}

/** Guests by name: they are minuted, and count for nothing. */
export const Guests = ({ id, guests, meetings }: GuestsProps) => {
  const write = useWrite();
  const [name, setName] = useState("");
  const add = async () => {
    const typed = name.trim();
    if (!typed) return;
    if (await write(() => meetings.addGuest(id, typed))) setName("");
  };
  return (
    <section class="guests">
      <h2 class="list-title">{t("guests")}</h2>
      <ul>
        {guests.map((one) => (
          <li key={one.guest}>
            <span>{one.name}</span>
            <IconButton
              icon="close"
              label={t("removeGuest", { name: one.name })}
              onPress={() => void write(() => meetings.removeGuest(id, one.guest))}
            />
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <LabelledField label={t("guestName")}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={120}
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </LabelledField>
        <button type="submit" class="button quiet small" disabled={!name.trim()}>
          {t("addGuest")}
        </button>
      </form>
    </section>
  );
};
