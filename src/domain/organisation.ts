import * as v from "valibot";
import { type Directory, orgKinds, orgSettings } from "./directory";
import type { Author, Entry, EntryDefinition } from "./entry";
import { type OrgId, orgId } from "./ids";
import type { Refusal } from "./refusal";
import { sameScopes } from "./scope";
import { day, line } from "./text-field";

const byOfficeToAll = (author: Author, entry: Entry): Refusal | undefined => {
  if (!author.office) return "not-allowed";
  return sameScopes(entry.scopes, ["commune"]) ? undefined : "wrong-scope";
};

const formedBody = v.object({
  name: line(120),
  kind: v.picklist(orgKinds),
  setting: v.picklist(orgSettings),
  parent: v.optional(orgId),
});

/** An organisation of the commune's tree. Forming it again with the same id renames or moves it. */
export const organisationFormed: EntryDefinition<
  "organisation.formed",
  v.InferOutput<typeof formedBody>,
  Directory
> = {
  type: "organisation.formed",
  view: "directory",
  body: formedBody,
  mayWrite: byOfficeToAll,
  reduce: (directory, entry) => {
    const id = entry.subject as OrgId;
    const { parent, ...rest } = entry.body;
    directory.orgs.set(id, { id, ...rest, ...(parent && { parent }) });
    return directory;
  },
};

const dissolvedBody = v.object({ on: day, successor: v.optional(orgId) });

/** The tree moves (domain.md 0.10): a dissolved organisation keeps its past and names its successor. */
export const organisationDissolved: EntryDefinition<
  "organisation.dissolved",
  v.InferOutput<typeof dissolvedBody>,
  Directory
> = {
  type: "organisation.dissolved",
  view: "directory",
  body: dissolvedBody,
  mayWrite: byOfficeToAll,
  reduce: (directory, entry) => {
    const id = entry.subject as OrgId;
    const org = directory.orgs.get(id);
    const { on, successor } = entry.body;
    if (org) directory.orgs.set(id, { ...org, until: on, ...(successor && { successor }) });
    return directory;
  },
};
