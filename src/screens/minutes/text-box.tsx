import { useEffect, useRef, useState } from "preact/hooks";
import { typeInto } from "../../device/minutes/minutes-document";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import type { TextOwner } from "../../device/minutes/names";
import { LabelledField } from "../../ui/field";

interface TextBoxProps {
  readonly writing: MinutesWriting;
  readonly owner: TextOwner;
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly most: number;
  /** Rows at first; it grows with what is typed. */
  readonly rows?: number;
  readonly focus?: boolean;
  readonly problem?: string | undefined;
}

/**
 * A field for one text of the minutes. The browser keeps what is shown in it, so that typing draws nothing anew; what another
 * phone wrote into the same text is put in without moving the cursor from its words.
 */
export const TextBox = ({
  writing,
  owner,
  id,
  label,
  note,
  most,
  rows = 3,
  focus,
  problem,
}: TextBoxProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = writing.text(owner, id);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.value = text.toString();
    if (focus) {
      element.focus();
      element.scrollIntoView?.({ block: "center" });
    }
    const show = () => {
      const next = text.toString();
      if (element.value === next) return;
      const { value, selectionStart, selectionEnd } = element;
      const moved = (place: number) => shiftedPlace(value, next, place);
      element.value = next;
      if (document.activeElement === element)
        element.setSelectionRange(moved(selectionStart), moved(selectionEnd));
    };
    text.observe(show);
    return () => text.unobserve(show);
  }, [text]);
  return (
    <LabelledField label={label} note={note} problem={problem}>
      {(control) => (
        <textarea
          {...control}
          ref={field}
          rows={rows}
          maxLength={most}
          onInput={(event) => typeInto(text, event.currentTarget.value)}
        />
      )}
    </LabelledField>
  );
};

/** Where a place in a text lies after the text was changed before it. */
const shiftedPlace = (before: string, after: string, place: number): number => {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
  return place <= same ? place : Math.max(same, place + after.length - before.length);
};

/** A text of the minutes as it stands, followed as it is typed. */
export const useWords = (writing: MinutesWriting, owner: TextOwner, id: string): string => {
  const text = writing.text(owner, id);
  const [words, setWords] = useState(() => text.toString());
  useEffect(() => {
    const read = () => setWords(text.toString());
    read();
    text.observe(read);
    return () => text.unobserve(read);
  }, [text]);
  return words;
};
