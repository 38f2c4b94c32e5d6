import type { Core } from "../core";
import type { Library } from "../device";
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
    voice: browserVoice,
  };
};
