import { useState } from "preact/hooks";
import type { MeetingRecord } from "../../device/meetings/meetings";
import type { Hash } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { t } from "../../i18n/record";
import { Button } from "../../ui/button";
import { Fold } from "../../ui/fold";
import { saveBlob } from "../save-blob";
import { useServices } from "../services";
import { type FileProblem, type MadeFile, makePack, makeWord, type Papers } from "./make-files";

interface RecordFilesProps {
  readonly record: MeetingRecord;
  readonly papers: Papers;
}

/** A frame, so that the page says what it does before it does it. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Word files, paper, and the pack to be sent. Half of the minutes go nowhere: until all parts are here nothing can be pressed. */
export const RecordFiles = ({ record, papers }: RecordFilesProps) => {
  const { device, toast } = useServices();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FileProblem>();
  const { minutes, resolution } = papers;

  const page = async (hash: Hash) => (await device.meetings()).photos.page(hash);
  const save = async (make: () => Promise<Result<MadeFile, FileProblem>>) => {
    setBusy(true);
    setProblem(undefined);
    await painted();
    const made = await make();
    setBusy(false);
    if (!made.ok) return setProblem(made.error);
    saveBlob(made.value.data, made.value.name);
    toast(t("made", { name: made.value.name }));
  };
  const off = busy || record.minutes.missing > 0;
  return (
    <Fold class="record-files" title={t("files")}>
      <div class="record-buttons">
        <Button disabled={off} onPress={() => void save(() => makeWord(record, minutes, "bien-ban"))}>
          {t("wordMinutes")}
        </Button>
        {resolution && (
          <Button
            kind="quiet"
            disabled={off}
            onPress={() => void save(() => makeWord(record, resolution, "nghi-quyet"))}
          >
            {t("wordResolution")}
          </Button>
        )}
        <Button kind="quiet" disabled={off} onPress={() => print()}>
          {t("print")}
        </Button>
        <Button kind="quiet" disabled={off} onPress={() => void save(() => makePack(record, papers, page))}>
          {t("pack")}
        </Button>
      </div>
      <p class="record-note" role="status">
        {t(busy ? "making" : "packText")}
      </p>
      {problem && (
        <p class="record-problem" role="alert">
          {t(problem === "part-away" ? "partAway" : "notMade")}
        </p>
      )}
    </Fold>
  );
};
