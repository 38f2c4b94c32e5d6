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
import {
  attendanceChecked,
  attendanceMarked,
  meetingCalled,
  meetingCancelled,
  meetingChanged,
  meetingOpened,
} from "./meeting";
import { memberLeft, memberListed, memberMoved, roleGranted } from "./member";
import { organisationDissolved, organisationFormed } from "./organisation";

/** Every entry type there is. Phone and server know the same ones. */
export const definitions: readonly EntryDefinition[] = [
  communeFounded,
  directoryAttested,
  organisationFormed,
  organisationDissolved,
  memberListed,
  memberMoved,
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
  meetingCalled,
  meetingChanged,
  meetingCancelled,
  meetingOpened,
  attendanceMarked,
  attendanceChecked,
] as readonly unknown[] as readonly EntryDefinition[];

const byType = new Map(definitions.map((definition) => [definition.type, definition]));

export const definitionOf = (type: string): EntryDefinition | undefined => byType.get(type);
