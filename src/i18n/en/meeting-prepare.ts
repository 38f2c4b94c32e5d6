import type { vi } from "../meeting-prepare";
import type { Translation } from "../messages";

export const meetingPrepare: Translation<typeof vi> = {
  prepare: "Before the meeting",
  posted: "Papers are posted in the members' national app",
  told: "The superior committee's member was told",
  postedAt: "Posted at {time}, {day}",
  toldAt: "Told at {time}, {day}",
  postBefore: "To be posted before {when}",
  postLate:
    "Not posted. They have to be there at least a day before, and the meeting is less than a day away.",
  postMissed: "Not posted. They had to be there at least a day before the meeting.",
  sendOpinion: "Send an opinion before the meeting",
  opinionHint: "The secretary and committee read it. Nothing secret, nothing on personnel.",
  opinionText: "Your opinion",
  opinionLong: "More than 2,000 letters: shorten it, or send it in two parts.",
  opinionLeft: "What you typed is kept on this phone until you send it.",
  send: "Send",
  ownOpinions: "Opinions that you sent",
  sentAt: "Sent {when}",
  opinions: "Opinions sent beforehand ({n})",
  noOpinions: "No opinions yet. Members send them from this meeting's page on their own phones.",
  again: "Call the next meeting from this one",
  invite: "Send the invitation",
  inviteWhom: "To",
  inviteText: "Text of the invitation",
  members: "Members",
  called: "Those called",
  supervisor: "Superior committee's member",
  share: "Choose how to send",
  copy: "Copy the invitation",
  shared: "The invitation went to the app that you chose.",
  copied: "The invitation is copied. Paste it into a message.",
  sharedTold: "The invitation went out; the superior committee's member is ticked as told.",
  copiedTold:
    "The invitation is copied, paste it into a message. The superior committee's member is ticked as told.",
  untell: "Take the tick back",
  shareFailed:
    "This phone lets neither send nor copy. Nothing went out. Hold the text above, select all of it and copy.",
};
