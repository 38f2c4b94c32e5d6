import { communeFounded, directoryAttested } from "./commune";
import {
  documentAcknowledged,
  documentIssued,
  documentRead,
  documentRecalled,
  documentRegistered,
  documentSuperseded,
} from "./document";
import { deviceEnrolled, deviceRevoked, enrolmentOffered } from "./enrolment";
import type { EntryDefinition } from "./entry";
import { deviceVouched, memberLeft, memberListed, memberMoved, roleGranted } from "./member";
import { organisationDissolved, organisationFormed } from "./organisation";

/**
 * The entry types that a first sync brings: they are on the first path. All there are, for whoever need not count kilobytes,
 * are in `every-definition.ts`.
 */
export const firstDefinitions: readonly EntryDefinition[] = [
  communeFounded,
  directoryAttested,
  organisationFormed,
  organisationDissolved,
  memberListed,
  memberMoved,
  deviceVouched,
  memberLeft,
  roleGranted,
  enrolmentOffered,
  deviceEnrolled,
  deviceRevoked,
  documentIssued,
  documentRecalled,
  documentRegistered,
  documentSuperseded,
  documentRead,
  documentAcknowledged,
] as readonly unknown[] as readonly EntryDefinition[];

const byType = new Map(firstDefinitions.map((definition) => [definition.type, definition]));

/** Without waiting: of the first types only, which alone change the directory and bring texts. */
export const firstDefinitionOf = (type: string): EntryDefinition | undefined => byType.get(type);

/** Families of types that come in a chunk of their own, by the aggregate in their names. */
const meeting = () => import("./meeting-family");
const families: {
  readonly [name: string]: (() => Promise<{ readonly definitions: readonly EntryDefinition[] }>) | undefined;
} = {
  // Without a prototype: a type from outside may be called anything.
  __proto__: null as never,
  meeting,
  attendance: meeting,
  opinion: meeting,
  minutes: () => import("./minutes"),
  task: () => import("./task"),
  agenda: meeting,
  sheet: meeting,
};

/** The definition of a type; rejects where its chunk cannot be had. */
export const loadDefinition = async (type: string): Promise<EntryDefinition | undefined> => {
  const first = byType.get(type);
  if (first) return first;
  const family = await families[type.slice(0, type.indexOf("."))]?.();
  return family?.definitions.find((definition) => definition.type === type);
};
