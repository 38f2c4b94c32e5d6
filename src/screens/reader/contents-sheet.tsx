import { useEffect, useRef } from "preact/hooks";
import { type ContentsLine, lineAt } from "../../domain/contents";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/reader-tools";
import { Dialog } from "../../ui/dialog";
import "./contents.css";

interface ContentsSheetProps {
  readonly lines: readonly ContentsLine[];
  /** The block that is being read. */
  readonly here: number;
  readonly hrefOf: (line: ContentsLine) => string;
  readonly onPress: () => void;
  readonly onClose: () => void;
}

/** The parts of a paper, the one that is read in the middle of the sheet, near the thumb. */
export const ContentsSheet = ({ lines, here, hrefOf, onPress, onClose }: ContentsSheetProps) => {
  const current = lineAt(lines, here);
  const marked = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // After the dialog has given its first button the keyboard.
    marked.current?.focus({ preventScroll: true });
    marked.current?.scrollIntoView?.({ block: "center" });
  }, []);
  return (
    <Dialog title={t("contents")} closeLabel={core("close")} onClose={onClose}>
      {lines.length === 0 && <p class="contents-none">{t("contentsNone")}</p>}
      <nav aria-label={t("contents")}>
        <ol class="contents">
          {lines.map((line, i) => (
            <li key={line.block} class={`depth-${Math.min(line.depth, 3)}`}>
              <a
                {...(i === current && { ref: marked })}
                href={hrefOf(line)}
                aria-current={i === current ? "location" : undefined}
                onClick={onPress}
              >
                <bdi>{line.title}</bdi>
                {i === current && <small>{t("contentsHere")}</small>}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </Dialog>
  );
};
