import { useState } from "preact/hooks";
import type { CheckInProblem, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { readTypedCode } from "../../domain/check-in-code";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting";
import { t as door } from "../../i18n/meeting-door";
import { Button, SubmitButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";

interface TypeCodeProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
  readonly onClose: () => void;
}

/** The eight letters under the code, for a phone whose camera does not see it. */
export const TypeCode = ({ meeting, meetings, onClose }: TypeCodeProps) => {
  const { toast } = useServices();
  const write = useWrite();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<CheckInProblem | "shape">();
  const [busy, setBusy] = useState(false);
  const send = async (anyway?: boolean) => {
    const code = readTypedCode(text);
    if (!code) return setProblem("shape");
    setBusy(true);
    await write(async () => {
      const { id, host, startsAt, minutes } = meeting;
      const result = await meetings.checkIn({ meeting: id, host, code, startsAt, minutes }, anyway);
      if (!result.ok) return setProblem(result.error);
      toast(core("saved"));
      onClose();
    });
    setBusy(false);
  };
  return (
    <Dialog title={t("typeCode")} closeLabel={core("close")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{meeting.title}</p>
        <LabelledField label={t("eightLetters")} problem={problem === "shape" ? t("codeShape") : undefined}>
          {(control) => (
            <input
              {...control}
              class="code-input"
              type="text"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              maxLength={12}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setProblem(undefined);
              }}
            />
          )}
        </LabelledField>
        {problem && problem !== "shape" && (
          <div class="meeting-panel doubt" role="alert">
            <h2>{door(problem)}</h2>
            <p>{door(`${problem}Text`)}</p>
            {problem === "closed" && (
              <Button kind="quiet" wide disabled={busy} onPress={() => void send(true)}>
                {door("anyway")}
              </Button>
            )}
          </div>
        )}
        <SubmitButton wide disabled={busy || !text.trim()}>
          {t("checkIn")}
        </SubmitButton>
      </form>
    </Dialog>
  );
};
