import type { Core } from "../core";
import type { Meetings } from "./meetings";

export const createMeetings = (_core: Core): Meetings => {
  throw new Error("no meetings yet");
};
