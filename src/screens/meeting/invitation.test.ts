import { expect, test } from "vitest";
import { cell, fakeLibrary } from "../../../test/support/fake-papers";
import type { DocumentId } from "../../domain/ids";
import { invitation } from "./invitation";

const paper = (number: string) => {
  const row = fakeLibrary().find(({ detail }) => detail.number === number)?.detail;
  if (!row) throw new Error(number);
  return { id: row.id, row };
};
const meeting = {
  host: cell,
  hostName: "Chi bộ thôn Rềnh",
  kind: "regular",
  title: "Sinh hoạt chi bộ thường kỳ tháng 12/2026",
  place: "Nhà văn hóa thôn Rềnh",
  startsAt: new Date(2026, 11, 5, 19, 30).getTime(),
  minutes: 90,
  agenda: ["Điểm danh", "Thảo luận"],
  papers: [paper("118-KH/ĐU")],
  photos: [],
} as const;

test("says what, when, where, about what, with which papers", () => {
  expect(invitation(meeting, "members")).toBe(`GIẤY MỜI
Sinh hoạt chi bộ thường kỳ

Kính gửi: các đồng chí đảng viên Chi bộ thôn Rềnh

Chi bộ thôn Rềnh trân trọng kính mời các đồng chí dự: Sinh hoạt chi bộ thường kỳ tháng 12/2026.
Thời gian: 19 giờ 30 phút, thứ Bảy, ngày 05 tháng 12 năm 2026 (dự kiến 90 phút).
Địa điểm: Nhà văn hóa thôn Rềnh.

Chương trình:
1. Điểm danh
2. Thảo luận

Tài liệu:
- 118-KH/ĐU: ${meeting.papers[0].row.abstract}

Đề nghị các đồng chí dự đủ, đúng giờ.`);
});

test("to the superior committee's member it is the same meeting in another address", () => {
  const text = invitation(meeting, "supervisor");
  expect(text).toContain("Kính gửi: đồng chí cấp ủy viên phụ trách chi bộ\n");
  expect(text).toContain("kính mời đồng chí dự: Sinh hoạt chi bộ thường kỳ tháng 12/2026.");
  expect(text).not.toContain("các đồng chí");
});

// biome-ignore format: a table is read by its rows
test.each([
  [new Date(2026, 1, 1, 7, 0), "07 giờ, Chủ nhật, ngày 01 tháng 02 năm 2026"],
  [new Date(2026, 4, 11, 14, 5), "14 giờ 05 phút, thứ Hai, ngày 11 tháng 5 năm 2026"],
])("the time in words: %s", (at, words) => {
  expect(invitation({ ...meeting, startsAt: at.getTime() }, "members")).toContain(`Thời gian: ${words} (`);
});

test("papers that are not on this phone are counted, and no heading stands over nothing", () => {
  const away = { id: "0paper999999" as DocumentId };
  expect(invitation({ ...meeting, papers: [...meeting.papers, away] }, "members")).toContain(
    "\n- và 1 văn bản gửi kèm trong Sổ Chi bộ\n",
  );
  const bare = invitation({ ...meeting, agenda: [], papers: [], kind: "committee" }, "members");
  expect(bare).not.toMatch(/Tài liệu|Chương trình|\n\n\n/);
  expect(bare).toContain("các đồng chí chi ủy viên Chi bộ thôn Rềnh");
});

test("a conference is the office's", () => {
  const text = invitation(
    { ...meeting, host: "office", kind: "conference", title: "Hội nghị quý IV" },
    "members",
  );
  expect(text).toContain("Kính gửi: các đồng chí được mời dự hội nghị\n");
  expect(text).toContain("Văn phòng Đảng ủy trân trọng kính mời các đồng chí dự: Hội nghị quý IV.");
});
