import type { MeetingDesk } from "../../device/meetings/meetings";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import type { MemberId } from "../../domain/ids";
import { t } from "../../i18n/minutes";
import { TextField } from "../../ui/text-field";
import { guestValue, type LeadRole, leadRoles, PersonSelect, personOf } from "./people";
import { useDraft } from "./use-writing";

interface LeadersProps {
  readonly desk: MeetingDesk;
  readonly writing: MinutesWriting;
}

/** Who presides and who writes. A conference is led by people on no roll: there their names are typed. */
export const Leaders = ({ desk, writing }: LeadersProps) => (
  <>
    {leadRoles.map((role) =>
      desk.delegates ? (
        <TypedLeader key={role} role={role} writing={writing} />
      ) : (
        <PickedLeader key={role} role={role} desk={desk} writing={writing} />
      ),
    )}
  </>
);

const put = (writing: MinutesWriting, role: LeadRole, member?: MemberId, name?: string) =>
  writing.putHead({ [role]: member, [`${role}Name`]: name });

const PickedLeader = ({ role, desk, writing }: LeadersProps & { readonly role: LeadRole }) => {
  const { head } = useDraft(writing);
  const name = head[`${role}Name`];
  const guest = desk.guests.find((one) => one.name === name)?.guest;
  return (
    <PersonSelect
      desk={desk}
      label={t(role)}
      none={t("choose")}
      withGuests
      value={head[role] ?? (name ? guestValue(guest ?? name) : "")}
      kept={head[role] || guest ? undefined : name}
      onChange={(value) => {
        const { member, name } = personOf(desk, value);
        put(writing, role, member, name);
      }}
    />
  );
};

const TypedLeader = ({ role, writing }: Pick<LeadersProps, "writing"> & { readonly role: LeadRole }) => {
  const { head } = useDraft(writing);
  return (
    <TextField
      label={t(role)}
      note={t("leaderNote")}
      maxLength={120}
      value={head[`${role}Name`] ?? ""}
      onDone={(name) => put(writing, role, undefined, name.trim() || undefined)}
    />
  );
};
