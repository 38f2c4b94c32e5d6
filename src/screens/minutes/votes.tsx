import type { Vote } from "../../device/minutes/minutes-draft";
import { matterLimit } from "../../domain/minutes";
import { checkVotes, isCarried, type RollCall } from "../../domain/roll-call";
import { t } from "../../i18n/minutes";
import { Segmented } from "../../ui/segmented";
import { useServices } from "../services";
import { CountFields } from "./count-fields";
import type { UnderPointProps } from "./statements";
import { TextBox, useWords } from "./text-box";
import { Written } from "./written";

/** What was voted on, how, and the hands that were counted. */
export const VotesOf = ({ point, things, desk, writing }: UnderPointProps<Vote>) => {
  const { device } = useServices();
  return (
    <Written
      title={t("votes")}
      things={things}
      add={t("addVote")}
      remove={t("removeVote")}
      onAdd={() => {
        const id = writing.newId();
        const none = { agree: 0, disagree: 0, other: 0 };
        writing.putVote(id, { point, at: device.now(), form: "card", needs: "majority", ...none });
        return id;
      }}
      onGone={({ id, ...facts }, gone) => writing.putVote(id, { ...facts, gone })}
      row={(one) => <Row one={one} figures={desk.figures} writing={writing} />}
      editor={({ id, ...facts }) => (
        <>
          <TextBox
            writing={writing}
            owner="vote"
            id={id}
            label={t("matter")}
            most={matterLimit}
            rows={2}
            focus
          />
          <Segmented
            label={t("form")}
            value={facts.form}
            options={(["card", "secret"] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(form) => writing.putVote(id, { ...facts, form })}
          />
          <div class="labelled">
            <Segmented
              label={t("needs")}
              value={facts.needs}
              options={[
                { value: "majority" as const, label: t("majority") },
                { value: "two-thirds" as const, label: t("twoThirds") },
              ]}
              onChange={(needs) => writing.putVote(id, { ...facts, needs })}
            />
            <small>{t("needsNote")}</small>
          </div>
          <CountFields
            votes={facts}
            figures={desk.figures}
            onChange={(votes) => writing.putVote(id, { ...facts, ...votes })}
          />
        </>
      )}
    />
  );
};

interface RowProps extends Pick<UnderPointProps<Vote>, "writing"> {
  readonly one: Vote;
  readonly figures: RollCall;
}

const Row = ({ one, figures, writing }: RowProps) => {
  const words = useWords(writing, "vote", one.id);
  const least = one.needs === "majority" ? figures.majority : figures.twoThirds;
  const wrong = checkVotes(one, figures);
  return (
    <>
      <b>{words || t("noWords")}</b>
      <br />
      {t(isCarried(one, figures, one.needs) ? "carried" : "notCarried", {
        n: one.agree,
        of: figures.denominator,
        least,
      })}
      {wrong && <small class="written-doubt">{countProblem(one, figures)}</small>}
    </>
  );
};

/** What is wrong with a count, in words. */
export const countProblem = (
  votes: Pick<Vote, "agree" | "disagree" | "other">,
  figures: RollCall,
): string | undefined => {
  const wrong = checkVotes(votes, figures);
  if (!wrong) return undefined;
  const values = { n: votes.agree + votes.disagree + votes.other, of: figures.voters };
  return t(wrong === "too-many" ? "tooMany" : "missing", values);
};
