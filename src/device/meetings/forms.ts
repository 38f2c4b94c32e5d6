import { type AgendaView, agendaKept, keptAgenda } from "../../domain/agenda";
import { type Host, hostScopes, type MeetingKind } from "../../domain/meeting-host";
import type { ScoreItem } from "../../domain/meeting-score";
import { type SheetKind, type SheetView, sheetOf, sheetSet } from "../../domain/score-sheet";
import type { Core } from "../core";
import { writeEntries } from "../outbox/write";

/** For whom this phone's member calls meetings of that kind. */
export const hostFor = (core: Core, kind: MeetingKind): Host => {
  if (kind === "conference") return "office";
  const org = core.identity()?.org;
  if (!org) throw new Error("a blank phone calls no meeting");
  return org;
};

export const readAgenda = async (core: Core, kind: MeetingKind): Promise<readonly string[] | undefined> => {
  const record = await core.store.mirror.views.get(["agenda", hostFor(core, kind)]);
  return keptAgenda(record?.view as AgendaView | undefined, kind);
};

export const keepAgenda = async (core: Core, kind: MeetingKind, points: readonly string[]) => {
  const host = hostFor(core, kind);
  const body = { host, kind, points: [...points] };
  await writeEntries(core, [{ type: agendaKept.type, subject: host, scopes: hostScopes(host), body }]);
};

export const readSheet = async (core: Core, kind: SheetKind): Promise<readonly ScoreItem[] | undefined> => {
  const record = await core.store.mirror.views.get(["sheet", kind]);
  return sheetOf(record?.view as SheetView | undefined);
};

export const setSheet = async (core: Core, kind: SheetKind, items: readonly ScoreItem[]) => {
  await writeEntries(core, [
    { type: sheetSet.type, subject: kind, scopes: ["commune"], body: { items: [...items] } },
  ]);
};
