import { enrolmentPath, parseEnrolmentLink } from "../../protocol/enrolment-link";

/** What a scanned, pasted or typed text is to this app. */
export type Code =
  /** An enrolment link of this very app: `path` leads there. */
  | { readonly is: "enrolment"; readonly path: string }
  /** An enrolment link of another address. It is named, never opened. */
  | { readonly is: "enrolment-elsewhere"; readonly host: string }
  /** Looks like an enrolment link, but was cut short or altered. */
  | { readonly is: "damaged" }
  | { readonly is: "other" };

/** Longer than any code of this app; a whole paper pasted by mistake is not looked through. */
const longest = 4096;

/** Never throws, whatever a camera read. `origin` is the one of this app. */
export const classifyCode = (text: string, origin: string): Code => {
  const trimmed = text.slice(0, longest).trim();
  const ticket = parseEnrolmentLink(trimmed);
  if (!ticket.ok) return { is: ticket.error === "damaged" ? "damaged" : "other" };
  const at = trimmed.indexOf(`${enrolmentPath}#`);
  const path = trimmed.slice(at);
  // Only the path was copied, as some chat programs do.
  if (at === 0) return { is: "enrolment", path };
  const link = toUrl(trimmed);
  if (!link || link.pathname !== enrolmentPath) return { is: "other" };
  if (link.origin === origin) return { is: "enrolment", path };
  return { is: "enrolment-elsewhere", host: link.host };
};

const toUrl = (text: string): URL | undefined => {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
};
