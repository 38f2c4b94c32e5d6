import { useEffect, useState } from "preact/hooks";
import type { MinutesDraft } from "../../device/minutes/minutes-draft";
import type { ScoreLine } from "../../device/minutes/minutes-lines";
import type { MinutesLine } from "../../domain/minutes";
import { shortDay } from "../../i18n/date";
import { t } from "../../i18n/minutes";
import { useServices } from "../services";
import type { MinutesPageParts } from "./minutes-page";

interface ReadOutProps extends MinutesPageParts {
  readonly draft: MinutesDraft;
  readonly score: readonly ScoreLine[];
}

/** The minutes as they would be adopted now, in letters that are read standing, at arm's length. */
export const ReadOut = ({ meeting, meetings, writing, draft, score }: ReadOutProps) => {
  const [lines, setLines] = useState<readonly MinutesLine[]>([]);
  const scored = JSON.stringify(score);
  useEffect(() => {
    let gone = false;
    meetings.readOut(meeting, writing, score).then(
      (read) => !gone && setLines(read),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [meetings, meeting, writing, draft, scored]);
  const first = (is: MinutesLine["is"], i: number) => lines[i - 1]?.is !== is;
  return (
    <section class="read-out">
      <h2 class="list-title">{t("readOut")}</h2>
      {lines.map((one, i) => (
        <Line key={i} one={one} first={first(one.is, i)} />
      ))}
    </section>
  );
};

const Line = ({ one, first }: { readonly one: MinutesLine; readonly first: boolean }) => {
  const { device } = useServices();
  const day = (dueOn: string) => shortDay(dueOn, device.now());
  switch (one.is) {
    case "point":
      return <h3>{one.point}</h3>;
    case "paper":
      return (
        <>
          {first && <h3>{t("papersRead")}</h3>}
          <p>– {one.name}</p>
        </>
      );
    case "review":
      return (
        <>
          {first && <h3>{t("reviewRead")}</h3>}
          <p>
            – {one.text} ({one.people}): {t(one.state)}
          </p>
        </>
      );
    case "statement":
      return (
        <p>
          {one.name && <b>{one.name}: </b>}
          {one.text}
        </p>
      );
    case "conclusion":
      return (
        <p>
          <b>{t("concluded", { text: one.text })}</b>
        </p>
      );
    case "vote": {
      const { matter, agree, disagree, other } = one;
      return (
        <p>
          {t("voted", { matter, agree, disagree, other })} {t(one.carried ? "votedYes" : "votedNo")}
        </p>
      );
    }
    case "task": {
      const name = one.support ? `${one.lead}, ${one.support}` : one.lead;
      return (
        <p>
          {one.dueOn
            ? t("assignedDue", { name, text: one.text, day: day(one.dueOn) })
            : t("assigned", { name, text: one.text })}
        </p>
      );
    }
    case "score":
      return (
        <>
          {first && <h3>{t("scored")}</h3>}
          <p>
            {one.title}: {String(one.given).replace(".", ",")}/{one.most}
          </p>
        </>
      );
    case "resolution":
      return (
        <>
          {first && <h3>{t("resolution")}</h3>}
          <p>{one.text}</p>
        </>
      );
  }
};
