import { useState } from "preact/hooks";
import type { Block, ReadingText, Run } from "../../domain/reading-text";
import { t } from "../../i18n/office";
import { useServices } from "../services";
import { BlockEditor } from "./block-editor";
import { removeBlock } from "./edit-blocks";
import "../../ui/reading-font.css";
import "./text-editor.css";

interface TextEditorProps {
  readonly text: ReadingText;
  readonly onChange: (text: ReadingText) => void;
}

/** The text as a phone will show it; pressing a paragraph opens it for mending. */
export const TextEditor = ({ text, onChange }: TextEditorProps) => {
  const { toast } = useServices();
  const [open, setOpen] = useState<number>();
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
        {text.blocks.map((block, at) =>
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
      </div>
    </section>
  );
};

const lookOf = (block: Block): string =>
  block.k === "h" ? `h${block.l}` : block.k === "p" ? `p${block.a ? ` align-${block.a}` : ""}` : block.k;

const BlockWords = ({ block }: { readonly block: Block }) => {
  switch (block.k) {
    case "h":
      return <>{block.t}</>;
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
                <span key={x}>{cell}</span>
              ))}
            </span>
          ))}
          {block.rows.length > 8 && <small>{t("table", { rows: block.rows.length })}</small>}
        </>
      );
  }
};

const Words = ({ runs }: { readonly runs: readonly Run[] }) => (
  <>
    {runs.map((run, i) => {
      if (typeof run === "string") return run;
      const words = run.i ? <em key={i}>{run.t}</em> : run.t;
      return run.b ? <strong key={i}>{words}</strong> : words;
    })}
  </>
);
