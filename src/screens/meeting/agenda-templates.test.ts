import { expect, test } from "vitest";
import { meetingKinds } from "../../domain/meeting-host";
import { refuseLine } from "../../domain/secrecy";
import { agendaTemplate } from "./agenda-templates";

const settings = ["village", "office", "school", "health", "police", "army", "business"] as const;

test.each(settings)("%s: what is suggested may be called", (setting) => {
  for (const kind of meetingKinds)
    for (const point of agendaTemplate(kind, setting))
      expect([point, refuseLine(point)]).toEqual([point, undefined]);
});
