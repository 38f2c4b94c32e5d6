import { t as core } from "../../i18n/core";
import { t as reader } from "../../i18n/reader";
import { t } from "../../i18n/reader-tools";
import { Dialog } from "../../ui/dialog";
import { ButtonRow } from "../../ui/list";
import type { BesideState } from "./beside";
import "./tools.css";

interface MenuSheetProps {
  readonly onListen: () => void;
  /** The phone has a voice of its own. */
  readonly hasVoice: boolean;
  readonly onPick: () => void;
  readonly onBookmark: (() => void) | undefined;
  readonly onNotes: () => void;
  readonly notes: number;
  /** For whoever assigns tasks. */
  readonly onAssign: (() => void) | undefined;
  readonly onCite: () => void;
  readonly beside: BesideState;
  readonly onClose: () => void;
}

/** What is not needed at every reading, in large rows. */
export const MenuSheet = (props: MenuSheetProps) => {
  const { onListen, hasVoice, onPick, onBookmark, onNotes, notes, onAssign, onCite, beside, onClose } = props;
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog title={reader("tools")} closeLabel={core("close")} onClose={onClose}>
      <div class="menu-rows">
        <ButtonRow
          text={t("listen")}
          detail={t(hasVoice ? "listenText" : "listenNone")}
          onPress={then(onListen)}
        />
        <ButtonRow text={t("pick")} detail={t("pickText")} onPress={then(onPick)} />
        {onBookmark && <ButtonRow text={t("bookmark")} onPress={then(onBookmark)} />}
        <ButtonRow
          text={t("notesOfPaper")}
          detail={notes > 0 ? t("notesCount", { n: notes }) : t("notesNone")}
          onPress={then(onNotes)}
        />
        {onAssign && <ButtonRow text={t("assign")} onPress={then(onAssign)} />}
        <ButtonRow text={t("copyCitation")} onPress={then(onCite)} />
        {beside.can && (
          <ButtonRow
            text={t(beside.on ? "besideHide" : "besideShow")}
            onPress={then(() => beside.set(!beside.on))}
          />
        )}
      </div>
    </Dialog>
  );
};
