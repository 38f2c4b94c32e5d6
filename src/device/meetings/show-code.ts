import type { MeetingId } from "../../domain/ids";
import { meetingOf, secretsOf } from "../../domain/meeting-view";
import { codeAt } from "../../protocol/meeting-code";
import { formatTicketLink, signTicket, type Ticket } from "../../protocol/meeting-ticket";
import type { Core } from "../core";
import type { ShownCode } from "./meetings";
import { viewOf } from "./show-meetings";

/** Makes what the screen of an open meeting shows. A ticket is signed once, as long as what it says stays the same. */
export const createCodeMaker = (core: Core) => {
  const { store, clock, deps } = core;
  let kept: { readonly key: string; readonly ticket: Promise<string> } | undefined;

  return async (id: MeetingId, poster: boolean): Promise<ShownCode | undefined> => {
    const view = viewOf(await store.mirror.views.get(["meeting", id]));
    const meeting = view && meetingOf(view);
    const [secret] = view ? secretsOf(view) : [];
    const signer = await core.signer();
    if (!meeting || !secret || !signer) return undefined;
    const { host, kind, title, place, startsAt, minutes, papers } = meeting;
    const ticket: Ticket = { meeting: id, host, kind, title, place, startsAt, minutes, papers };
    const key = JSON.stringify([signer.id, ticket]);
    if (kept?.key !== key) kept = { key, ticket: signTicket(signer, ticket) };
    const { code, until } = await codeAt(secret, id, poster ? "poster" : clock.now());
    const link = formatTicketLink(deps.server, await kept.ticket, code);
    return { link, code, ...(until && { until }) };
  };
};
