import { useState } from "preact/hooks";
import type { MeetingDesk, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting";
import { IconButton, SubmitButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { TextField } from "../../ui/text-field";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";

type Guest = MeetingDesk["guests"][number];

interface GuestsProps {
  readonly id: MeetingId;
  readonly guests: readonly Guest[];
  readonly meetings: Meetings;
}

/** Guests by name: they are minuted, and count for nothing. */
export const Guests = ({ id, guests, meetings }: GuestsProps) => {
  const write = useWrite();
  const { toast } = useServices();
  const [name, setName] = useState("");
  const [edited, setEdited] = useState<Guest>();
  const add = async () => {
    const typed = name.trim();
    if (!typed) return;
    if (await write(() => meetings.addGuest(id, typed))) setName("");
  };
  const rename = ({ guest }: Guest, to: string) => write(() => meetings.renameGuest(id, guest, to));
  const remove = async (one: Guest) => {
    if (!(await write(() => meetings.removeGuest(id, one.guest)))) return;
    // Put down again under the same name, he is in the place where he was.
    toast(t("guestRemoved", { name: one.name }), { label: t("undo"), run: () => void rename(one, one.name) });
  };
  return (
    <section class="guests">
      <h2 class="list-title">{t("guests")}</h2>
      <ul>
        {guests.map((one) => (
          <li key={one.guest}>
            <span>{one.name}</span>
            <button
              type="button"
              class="button quiet small"
              aria-label={t("editGuestOf", { name: one.name })}
              onClick={() => setEdited(one)}
            >
              {t("editGuest")}
            </button>
            <IconButton
              icon="close"
              label={t("removeGuest", { name: one.name })}
              onPress={() => void remove(one)}
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
        <GuestName value={name} onInput={setName} />
        <button type="submit" class="button quiet small" disabled={!name.trim()}>
          {t("addGuest")}
        </button>
      </form>
      {edited && (
        <EditGuest
          guest={edited}
          onSave={(to) => void rename(edited, to).then((saved) => saved && setEdited(undefined))}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
};

interface EditGuestProps {
  readonly guest: Guest;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Another name for the guest; what he said in the minutes goes with it. */
const EditGuest = ({ guest, onSave, onClose }: EditGuestProps) => {
  const [name, setName] = useState(guest.name);
  return (
    <Dialog title={t("editGuestOf", { name: guest.name })} closeLabel={core("close")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) onSave(name.trim());
        }}
      >
        <GuestName value={name} onInput={setName} />
        <SubmitButton wide disabled={!name.trim()}>
          {t("saveGuest")}
        </SubmitButton>
      </form>
    </Dialog>
  );
};

const GuestName = ({
  value,
  onInput,
}: {
  readonly value: string;
  readonly onInput: (name: string) => void;
}) => <TextField label={t("guestName")} maxLength={120} value={value} onInput={onInput} />;
