import { cardPath } from "../../protocol/check-in-card";
import { enrolmentPath, parseEnrolmentLink } from "../../protocol/enrolment-link";
import { ticketPath } from "../../protocol/meeting-ticket";

/** What a scanned, pasted or typed text is to this app. */
export type Code =
  /** An enrolment link of this very app: `path` leads there. */
  | { readonly is: "enrolment"; readonly path: string }
  /** An enrolment link of another address. It is named, never opened. */
  | { readonly is: "enrolment-elsewhere"; readonly host: string }
  /** Looks like an enrolment link, but was cut short or altered. */
  | { readonly is: "damaged" }
  /** The code of a meeting, by which one checks in: `path` leads there. What it holds is judged on that page. */
  | { readonly is: "meeting"; readonly path: string }
  /** A member's own check-in, shown to an officer. */
  | { readonly is: "card"; readonly path: string }
  /** One of these two with nothing after its path. */
  | { readonly is: "meeting-damaged" }
  /** One of these two of another address. */
  | { readonly is: "meeting-elsewhere"; readonly host: string }
  /** A link to some other site. Its host is named, it is never opened. */
  | { readonly is: "foreign"; readonly host: string }
  | { readonly is: "other" };

/** Longer than any code of this app; a whole paper pasted by mistake is not looked through. */
const longest = 4096;

/** Never throws, whatever a camera read. `origin` is the one of this app. */
export const classifyCode = (text: string, origin: string): Code => {
  const trimmed = text.slice(0, longest).trim();
  const code = meetingCode(trimmed, origin) ?? enrolmentCode(trimmed, origin);
  return code.is === "other" ? otherCode(trimmed, origin) : code;
};

const otherCode = (text: string, origin: string): Code => {
  const link = toUrl(text);
  return link && link.origin !== origin ? { is: "foreign", host: link.host } : { is: "other" };
};

/** Where a link stands: "here" for this app, or the host of another; undefined where it is no link to that path. */
const placeOf = (
  text: string,
  path: string,
  origin: string,
): "here" | { readonly host: string } | undefined => {
  // Only the path was copied, as some chat programs do.
  if (text.startsWith(`${path}#`)) return "here";
  const link = toUrl(text);
  if (!link || link.pathname !== path) return undefined;
  return link.origin === origin ? "here" : { host: link.host };
};

const enrolmentCode = (text: string, origin: string): Code => {
  const ticket = parseEnrolmentLink(text);
  if (!ticket.ok) return { is: ticket.error === "damaged" ? "damaged" : "other" };
  const place = placeOf(text, enrolmentPath, origin);
  if (!place) return { is: "other" };
  if (place !== "here") return { is: "enrolment-elsewhere", host: place.host };
  // Some chat programs break a link where its text begins.
  const fragment = text.slice(text.indexOf(`${enrolmentPath}#`) + enrolmentPath.length + 1).trim();
  return { is: "enrolment", path: `${enrolmentPath}#${fragment}` };
};

const meetingPaths = [
  ["meeting", ticketPath],
  ["card", cardPath],
] as const;

const meetingCode = (text: string, origin: string): Code | undefined => {
  for (const [is, path] of meetingPaths) {
    const place = placeOf(text, path, origin);
    if (!place) continue;
    if (place !== "here") return { is: "meeting-elsewhere", host: place.host };
    const fragment = /#(\S+)/.exec(text)?.[1];
    return fragment ? { is, path: `${path}#${fragment}` } : { is: "meeting-damaged" };
  }
  return undefined;
};

const toUrl = (text: string): URL | undefined => {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
};
