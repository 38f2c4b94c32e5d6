import type { vi } from "../meeting-door";
import type { Translation } from "../messages";

export const meetingDoor: Translation<typeof vi> = {
  title: "Join the meeting",
  reading: "Reading the code…",
  verified: "Signature checked on this phone",
  unverified: "This code could not be verified",
  unverifiedText:
    "This phone does not know who opened the meeting, so the code may not be genuine. If you sit in the room and the code is on the secretary's phone, go on; if a stranger sent it to you, do not.",
  atTheMeeting: "I am in the room",
  sureTitle: "Check in without verification?",
  sureText: "Check in only if you are present at: {place}.",
  checkIn: "Check in",
  checking: "Writing…",
  done: "Checked in",
  doneText:
    "Written on this phone, sent with the next connection. To be certain, let the secretary scan the code below.",
  openMeeting: "Open the meeting",
  again: "Scan again",
  goMeetings: "To the meetings",
  noTicket: "This is not a meeting's code",
  noTicketText:
    "Nothing changed on your phone. Scan the code on the secretary's phone or on the sheet in the room.",
  damaged: "The code was cut short or altered",
  damagedText:
    "Nothing changed on your phone. Scan again, or go to Meeting, choose it and type the 8 characters.",
  closed: "It is not the meeting's time",
  closedText:
    "By this phone's clock it is not the meeting's time. If you are sitting in it, the clock may be wrong: press “Check in anyway”, and the secretary confirms.",
  ended: "This meeting is over",
  endedText:
    "Its minutes were adopted, so nobody checks in any more. If you were there, ask the secretary for an addendum.",
  anyway: "Check in anyway",
  cancelled: "This meeting was cancelled",
  cancelledText: "Nothing was written. See the reason under Meeting, or ask the secretary.",
  "other-cell": "A meeting of another cell",
  "other-cellText":
    "You belong to another cell, so nothing was written. If you are invited, ask to be put down as a guest.",
  "not-enrolled": "This phone is not enrolled",
  "not-enrolledText":
    "It must be enrolled once before it can check you in. Scan the code of your enrolment sheet; for today ask the secretary to tick you.",
  enrol: "Enrol this phone",
  cardTitle: "Check a member in",
  cardWorking: "Writing…",
  cardDone: "Checked in: {name}",
  cardDoneText: "Marked as present on this phone.",
  next: "Scan the next",
  openRoll: "Back to the roll",
  "not-a-card": "This is not a member's code",
  "not-a-cardText": "Nothing was written. The member opens the meeting, chooses “My code”, then scan again.",
  "damaged-card": "The member's code was cut short or altered",
  "damaged-cardText": "Nothing was written. Scan again, or tick him in the roll.",
  "other-meeting": "A code of another meeting",
  "other-meetingText":
    "Nothing was written. This phone does not run that meeting. See that the member opened the right one.",
  "card-other-cell": "This member belongs to another cell",
  "card-other-cellText": "Nothing was written. If he is a guest, put him down as one.",
  refused: "This code was not accepted",
  refusedText: "Its signature does not hold, so nothing was written. See who it is and tick him in the roll.",
};
