import type { DocumentDetail, Identity, RegisterRow } from "../../src/device/device";
import type { DocumentKind } from "../../src/domain/document-kind";
import type { DocumentId, Hash, KeyId, MemberId, OrgId } from "../../src/domain/ids";
import type { ReadingText } from "../../src/domain/reading-text";
import type { FakePaper } from "./fake-device";

export const cell = "0cell0000001" as OrgId;

export const secretary: Identity = {
  key: "k".repeat(43) as KeyId,
  member: "0member00001" as MemberId,
  name: "Bùi Văn Thắng",
  org: cell,
  orgName: "Chi bộ thôn Rềnh",
  communeName: "Đảng bộ xã Lạc Sơn",
  role: "secretary",
  office: false,
};

let made = 0;

/** Papers that the register alone still knows. */
export const goneRows: readonly RegisterRow[] = [
  {
    id: "0gone0000001" as DocumentId,
    kind: "thong_bao",
    number: "87-TB/ĐU",
    issuedOn: "2026-11-17",
    abstract: "Lịch làm việc của Đảng ủy xã tuần thứ 47",
    urgency: "normal",
    state: "recalled",
    recalledAt: Date.UTC(2026, 10, 18, 2, 40),
    reason: "Phát hành nhầm bản chưa duyệt",
  },
  {
    id: "0gone0000002" as DocumentId,
    kind: "bao_cao",
    number: "62-BC/ĐU",
    issuedOn: "2026-10-06",
    abstract: "Báo cáo trình hội nghị Đảng ủy xã lần thứ 12 (tài liệu thu hồi sau hội nghị)",
    urgency: "normal",
    state: "expired",
  },
];

/** A paper with everything a screen asks for; `change` says what is special about it. */
export const fakePaper = (change: Partial<DocumentDetail>, body?: ReadingText, file?: Blob): FakePaper => {
  made += 1;
  const id = `0paper${made.toString().padStart(6, "0")}` as DocumentId;
  return {
    detail: {
      id,
      kind: "ke_hoach" as DocumentKind,
      abstract: "Phòng, chống mưa lũ trên địa bàn xã những ngày cuối tháng 11",
      issuer: "Đảng ủy xã",
      issuedOn: "2026-11-22",
      urgency: "normal",
      hasText: body !== undefined,
      superseded: false,
      text: `${id}${"t".repeat(31)}` as Hash,
      scanned: false,
      issuedAt: Date.UTC(2026, 10, 22, 9, 5),
      signedBy: { key: "q".repeat(43) as KeyId, title: "Văn phòng Đảng ủy", office: true, revoked: false },
      declaredBy: "Đỗ Thị Hương",
      scopes: ["commune"],
      ...change,
    },
    ...(body && { body }),
    ...(file && { file }),
  };
};

const articles = [
  [
    "Điều 5. Trách nhiệm của bí thư chi bộ",
    [
      "Mở tài liệu trên điện thoại trước buổi họp ít nhất một ngày; nơi không có sóng thì tải đủ về máy từ khi còn ở trung tâm xã.",
      "Điểm danh, ghi biên bản và giao nhiệm vụ ngay tại cuộc họp.",
      "Nhắc đảng viên trong chi bộ đọc và xác nhận văn bản đúng hạn.",
    ],
  ],
  [
    "Điều 6. Trách nhiệm của đảng viên",
    [
      "Đọc văn bản được gửi đến trong ba ngày làm việc, kể từ khi văn bản về máy.",
      "Giữ điện thoại cẩn thận; mất máy thì báo ngay cho văn phòng để thu hồi quyền của máy.",
    ],
  ],
  ["Điều 7. Hiệu lực thi hành", ["Quy định này có hiệu lực từ ngày ký."]],
] as const;

/** A regulation as a phone shows it: head, articles, a table wider than the screen. */
export const regulationText: ReadingText = {
  v: 1,
  blocks: [
    { k: "p", a: "c", r: [{ t: "QUY ĐỊNH", b: 1 }] },
    { k: "p", a: "c", r: ["quản lý, sử dụng phần mềm điều hành tác nghiệp"] },
    { k: "p", r: [{ t: "Căn cứ chương trình làm việc năm 2026, Đảng ủy xã quy định như sau:", i: 1 }] },
    { k: "h", l: 1, t: "Chương II. TRÁCH NHIỆM" },
    ...articles.flatMap(([title, items]): ReadingText["blocks"] => [
      { k: "h", l: 3, t: title },
      ...items.map((item, i) => ({ k: "l" as const, m: `${i + 1}.`, r: [item] })),
    ]),
    {
      k: "t",
      h: 1,
      rows: [
        ["Số TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"],
        ["1", "Rà soát các hộ ở ven suối", "Chi bộ thôn Rềnh", "Ban Chỉ huy quân sự xã", "25/11"],
        ["2", "Chuẩn bị lương thực dự phòng", "Chi bộ xóm Bo", "Hội Phụ nữ xã", "26/11"],
        ["3", "Trực ban 24/24 giờ", "Công an xã", "Các chi bộ", "30/11"],
      ],
    },
    { k: "p", a: "r", r: [{ t: "T/M ĐẢNG ỦY", b: 1 }] },
  ],
};

const read = Date.UTC(2026, 10, 10);

const attached = (name: string, letter: string, file?: Blob): Partial<DocumentDetail> =>
  file
    ? {
        file: { hash: letter.repeat(43) as Hash, bytes: file.size, media: "application/pdf", name },
      }
    : {};

/** A dozen papers as on a secretary's phone. */
export const fakeLibrary = (file?: Blob): readonly FakePaper[] => [
  fakePaper({ number: "118-KH/ĐU", urgency: "urgent", acknowledgeBy: "2026-11-25" }, regulationText),
  fakePaper(
    {
      number: "105-QĐ/ĐU",
      kind: "quy_dinh",
      abstract: "Quản lý, sử dụng phần mềm Hệ thống thông tin điều hành tác nghiệp",
      issuedOn: "2026-08-18",
      acknowledgeBy: "2026-11-30",
      ...attached("105-QĐ-ĐU.pdf", "f", file),
    },
    regulationText,
    file,
  ),
  fakePaper(
    {
      number: "07-NQ/CB",
      kind: "nghi_quyet",
      abstract: "Nhiệm vụ tháng 11 của Chi bộ thôn Rềnh",
      issuer: "Chi bộ thôn Rềnh",
      issuedOn: "2026-11-04",
      org: cell,
      readAt: read,
      signedBy: { key: "s".repeat(43) as KeyId, title: "Bùi Văn Thắng", office: false, revoked: true },
    },
    regulationText,
  ),
  fakePaper(
    {
      number: "96-HD/ĐU",
      kind: "huong_dan",
      abstract: "Sinh hoạt chuyên đề quý IV về ứng dụng công nghệ số",
      issuedOn: "2026-11-02",
      readAt: read,
    },
    regulationText,
  ),
  fakePaper({
    number: "121-CV/ĐU",
    kind: "cong_van",
    abstract: "Rà soát đảng viên chưa đổi thẻ đảng viên điện tử ở các chi bộ thôn",
    issuedOn: "2026-11-20",
  }),
  fakePaper(
    {
      number: "117-TB/ĐU",
      kind: "thong_bao",
      abstract: "Kết luận giao ban công tác tháng 11",
      issuedOn: "2026-11-20",
      acknowledgeBy: "2026-11-21",
      acknowledgedAt: read,
      readAt: read,
    },
    regulationText,
  ),
  fakePaper(
    {
      number: "88-KH/ĐU",
      abstract: "Tổ chức ngày hội đại đoàn kết ở khu dân cư năm 2026",
      issuedOn: "2026-10-15",
      superseded: true,
      readAt: read,
    },
    regulationText,
  ),
  fakePaper(
    {
      number: "30/2020/NĐ-CP",
      kind: "tai_lieu",
      abstract: "Công tác văn thư",
      issuer: "Chính phủ",
      issuedOn: "2020-03-05",
      scanned: true,
      readAt: read,
      ...attached("30-2020-NĐ-CP.pdf", "g", file),
    },
    { v: 1, blocks: [] },
    file,
  ),
  fakePaper({
    kind: "giay_moi",
    abstract: "Dự hội nghị sơ kết phong trào thi đua quý III tại hội trường Ủy ban nhân dân xã",
    issuedOn: "2026-10-28",
    readAt: read,
  }),
];
