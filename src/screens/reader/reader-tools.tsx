import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import type { Note } from "../../device/reading/reading";
import { findPassage } from "../../device/search/passage";
import { anchorOf, type Passage, passageText } from "../../domain/anchor";
import { citationOf, quoted } from "../../domain/citation";
import { contentsOf } from "../../domain/contents";
import { chainOf, provisionAt, provisionName, provisionOfSlug, provisionsOf } from "../../domain/provisions";
import type { ReadingText } from "../../domain/reading-text";
import { t as core } from "../../i18n/core";
import { vi as kindNames } from "../../i18n/papers";
import { t } from "../../i18n/reader-tools";
import { Dialog } from "../../ui/dialog";
import { useDeviceState, useServices } from "../services";
import { shareText } from "../share-text";
import { usePart } from "../use-part";
import { AloudBar } from "./aloud-bar";
import type { BesideState } from "./beside";
import { ChoosePaper } from "./choose-paper";
import { ContentsSheet } from "./contents-sheet";
import { type LinkLayer, layLinks } from "./link-layer";
import { MenuSheet } from "./menu-sheet";
import { NoVoice } from "./no-voice";
import { NoteDialog } from "./note-dialog";
import { NoteList } from "./note-list";
import { PassageBar } from "./passage-bar";
import { ReaderIcon } from "./reader-icon";
import type { Open } from "./reader-screen";
import { placeInSight } from "./reading-place";
import type { Place, Surface } from "./surface";
import { useJumps } from "./use-jumps";
import { useNoteActs } from "./use-note-acts";
import { useNotes } from "./use-notes";
import { usePassage } from "./use-passage";

interface ReaderToolsProps {
  readonly paper: DocumentDetail;
  readonly text: ReadingText;
  /** The words of each block. */
  readonly lines: readonly string[];
  readonly hidden: ReadonlySet<number>;
  readonly surface: Surface;
  readonly hash: string;
  readonly step: number;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
  readonly beside: BesideState;
}

type Sheet =
  | { readonly is: "notes" }
  | { readonly is: "no-voice" }
  | { readonly is: "note"; readonly note: Note }
  | { readonly is: "new"; readonly passage: Passage }
  | { readonly is: "choose"; readonly choice: LinkLayer["choices"][number] };

const noteHash = /^ghi-chu-([0-9a-z]+)$/;
const blockHash = /^doan-(\d+)$/;
/** Words that were sought in the library. */
const soughtHash = /^tim=(.+)$/s;

/** Everything over and around the text; it comes after the text and moves nothing in it. */
export const ReaderTools = (props: ReaderToolsProps) => {
  const { paper, text, lines, hidden, surface, hash, step, open, onOpen, beside } = props;
  const { device, toast, back, navigate } = useServices();
  const role = useDeviceState(({ identity }) => identity?.role);
  const assigns = role === "secretary" || role === "deputy";
  const part = usePart(() => device.reading(), [device]);
  const reading = part.is === "here" ? part.part : undefined;
  const { provisions, contents } = useMemo(() => {
    const provisions = provisionsOf(text.blocks);
    return { provisions, contents: contentsOf(text.blocks, provisions, hidden) };
  }, [text]);
  const choices = useLinks(props, provisions, reading);
  const notes = useNotes(paper.id, reading, lines, surface);
  const { change, remove } = useNoteActs(reading);
  const { chosen, pick, step: stepTo, clear } = usePassage(lines, hidden, surface);
  const [sheet, setSheet] = useState<Sheet>();
  const [aloud, setAloud] = useState<Place>();
  const hasVoice = useVoice(reading);

  // Looked for before a sheet lies over the text.
  const reached = useMemo(placeInSight, [open]);

  const noteOf = (id: string | undefined) => notes.find(({ note }) => note.id === id);
  const goToSought = (words: string): boolean => {
    const passage = findPassage(
      words,
      lines.map((line, block) => (hidden.has(block) ? "" : line)),
    );
    // Its subject or number alone holds them: the paper opens at its beginning.
    if (!passage) return true;
    const { block, hits } = passage;
    const spans = hits.map((hit, i) => ({ kind: "found" as const, ...hit, here: i === 0 }));
    surface.setLayer("found", new Map([[block, spans]]));
    surface.show({ block, offset: hits[0]?.from ?? 0 }, { centre: true, focus: true });
    return true;
  };
  const goTo = (name: string): boolean => {
    const slug = decodeURIComponent(name);
    const sought = soughtHash.exec(slug)?.[1];
    if (sought) return goToSought(sought);
    const note = noteHash.exec(slug);
    const block = blockHash.exec(slug);
    const provision = note || block ? undefined : provisionOfSlug(provisions, slug);
    const at = note ? noteOf(note[1])?.at?.block : block ? Number(block[1]) : provision?.block;
    if (at === undefined || at >= lines.length) return false;
    surface.setLayer("arrived", new Map([[at, [{ kind: "arrived", from: 0, to: 0 }]]]));
    surface.show({ block: at }, { focus: true });
    return true;
  };
  const jumps = useJumps({
    id: paper.id,
    hash,
    step,
    surface,
    goTo,
    // A note may still be on its way from the database.
    onMissing: () => !noteHash.test(hash) && toast(t("noSuchPlace")),
  });
  const early = useRef(noteHash.test(hash) ? hash : undefined);
  useEffect(() => {
    if (early.current && goTo(early.current)) early.current = undefined;
  }, [notes]);

  useLinkPresses({
    choices,
    onLeave: jumps.leave,
    onChoose: (choice) => setSheet({ is: "choose", choice }),
    onNote: (id) => {
      const note = noteOf(id)?.note;
      if (note) setSheet({ is: "note", note });
    },
  });

  const whereIs = (block: number): string | undefined => {
    const provision = provisionAt(provisions, block);
    return provision && provisionName(provisions, provision);
  };
  const keep = async (kind: Note["kind"], passage: Passage, words = "") => {
    if (!reading) throw new Error("no place for notes");
    const anchor = anchorOf(lines, passage);
    return reading.keepNote({ ...anchor, document: paper.id, kind, ...(words && { words }) });
  };
  const keepOr = async (kind: Note["kind"], passage: Passage, said: string) => {
    try {
      const note = await keep(kind, passage);
      toast(said, { label: t("undo"), run: () => void reading?.removeNote(note.id) });
    } catch {
      toast(t("noteNotKept"));
    }
    clear();
  };
  const copy = async (words: string, said: string) => {
    try {
      await navigator.clipboard.writeText(words);
      toast(said);
    } catch {
      toast(t("notCopied"));
    }
  };
  const cited = (passage: Passage) =>
    quoted(passageText(lines, passage), citationOf(paper, kindNames, whereIs(passage.block)));
  const share = async (passage: Passage) => {
    const shared = await shareText(citationOf(paper, kindNames), cited(passage));
    if (shared === "copied") toast(t("cited"));
    if (shared === "shared") toast(t("shared"));
    if (shared === "failed") toast(t("notCopied"));
  };
  /** Of the smallest provision around it; a paper without any has numbers for its blocks. */
  const linkOf = (block: number): string => {
    const [provision] = chainOf(provisions, provisionAt(provisions, block));
    return `${location.origin}/van-ban/${paper.id}#${provision?.slug ?? `doan-${block}`}`;
  };
  const block = chosen?.passage.block ?? 0;
  const here = (): Passage => {
    const at = reached.block;
    return { block: at, from: 0, endBlock: at, to: (lines[at] ?? "").length };
  };
  const closeSheet = () => setSheet(undefined);
  const close = () => onOpen("nothing");
  const listen = (place: Place) => {
    clear();
    setAloud(undefined);
    // A bar that reads begins anew elsewhere.
    setTimeout(() => setAloud(place));
  };

  return (
    <>
      {open === "contents" && (
        <ContentsSheet
          lines={contents}
          here={reached.block}
          hrefOf={(line) => `/van-ban/${paper.id}#${line.slug ?? `doan-${line.block}`}`}
          onPress={() => {
            jumps.leave();
            close();
          }}
          onClose={close}
        />
      )}
      {open === "menu" && (
        <MenuSheet
          onListen={() => (hasVoice ? listen(reached) : setSheet({ is: "no-voice" }))}
          hasVoice={hasVoice}
          onPick={() => pick(reached.block)}
          onBookmark={reading && (() => void keepOr("bookmark", here(), t("bookmarked")))}
          onNotes={() => setSheet({ is: "notes" })}
          notes={notes.length}
          onAssign={assigns ? () => navigate(`/viec/moi#tu-${paper.id}`) : undefined}
          onCite={() => void copy(citationOf(paper, kindNames), t("cited"))}
          beside={beside}
          onClose={close}
        />
      )}
      {sheet?.is === "no-voice" && <NoVoice onClose={closeSheet} />}
      {sheet?.is === "choose" && <ChoosePaper choice={sheet.choice} onClose={closeSheet} />}
      {sheet?.is === "notes" && (
        <Dialog title={t("notesOfPaper")} closeLabel={core("close")} onClose={closeSheet}>
          {notes.length === 0 && <p>{t("notesNoneText")}</p>}
          <NoteList
            notes={notes.map(({ note }) => note)}
            lost={new Set(notes.filter(({ at }) => !at).map(({ note }) => note.id))}
            hrefOf={(note) => `/van-ban/${paper.id}#ghi-chu-${note.id}`}
            onPress={() => {
              jumps.leave();
              closeSheet();
            }}
            onEdit={(note) => setSheet({ is: "note", note })}
            onDelete={(note) => void remove(note)}
          />
          <p class="note-hint">{t("notePrivate")}</p>
        </Dialog>
      )}
      {sheet?.is === "note" && (
        <NoteDialog
          quote={sheet.note.quote}
          words={sheet.note.words ?? ""}
          onSave={(words) => change(sheet.note, words)}
          onDelete={() => {
            void remove(sheet.note);
            closeSheet();
          }}
          onClose={closeSheet}
        />
      )}
      {sheet?.is === "new" && (
        <NoteDialog
          quote={passageText(lines, sheet.passage)}
          words=""
          onSave={async (words) => {
            await keep("mark", sheet.passage, words);
            clear();
          }}
          onClose={closeSheet}
        />
      )}
      {chosen && !sheet && (
        <PassageBar
          chosen={chosen}
          where={whereIs(block)}
          words={(lines[block] ?? "").slice(0, 120)}
          onStep={stepTo}
          onMark={() => void keepOr("mark", chosen.passage, t("marked"))}
          onNote={() => setSheet({ is: "new", passage: chosen.passage })}
          onBookmark={() => void keepOr("bookmark", chosen.passage, t("bookmarked"))}
          onCopy={() => void copy(cited(chosen.passage), t("cited")).then(clear)}
          onShare={() => void share(chosen.passage)}
          onLink={() => void copy(linkOf(block), t("linkCopied")).then(clear)}
          onRead={hasVoice ? () => listen({ block, offset: chosen.passage.from }) : undefined}
          onClose={clear}
        />
      )}
      {aloud && reading && !chosen && (
        <AloudBar
          voice={reading.voice}
          blocks={text.blocks}
          hidden={hidden}
          surface={surface}
          start={aloud}
          onClose={() => setAloud(undefined)}
        />
      )}
      {jumps.away && !chosen && !aloud && (
        <button type="button" class="back-to-place" onClick={() => back(`/van-ban/${paper.id}`)}>
          <ReaderIcon name="back" /> {t("backToPlace")}
        </button>
      )}
    </>
  );
};

/** Links over the text, as soon as the phone was asked what it has; again where the papers on it may have changed. */
const useLinks = (
  { paper, text, lines, surface }: ReaderToolsProps,
  provisions: ReturnType<typeof provisionsOf>,
  reading: { readonly papersNamed: Parameters<typeof layLinks>[0]["papersNamed"] } | undefined,
): LinkLayer["choices"] => {
  const [choices, setChoices] = useState<LinkLayer["choices"]>([]);
  useEffect(() => {
    let gone = false;
    void layLinks({
      paper,
      lines,
      provisions,
      isHeading: (block) => text.blocks[block]?.k === "h",
      papersNamed: async (names) => (reading ? reading.papersNamed(names) : []),
      onLayer: (layer) => {
        surface.setLayer("links", layer.spans);
        setChoices(layer.choices);
      },
      isOld: () => gone,
    }).catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [text, reading]);
  return choices;
};

const useVoice = (
  reading: { readonly voice: { watch: (tell: (there: boolean) => void) => () => void } } | undefined,
) => {
  const [there, setThere] = useState(false);
  useEffect(() => reading?.voice.watch(setThere), [reading]);
  return there;
};

interface PressOptions {
  readonly choices: LinkLayer["choices"];
  readonly onLeave: () => void;
  readonly onChoose: (choice: LinkLayer["choices"][number]) => void;
  readonly onNote: (id: string) => void;
}

/** Presses on links of the text: places and papers are the router's, the rest is answered here. */
const useLinkPresses = (options: PressOptions) => {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const press = (event: Event) => {
      const link = (event.target as Element | null)?.closest?.(".reading a");
      const href = link?.getAttribute("href") ?? "";
      const { choices, onLeave, onChoose, onNote } = latest.current;
      const choice = /^#chon-(\d+)$/.exec(href);
      const note = /^#ghi-chu-(\w+)$/.exec(href);
      if (choice) {
        event.preventDefault();
        const one = choices[Number(choice[1])];
        if (one) onChoose(one);
      } else if (note?.[1]) {
        event.preventDefault();
        onNote(note[1]);
      } else if (href) onLeave();
    };
    // Before the router hears of it.
    document.addEventListener("click", press, true);
    return () => document.removeEventListener("click", press, true);
  }, []);
};
