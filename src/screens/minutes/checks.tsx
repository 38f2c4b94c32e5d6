import type { ComponentChildren } from "preact";
import type { MinutesDraft } from "../../device/minutes/minutes-draft";
import { mustCome } from "../../domain/roll-call";
import { t } from "../../i18n/minutes";
import { Button, ButtonLink } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";
import { Leaders } from "./leaders";
import type { MinutesPageParts } from "./minutes-page";
import { leaderIn, leadRoles } from "./people";

interface ChecksProps extends MinutesPageParts {
  readonly draft: MinutesDraft;
  readonly unfinished: number;
  readonly wrongVotes: number;
}

/** What should be right before the minutes are read out; each with the way to mend it. */
export const Checks = ({ meeting, desk, meetings, writing, draft, unfinished, wrongVotes }: ChecksProps) => {
  const { toast } = useServices();
  const write = useWrite();
  const { figures, roll } = desk;
  const byDelegates = desk.delegates !== undefined;
  const waiting = roll.filter(({ standing, presence }) => presence === undefined && mustCome(standing));
  // Who scanned a code came perhaps: that is decided one by one, on the roll.
  const doubtful = waiting.filter((row) => row.doubtful);
  const uncalled = waiting.filter((row) => !row.doubtful);
  const markAll = async () => {
    const marked = await write(async () => {
      for (const { member } of uncalled) await meetings.mark(meeting.id, member, "unexcused");
    });
    if (marked)
      toast(t("markedUncalled", { n: uncalled.length }), {
        label: t("undo"),
        run: () =>
          void write(async () => {
            for (const { member } of uncalled) await meetings.mark(meeting.id, member, undefined);
          }),
      });
  };
  const counted = { n: figures.voters, of: figures.denominator };
  const peopleMissing = leadRoles.some((role) => leaderIn(desk, draft.head, role) === undefined);
  return (
    <section class="meeting-part">
      <h2>{t("checks")}</h2>
      <ul class="checks">
        {doubtful.length > 0 && (
          <Check ok={false}>
            {t("doubtfulLeft", { n: doubtful.length })}
            <ButtonLink kind="quiet" small href={`/hop/${meeting.id}`}>
              {t("toRoll")}
            </ButtonLink>
          </Check>
        )}
        {!byDelegates && (uncalled.length > 0 || doubtful.length === 0) && (
          <Check ok={uncalled.length === 0}>
            {uncalled.length === 0 ? t("allCalled") : t("uncalled", { n: uncalled.length })}
            {uncalled.length > 0 && (
              <Button kind="quiet" small onPress={() => void markAll()}>
                {t("markUncalled")}
              </Button>
            )}
          </Check>
        )}
        {roll.length > 0 && !byDelegates && (
          <Check ok={figures.valid}>{t(figures.valid ? "valid" : "notValid", counted)}</Check>
        )}
        {unfinished > 0 && (
          <Check ok={false}>
            {t("unfinished", { n: unfinished })}
            <ButtonLink kind="quiet" small href={`/hop/${meeting.id}/dien-bien`}>
              {t("toMend")}
            </ButtonLink>
          </Check>
        )}
        {wrongVotes > 0 && (
          <Check ok={false}>
            {t("wrongVotes", { n: wrongVotes })}
            <ButtonLink kind="quiet" small href={`/hop/${meeting.id}/dien-bien`}>
              {t("toMend")}
            </ButtonLink>
          </Check>
        )}
        {peopleMissing && <Check ok={false}>{t("chairMissing")}</Check>}
      </ul>
      {peopleMissing && <Leaders desk={desk} writing={writing} />}
    </section>
  );
};

const Check = ({ ok, children }: { readonly ok: boolean; readonly children: ComponentChildren }) => (
  <li class={ok ? "ok" : "not"}>
    <Icon name={ok ? "check" : "next"} size={20} />
    <div>{children}</div>
  </li>
);
