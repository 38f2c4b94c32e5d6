import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Block, ReadingText, Run } from "../../domain/reading-text";
import { t } from "../../i18n/office";
import { useServices } from "../services";
import { BlockEditor } from "./block-editor";
import { removeBlock } from "./edit-blocks";
import { More } from "./more";
import "../../ui/reading-font.css";
import "./text-editor.css";

interface TextEditorProps {
  readonly text: ReadingText;
  readonly onChange: (text: ReadingText) => void;
}

/** So many paragraphs at once, and so much of each: a text of megabytes is drawn at every letter that is typed beside it. */
const blocksAtOnce = 200;
const lettersDrawn = 2000;

/** The text as a phone will show it; pressing a paragraph opens it for mending. */
export const TextEditor = ({ text, onChange }: TextEditorProps) => {
  const { toast } = useServices();
  const [open, setOpen] = useState<number>();
  const [drawn, setDrawn] = useState(blocksAtOnce);
  const remove = (at: number) => {
    setOpen(undefined);
    onChange(removeBlock(text, at));
    toast(t("blockDeleted"), { label: t("undo"), run: () => onChange(text) });
  };
  return (
    <section class="text-editor">
      <h2 class="list-title">{t("asOnPhone")}</h2>
      <p class="text-editor-hint">{t("asOnPhoneText")}</p>
      <div class="phone-page">
        {text.blocks.slice(0, drawn).map((block, at) =>
          at === open ? (
            <BlockEditor
              key={at}
              text={text}
              at={at}
              onChange={onChange}
              onMerged={() => setOpen(at - 1)}
              onRemove={() => remove(at)}
              onClose={() => setOpen(undefined)}
            />
          ) : (
            <button key={at} type="button" class={`phone-block ${lookOf(block)}`} onClick={() => setOpen(at)}>
              <BlockWords block={block} />
            </button>
          ),
        )}
        <More
          shown={Math.min(drawn, text.blocks.length)}
          total={text.blocks.length}
          onMore={() => setDrawn(drawn + blocksAtOnce)}
        />
      </div>
    </section>
  );
};

const lookOf = (block: Block): string =>
  block.k === "h" ? `h${block.l}` : block.k === "p" ? `p${block.a ? ` align-${block.a}` : ""}` : block.k;

const BlockWords = ({ block }: { readonly block: Block }) => {
  switch (block.k) {
    case "h":
      return <Words runs={[block.t]} />;
    case "p":
      return <Words runs={block.r} />;
    case "l":
      return (
        <>
          {block.m} <Words runs={block.r} />
        </>
      );
    case "t":
      return (
        <>
          {block.rows.slice(0, 8).map((row, y) => (
            <span key={y} class={`table-row${y < (block.h ?? 0) ? " head" : ""}`}>
              {row.map((cell, x) => (
                <span key={x}>{cell.slice(0, lettersDrawn)}</span>
              ))}
            </span>
          ))}
          {block.rows.length > 8 && <small>{t("table", { rows: block.rows.length })}</small>}
        </>
      );
  }
};

const Words = ({ runs }: { readonly runs: readonly Run[] }) => {
  const shown: ComponentChildren[] = [];
  let left = lettersDrawn;
  for (const [i, run] of runs.entries()) {
    const whole = typeof run === "string" ? run : run.t;
    const text = whole.slice(0, left);
    left -= whole.length;
    const words = typeof run === "string" || !run.i ? text : <em key={i}>{text}</em>;
    shown.push(typeof run !== "string" && run.b ? <strong key={i}>{words}</strong> : words);
    if (left < 0) break;
  }
  return (
    <>
      {shown}
      {left < 0 && <small> {t("blockGoesOn")}</small>}
    </>
  );
};
