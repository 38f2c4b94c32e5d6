import { collections } from "./en/collections";
import { core } from "./en/core";
import { dates } from "./en/date-words";
import { display } from "./en/display";
import { enrol } from "./en/enrol";
import { fetching } from "./en/fetching";
import { find } from "./en/find";
import { library } from "./en/library";
import { me } from "./en/me";
import { meeting } from "./en/meeting";
import { meetingCall } from "./en/meeting-call";
import { meetingDoor } from "./en/meeting-door";
import { meetingPhotos } from "./en/meeting-photos";
import { meetingPrepare } from "./en/meeting-prepare";
import { meetingYear } from "./en/meeting-year";
import { minutes } from "./en/minutes";
import { office } from "./en/office";
import { original } from "./en/original";
import { outbox } from "./en/outbox";
import { papers } from "./en/papers";
import { problems } from "./en/problems";
import { reader } from "./en/reader";
import { readerTools } from "./en/reader-tools";
import { record } from "./en/record";
import { scan } from "./en/scan";
import { secrecy } from "./en/secrecy";
import { sheet } from "./en/sheet";
import { simple } from "./en/simple";
import { tasks } from "./en/tasks";

/** Everything in English, area by area: one lazy chunk. */
export const en = {
  collections,
  core,
  dates,
  display,
  enrol,
  fetching,
  find,
  library,
  me,
  meeting,
  "meeting-call": meetingCall,
  "meeting-door": meetingDoor,
  "meeting-photos": meetingPhotos,
  "meeting-prepare": meetingPrepare,
  minutes,
  "meeting-year": meetingYear,
  office,
  original,
  outbox,
  papers,
  problems,
  reader,
  "reader-tools": readerTools,
  record,
  scan,
  simple,
  tasks,
  secrecy,
  sheet,
};
