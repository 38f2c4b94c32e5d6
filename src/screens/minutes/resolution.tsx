import type { MinutesDraft } from "../../device/minutes/minutes-draft";
import { resolutionParts } from "../../device/minutes/minutes-lines";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import { passageLimit } from "../../domain/minutes";
import { t } from "../../i18n/minutes";
import { Tick } from "../../ui/tick";
import { TextBox } from "./text-box";

interface ResolutionProps {
  readonly draft: MinutesDraft;
  readonly writing: MinutesWriting;
}

/** The resolution of the meeting, where it passes one: its number and its parts. */
export const Resolution = ({ draft, writing }: ResolutionProps) => {
  const on = draft.head.resolution ?? false;
  return (
    <section class="resolution">
      <h2 class="list-title">{t("resolution")}</h2>
      <Tick on={on} onChange={(resolution) => writing.putHead({ resolution })}>
        {t("withResolution")}
      </Tick>
      {on &&
        resolutionParts.map((part) => (
          <TextBox
            key={part}
            writing={writing}
            owner="resolution"
            id={part}
            label={t(part)}
            most={part === "number" ? 30 : passageLimit}
            rows={part === "number" ? 1 : 3}
          />
        ))}
    </section>
  );
};
