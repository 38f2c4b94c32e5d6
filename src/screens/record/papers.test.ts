import { afterEach, describe, expect, test } from "vitest";
import { closedMeeting } from "../../../test/support/closed-meeting";
import type { MinutesLine } from "../../domain/minutes";
import { rollCall } from "../../domain/roll-call";
import { setLanguage } from "../../i18n/language";
import { fileName } from "./file-name";
import { scoreOf } from "./meeting-score";
import { minutesPaper } from "./minutes-paper";
import { committeeName, placeAndDay, placeName } from "./official-names";
import { paperText } from "./paper-text";
import { hourOf, lowerFirst, sentence } from "./paper-words";
import { recordData } from "./record-data";
import { resolutionNumber, resolutionPaper } from "./resolution-paper";

const linesOf = (paper: ReturnType<typeof minutesPaper> | undefined) =>
  paper ? paperText(paper).split("\n") : [];
const withLines = (lines: readonly MinutesLine[]) =>
  closedMeeting({ minutes: { lines, missing: 0, addenda: [] } });
const score = (given: number, most: number): MinutesLine => ({ is: "score", title: "Chung", given, most });

afterEach(() => setLanguage("vi"));

test.each([
  ["Đảng bộ xã Lạc Sơn", "Lạc Sơn"],
  ["Đảng ủy phường Hòa Bình", "Hòa Bình"],
  ["Đảng bộ thị trấn Vụ Bản", "Vụ Bản"],
  ["Đảng bộ phường 5", "Phường 5"],
  ["đảng bộ  đặc khu Vân Đồn ", "Vân Đồn"],
  ["Đảng bộ xã Lạc Sơn".normalize("NFD"), "Lạc Sơn"],
  // "Xã" within a name is no word for a unit.
  ["Đảng bộ xã Xã Tắc", "Xã Tắc"],
  ["", ""],
])("the place of %s is %s", (name, place) => expect(placeName(name)).toBe(place));

test.each([
  ["2026-02-05", "Lạc Sơn, ngày 05 tháng 02 năm 2026"],
  ["2026-11-25", "Lạc Sơn, ngày 25 tháng 11 năm 2026"],
  ["2026-03-09", "Lạc Sơn, ngày 09 tháng 3 năm 2026"],
])("%s stands as %s, in whatever language the app is", async (day, shown) => {
  await setLanguage("en");
  expect(placeAndDay("Đảng bộ xã Lạc Sơn", day)).toBe(shown);
  expect(placeAndDay("", "2026-11-25")).toBe("Ngày 25 tháng 11 năm 2026");
});

test("the committee of an organisation", () => {
  expect(committeeName("Đảng bộ xã Lạc Sơn")).toBe("Đảng ủy xã Lạc Sơn");
  expect(committeeName("Xã Lạc Sơn")).toBe("Xã Lạc Sơn");
});

test.each([
  ["5", "Số 05-NQ/CB"],
  ["05", "Số 05-NQ/CB"],
  ["Số 5-NQ/CB", "Số 05-NQ/CB"],
  ["Số: 12-NQ/CB", "Số 12-NQ/CB"],
  ["108", "Số 108-NQ/CB"],
  ["", "Số      -NQ/CB"],
  ["chưa có", "Số      -NQ/CB"],
  // A zero is no number.
  ["0", "Số      -NQ/CB"],
])("number %j becomes %j", (written, shown) => expect(resolutionNumber(written)).toBe(shown));

test.each([
  ["Xong", "Xong."],
  ["Xong.", "Xong."],
  ["Xong chưa?", "Xong chưa?"],
  ["nói “được”", "nói “được”."],
  ["nói “được.”", "nói “được.”"],
])("%s ends as %s", (text, ended) => expect(sentence(text)).toBe(ended));

test("small words of the layout", () => {
  expect(lowerFirst("Sinh hoạt chi bộ")).toBe("sinh hoạt chi bộ");
  expect(lowerFirst("NTM kiểu mẫu")).toBe("NTM kiểu mẫu");
  expect(hourOf(new Date(2026, 1, 5, 9, 5).getTime())).toBe("09 giờ 05 phút");
  expect(hourOf(new Date(2026, 1, 5, 20, 0).getTime())).toBe("20 giờ");
});

test.each([
  [[score(90, 100)], "good"],
  [[score(89.5, 100)], "fair"],
  [[score(35, 50)], "fair"],
  [[score(20, 40), score(30, 60)], "average"],
  [[score(49, 100)], "poor"],
] as const)("a score of %j", (lines, rating) => expect(scoreOf(lines)?.rating).toBe(rating));

test("no score is no rating", () => expect(scoreOf([])).toBeUndefined());

describe("the minutes", () => {
  test("say who belongs, came, was absent and why, presided and wrote", () => {
    const lines = linesOf(minutesPaper(closedMeeting()));
    expect(lines.slice(0, 8)).toEqual([
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "ĐẢNG BỘ XÃ LẠC SƠN",
      "CHI BỘ THÔN RỀNH",
      "Lạc Sơn, ngày 05 tháng 02 năm 2026",
      "",
      "BIÊN BẢN",
      "sinh hoạt chi bộ thường kỳ tháng 02/2026",
      "",
    ]);
    for (const one of [
      "Thời gian: từ 19 giờ 30 phút đến 21 giờ 15 phút, ngày 05 tháng 02 năm 2026.",
      "1. Tổng số đảng viên của chi bộ: 21 đồng chí (chính thức 18, dự bị 01, miễn công tác và sinh hoạt đảng 01, đã giới thiệu đi sinh hoạt tạm thời nơi khác 01).",
      "2. Đảng viên sinh hoạt tạm thời tại chi bộ: 01 đồng chí.",
      "4. Vắng có lý do: 03 đồng chí: Phạm Thị Thu Hằng (đi làm xa); Đinh Văn Quyết (nuôi mẹ ốm ở bệnh viện tỉnh); Bùi Văn Ín (việc gia đình).",
      "5. Vắng không có lý do: 01 đồng chí: Bùi Thị Thoa.",
      "7. Chủ trì: đồng chí Bùi Văn Thắng.",
      "8. Người ghi biên bản: đồng chí Quách Công Minh.",
      "9. Điều kiện tiến hành: 15/19 đồng chí được tính biểu quyết có mặt, đủ điều kiện tiến hành hội nghị.",
    ])
      expect(lines).toContain(one);
    expect(lines.filter((one) => /^[IV]+\. /.test(one))).toEqual([
      "I. THÀNH PHẦN",
      "II. TÀI LIỆU TRÌNH TẠI HỘI NGHỊ",
      "III. NỘI DUNG",
      "IV. THÔNG QUA BIÊN BẢN",
    ]);
  });

  test("keep each word with its speaker, the votes with their form, the tasks with person and day", () => {
    const lines = linesOf(minutesPaper(closedMeeting()));
    for (const one of [
      "- Đồng chí Bùi Thị Xuân: Hội Phụ nữ nhận đoạn 200 m gần nhà văn hóa.",
      "- Đồng chí Quách Thị Nga: Ba hộ ấy chưa ký vì chưa rõ xe gom rác có vào được ngõ không.",
      "Đề nghị hỏi lại hợp tác xã rồi hãy vận động tiếp.",
      "- Đồng chí Đinh Thị Vân, Phó Bí thư Đảng ủy xã: Chi bộ bàn kỹ và thiết thực. Lưu ý ghi rõ tên từng hộ được hỗ trợ để bà con cùng biết.",
      "Biểu quyết: Thuê máy nạo vét đoạn Thung Bái, mức chi không quá 2.000.000 đồng từ quỹ thôn. Hình thức: biểu quyết bằng thẻ đảng viên. Kết quả: tán thành 13, không tán thành 01, ý kiến khác 01; cần quá một nửa: được thông qua.",
      "- Đồng chí Đinh Công Sơn (phối hợp: Bùi Văn Dũng): Thuê máy, trông coi việc nạo vét đoạn Thung Bái. Thời hạn: ngày 15 tháng 11 năm 2026.",
      " | Tổng điểm | 100 | 86,5",
      "Xếp loại buổi sinh hoạt: Khá.",
      "Biên bản được đọc trước hội nghị và biểu quyết thông qua: tán thành 15, không tán thành 0, ý kiến khác 0.",
      "- Lưu Chi bộ.",
    ])
      expect(lines).toContain(one);
    expect(lines.at(-2)).toMatch(/^Ghi thêm ngày 08 tháng 02 năm 2026: Đồng chí Phạm Thị Thu Hằng/);
    expect(lines.indexOf("PHỤ LỤC BIÊN BẢN")).toBeGreaterThan(lines.indexOf("CHỦ TRÌ HỘI NGHỊ"));
  });

  test("with nothing said have neither papers nor points, and name no guests", () => {
    const whole = closedMeeting();
    const lines = linesOf(
      minutesPaper({
        ...whole,
        closing: { ...whole.closing, guests: [] },
        minutes: { lines: [], missing: 0, addenda: [] },
      }),
    );
    expect(lines.filter((one) => /^[IV]+\. /.test(one))).toEqual(["I. THÀNH PHẦN", "II. THÔNG QUA BIÊN BẢN"]);
    expect(lines.join("\n")).not.toMatch(/khách dự|PHỤ LỤC|undefined/);
  });

  test("tell a member that nobody marked from one without a reason, and expect none who is exempt", () => {
    const whole = closedMeeting();
    const roll = whole.closing.roll.map((one, i) => {
      if (i !== 7 && i !== 1) return one;
      const { presence: _, ...rest } = one;
      return rest;
    });
    const lines = linesOf(
      minutesPaper({ ...whole, closing: { ...whole.closing, roll }, figures: rollCall(roll) }),
    );
    expect(lines).toContain("6. Vắng, chưa ghi lý do: 01 đồng chí: Bùi Thị Lành.");
  });

  test("what nobody in particular said, a member without a name, a vote that failed", () => {
    const lines = linesOf(
      minutesPaper(
        withLines([
          { is: "statement", text: "Đề nghị nghỉ sớm" },
          { is: "statement", member: closedMeeting().closing.roll[1]?.member, text: "Đồng ý" },
          {
            is: "vote",
            matter: "Nghỉ sớm",
            form: "card",
            needs: "two-thirds",
            agree: 2,
            disagree: 10,
            other: 3,
            carried: false,
          },
        ]),
      ),
    );
    expect(lines).toContain("- Ý kiến: Đề nghị nghỉ sớm.");
    expect(lines).toContain("- Đồng chí Bùi Thị Lành: Đồng ý.");
    expect(lines.find((one) => one.startsWith("Biểu quyết:"))).toMatch(
      /cần ít nhất hai phần ba: không được thông qua\.$/,
    );
  });

  test("of a conference stand under the committee alone and count nobody's votes", () => {
    const whole = closedMeeting();
    const lines = linesOf(
      minutesPaper({
        ...whole,
        meeting: { ...whole.meeting, host: "office", kind: "conference" },
        hostName: whole.communeName,
        closing: { ...whole.closing, host: "office" },
      }),
    );
    expect(lines[1]).toBe("ĐẢNG ỦY XÃ LẠC SƠN");
    expect(lines).toContain("- Lưu Đảng ủy.");
    expect(lines.join("\n")).not.toMatch(/được tính biểu quyết|Tổng số/);
  });
});

describe("the resolution", () => {
  test("has its four parts, the tasks as a table, and is signed for the cell", () => {
    const paper = resolutionPaper(closedMeeting());
    const lines = linesOf(paper);
    expect(lines.filter((one) => /^[IV]+\. /.test(one))).toEqual([
      "I. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
      "II. PHƯƠNG HƯỚNG, NHIỆM VỤ",
      "III. PHÂN CÔNG VÀ TỔ CHỨC THỰC HIỆN",
      "IV. TỰ ĐÁNH GIÁ CHẤT LƯỢNG KỲ SINH HOẠT",
    ]);
    expect(paper?.number).toBe("Số 07-NQ/CB");
    expect(lines).toContain(
      "2 | Vận động hội viên phụ nữ nạo vét 200 m mương gần nhà văn hóa | Bùi Thị Xuân | 22/11/2026",
    );
    expect(paper?.signatures).toEqual({
      right: { lines: ["T/M CHI BỘ", "BÍ THƯ"], name: "Bùi Văn Thắng" },
    });
    expect(paper?.recipients).toEqual([
      "Đảng ủy xã Lạc Sơn (báo cáo),",
      "Các đồng chí đảng viên chi bộ,",
      "Lưu Chi bộ.",
    ]);
    expect(lines.join("\n")).not.toContain("./.");
  });

  test("of a committee is signed for it; by a deputy as one", () => {
    const committee = closedMeeting({}, { kind: "committee" });
    expect(resolutionPaper(committee)?.signatures.right.lines).toEqual(["T/M CHI ỦY", "BÍ THƯ"]);
    expect(resolutionPaper(committee, true)?.signatures.right.lines).toEqual(["T/M CHI ỦY", "PHÓ BÍ THƯ"]);
  });

  test("leaves out a part with nothing in it, and room for a number that nobody gave", () => {
    const paper = resolutionPaper(
      withLines([{ is: "resolution", part: "direction", text: "Nạo vét mương" }]),
    );
    expect(paper?.number).toBe("Số      -NQ/CB");
    expect(linesOf(paper).filter((one) => /^[IV]+\. /.test(one))).toEqual(["I. PHƯƠNG HƯỚNG, NHIỆM VỤ"]);
  });

  test.each([
    ["nothing", []],
    ["a number alone", [{ is: "resolution", part: "number", text: "7" }]],
  ] as const)("is none where there is %s", (_, lines) =>
    expect(resolutionPaper(withLines(lines))).toBeUndefined(),
  );
});

test("files are named in plain letters by day and kind", () => {
  expect(fileName(closedMeeting(), "bien-ban")).toBe("2026-02-05-bien-ban-thuong-ky");
  expect(fileName(closedMeeting({}, { kind: "committee" }), "ho-so")).toBe("2026-02-05-ho-so-chi-uy");
});

test("the record for machines holds what the papers say and no names of members' phones or ids", () => {
  const data = JSON.stringify(recordData(closedMeeting()));
  expect(JSON.parse(data)).toMatchObject({
    format: "so-chi-bo/meeting-record",
    version: 1,
    host: "Chi bộ thôn Rềnh",
    score: { given: 86.5, most: 100, rating: "fair" },
    adopted: { agree: 15, disagree: 0, other: 0 },
  });
  expect(data).not.toMatch(/"roll":\[\{"member"/);
});
