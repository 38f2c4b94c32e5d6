import type { Aggregate, EntryDefinition } from "./entry";
import { emptyMeeting } from "./meeting";

/** What nothing has been said of yet, by aggregate: where reducing begins. */
const emptyViews: Readonly<Record<Aggregate, unknown>> = { meeting: emptyMeeting };

export const aggregateNames = Object.keys(emptyViews) as readonly Aggregate[];

export const emptyViewOf = (aggregate: Aggregate): unknown => emptyViews[aggregate];

/** The aggregate that entries of this type change; undefined for the directory and for papers, which are kept apart. */
export const aggregateOf = ({ view }: Pick<EntryDefinition, "view">): Aggregate | undefined =>
  view === "directory" || view === "document" ? undefined : view;
