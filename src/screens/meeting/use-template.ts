import type { Meetings } from "../../device/meetings/meetings";
import type { OrgSetting } from "../../domain/directory";
import { type MeetingKind, meetingKinds } from "../../domain/meeting-host";
import { useWatch } from "../services";
import { agendaTemplate } from "./agenda-templates";

/** What meetings begin with: the host's own agenda where it keeps one, else the built-in one of its sort of place. */
export interface Templates {
  agendaFor(kind: MeetingKind): readonly string[];
  /** True where the host keeps one of its own. */
  isOwn(kind: MeetingKind): boolean;
  builtIn(kind: MeetingKind): readonly string[];
}

export const templatesOf = (
  setting: OrgSetting | undefined,
  own: { readonly [kind in MeetingKind]?: readonly string[] | undefined } = {},
): Templates => ({
  agendaFor: (kind) => own[kind] ?? agendaTemplate(kind, setting),
  isOwn: (kind) => own[kind] !== undefined,
  builtIn: (kind) => agendaTemplate(kind, setting),
});

type Own = { readonly [kind in MeetingKind]?: readonly string[] | undefined };

/** Undefined until the phone was asked. */
export const useTemplates = (
  meetings: Meetings | undefined,
  setting: { readonly value: OrgSetting | undefined } | undefined,
): Templates | undefined => {
  const own = useWatch<Own>(() => {
    if (!meetings) return { subscribe: () => () => undefined };
    return {
      subscribe: (listener) => {
        const known = new Map<MeetingKind, readonly string[] | undefined>();
        const stops = meetingKinds.map((kind) =>
          meetings.agenda(kind).subscribe((points) => {
            known.set(kind, points);
            if (known.size === meetingKinds.length) listener(Object.fromEntries(known));
          }),
        );
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
  }, [meetings]);
  return own && setting && templatesOf(setting.value, own);
};
