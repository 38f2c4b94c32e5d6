import type { MeetingRecord } from "../../device/meetings/meetings";
import { dayOf } from "../../i18n/date";
import { committeeName, placeAndDay } from "./official-names";
import type { Paper } from "./paper";
import { capitals, lowerFirst } from "./paper-words";

type Head = Pick<Paper, "above" | "organ" | "placeAndDay" | "subject" | "author">;

/** What stands above the text of every paper of a meeting. A cell stands under its Party organisation; a committee alone. */
export const headOf = ({ meeting, hostName, communeName, closing }: MeetingRecord): Head => {
  const byOffice = closing.host === "office";
  const author = byOffice ? committeeName(communeName) : hostName;
  return {
    ...(!byOffice && communeName && { above: capitals(communeName) }),
    organ: capitals(author),
    placeAndDay: placeAndDay(communeName, dayOf(closing.endedAt)),
    subject: lowerFirst(meeting.title),
    author,
  };
};

/** Who gets a paper of the meeting, the copy that stays last. A committee that met by itself reports to nobody here. */
export const recipientsOf = (
  { communeName, closing, meeting }: MeetingRecord,
  members: boolean,
): readonly string[] => {
  const above = closing.host !== "office" && communeName ? [`${committeeName(communeName)} (báo cáo),`] : [];
  const readers =
    meeting.kind === "committee" ? "Các đồng chí chi ủy viên," : "Các đồng chí đảng viên chi bộ,";
  const kept = closing.host === "office" ? "Lưu Đảng ủy." : "Lưu Chi bộ.";
  return [...above, ...(members ? [readers] : []), kept];
};
