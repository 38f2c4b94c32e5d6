import type { Core } from "../core";
import type { Library } from "../device";
import type { DocumentRecord } from "../store/rows";
import { browserVoice } from "../voice/voice";
import { createNotes } from "./notes";
import { createPapersNamed } from "./papers-named";
import type { Reading } from "./reading";
import { createRelated } from "./related";

/** What a reader has beside the text: nothing of it is needed to show a paper. */
export const createReading = (core: Core, library: Pick<Library, "search">): Reading => {
  const named = createPapersNamed(core);
  const related = createRelated(core, library, named);
  return {
    ...createNotes(core),
    papersNamed: async (names) => {
      await core.ready;
      return named(names);
    },
    related: async (id) => {
      await core.ready;
      return related(id);
    },
    recalled: async (id) => {
      await core.ready;
      const record = await core.store.mirror.documents.get(id);
      return record && recallOf(record);
    },
    voice: browserVoice,
  };
};

/** Who issued it left with its content, and with that whether a cell's recall counts; the office's always does. */
const recallOf = ({ view, gone }: DocumentRecord) => {
  if (view.issued) return undefined;
  const byOffice = view.recalls.find(({ org }) => org === undefined);
  return byOffice ?? (gone === "recalled" ? view.recalls[0] : undefined);
};
