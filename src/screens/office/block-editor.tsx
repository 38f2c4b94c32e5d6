import { useEffect, useId, useRef } from "preact/hooks";
import type { ReadingText } from "../../domain/reading-text";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { type BlockKind, changeKind, changeText, kindOfBlock, mergeUp, wordsOf } from "./edit-blocks";
import "../field.css";

interface BlockEditorProps {
  readonly text: ReadingText;
  readonly at: number;
  readonly onChange: (text: ReadingText) => void;
  readonly onMerged: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const kinds = [
  ["h1", "blockH1"],
  ["h2", "blockH2"],
  ["h3", "blockH3"],
  ["p", "blockP"],
  ["c", "blockC"],
  ["l", "blockL"],
] as const;

/** A field with more in it is deaf for seconds at each letter. */
const lettersInField = 50_000;

/** One paragraph opened: its kind, its words, joining and deleting. Esc closes it. */
export const BlockEditor = ({ text, at, onChange, onMerged, onRemove, onClose }: BlockEditorProps) => {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const block = text.blocks[at];
  useEffect(() => field.current?.focus(), []);
  if (!block) return null;
  const kind = kindOfBlock(block);
  const above = text.blocks[at - 1];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is a short way to the button that says "Xong"
    <div class="block-editor" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      {kind === "t" || wordsOf(block).length > lettersInField ? (
        <p>{t(kind === "t" ? "blockTable" : "blockLong")}</p>
      ) : (
        <>
          <label for={`${id}-kind`}>{t("blockKind")}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => onChange(changeKind(text, at, event.currentTarget.value as BlockKind))}
          >
            {kinds.map(([value, label]) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </select>
          <label for={`${id}-text`}>{t("blockText")}</label>
          <textarea
            ref={field}
            id={`${id}-text`}
            rows={Math.min(10, 2 + Math.floor(wordsOf(block).length / 40))}
            value={wordsOf(block)}
            onInput={(event) => onChange(changeText(text, at, event.currentTarget.value))}
          />
        </>
      )}
      <div class="block-actions">
        {kind !== "t" && above && above.k !== "t" && (
          <Button
            kind="quiet"
            small
            onPress={() => {
              onChange(mergeUp(text, at));
              onMerged();
            }}
          >
            {t("blockMerge")}
          </Button>
        )}
        <Button kind="grave" small onPress={onRemove}>
          {t("blockDelete")}
        </Button>
        <Button small onPress={onClose}>
          {t("blockDone")}
        </Button>
      </div>
    </div>
  );
};
