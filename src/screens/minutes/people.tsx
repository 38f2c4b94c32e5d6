import type { MeetingDesk } from "../../device/meetings/meetings";
import type { HeadFacts } from "../../device/minutes/minutes-draft";
import type { MemberId } from "../../domain/ids";
import { t } from "../../i18n/minutes";
import { LabelledField } from "../../ui/field";

export const nameIn = (desk: MeetingDesk, member: MemberId | undefined): string | undefined =>
  desk.roll.find((one) => one.member === member)?.name;

export const leadRoles = ["chair", "writer"] as const;
export type LeadRole = (typeof leadRoles)[number];

/** Who presides or writes, by name. */
export const leaderIn = (desk: MeetingDesk, head: HeadFacts, role: LeadRole): string | undefined =>
  nameIn(desk, head[role]) ?? head[`${role}Name`];

interface PersonSelectProps {
  readonly desk: MeetingDesk;
  readonly label: string;
  readonly none: string;
  /** A member's id, or `guest:` and a guest's. */
  readonly value: string;
  /** Who is meant where the value is nobody's on the list: he stays to be seen. */
  readonly kept?: string | undefined;
  readonly withGuests?: boolean;
  readonly focus?: boolean;
  readonly onChange: (value: string) => void;
}

const guestMark = "guest:";
export const guestValue = (guest: string): string => guestMark + guest;

/** Who was picked, as the minutes keep it. */
export const personOf = (
  desk: MeetingDesk,
  value: string,
): { readonly member?: MemberId; readonly guest?: MemberId; readonly name?: string } => {
  if (value === "") return {};
  if (!value.startsWith(guestMark)) return { member: value as MemberId };
  const picked = desk.guests.find(({ guest }) => guestMark + guest === value);
  return picked ? { guest: picked.guest as MemberId, name: picked.name } : {};
};

/** Picks somebody of the roll: those who came stand first. The phone's own list, which every hand knows. */
export const PersonSelect = ({
  desk,
  label,
  none,
  value,
  kept,
  withGuests,
  focus,
  onChange,
}: PersonSelectProps) => {
  const came = desk.roll.filter(({ presence }) => presence === "present");
  const others = desk.roll.filter(({ presence }) => presence !== "present");
  const options = (rows: MeetingDesk["roll"]) =>
    rows.map(({ member, name }) => (
      <option key={member} value={member}>
        {name}
      </option>
    ));
  return (
    <LabelledField label={label}>
      {(control) => (
        <select
          {...control}
          value={value}
          ref={(element) => {
            if (focus && element && !element.dataset.focused) {
              element.dataset.focused = "yes";
              element.focus();
            }
          }}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{none}</option>
          {kept && <option value={value}>{kept}</option>}
          {came.length > 0 && !desk.delegates && <optgroup label={t("whoCame")}>{options(came)}</optgroup>}
          {desk.delegates
            ?.filter(({ roll }) => roll.some(({ presence }) => presence === "present"))
            .map(({ org, name, roll }) => (
              <optgroup key={org} label={name}>
                {options(roll.filter(({ presence }) => presence === "present"))}
              </optgroup>
            ))}
          {withGuests && desk.guests.length > 0 && (
            <optgroup label={t("guests")}>
              {desk.guests.map(({ guest, name }) => (
                <option key={guest} value={guestValue(guest)}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {others.length > 0 && <optgroup label={t("whoElse")}>{options(others)}</optgroup>}
        </select>
      )}
    </LabelledField>
  );
};
