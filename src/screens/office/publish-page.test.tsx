// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { createFakeOffice, type FakeOfficeOptions } from "../../../test/support/fake-office";
import { fakePaper } from "../../../test/support/fake-papers";
import { centred, textPdf } from "../../../test/support/text-pdf";
import { cell, paragraph, table, wordFile } from "../../../test/support/word-file";
import type { DocumentId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { ServicesProvider } from "../services";
import { PublishPage } from "./publish-page";

afterEach(cleanup);

const plan = (first = "KẾ HOẠCH", number = "Số 118-KH/ĐU") =>
  wordFile(
    table([
      [
        cell(paragraph("ĐẢNG ỦY XÃ LẠC SƠN", { centre: true }) + paragraph(number, { centre: true })),
        cell(paragraph("ĐẢNG CỘNG SẢN VIỆT NAM") + paragraph("Lạc Sơn, ngày 22 tháng 11 năm 2025")),
      ],
    ]) +
      paragraph(first, { centre: true, bold: true }) +
      paragraph("phòng, chống mưa lũ", { centre: true, bold: true }) +
      paragraph("Các chi bộ trực 24 giờ trong ngày."),
  );

const openPage = (
  options: FakeOfficeOptions = {},
  replaces?: DocumentId,
  office = createFakeOffice(options),
) => {
  const went: string[] = [];
  render(
    <ServicesProvider
      value={{
        device: office.device,
        navigate: (path) => went.push(path),
        back: () => undefined,
        toast: () => undefined,
        holdReload: () => () => undefined,
      }}
    >
      <PublishPage replaces={replaces} />
    </ServicesProvider>,
  );
  return office;
};

const choose = (bytes: Uint8Array<ArrayBuffer>, name = "du-thao.docx") =>
  fireEvent.change(screen.getByLabelText("Chọn tệp"), { target: { files: [new File([bytes], name)] } });
const field = (label: RegExp) => screen.getByLabelText(label) as HTMLInputElement;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("a Word file fills the form; declared and signed, it is issued", async () => {
  const office = openPage();
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  expect(field(/Loại văn bản/).value).toBe("ke_hoach");
  expect(field(/Ngày ban hành/).value).toBe("2025-11-22");
  expect(field(/Trích yếu/).value).toBe("Phòng, chống mưa lũ");
  expect(field(/Cơ quan ban hành/).value).toBe("Đảng ủy xã Lạc Sơn");
  expect(screen.getAllByText(/^máy gợi ý$/)).toHaveLength(5);

  // Touched, a value is the clerk's own.
  fireEvent.input(field(/Trích yếu/), { target: { value: "Phòng, chống lũ quét" } });
  expect(screen.getAllByText(/^máy gợi ý$/)).toHaveLength(4);
  press("Phát hành");
  expect(screen.getByText("Còn thiếu: lời cam đoan.")).toBeTruthy();
  expect(office.uploaded).toHaveLength(0);

  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  expect(screen.getByText(/gửi tới: 65 chi bộ, 1.657 đảng viên/)).toBeTruthy();
  press("Ký và phát hành");
  await screen.findByRole("heading", { name: "Đã phát hành" });
  expect(office.uploaded.map((blob) => blob.type)).toEqual([
    "application/json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ]);
  const [issued] = office.written;
  expect(issued).toMatchObject({ type: "document.issued", scopes: ["commune"] });
  expect(issued?.body).toMatchObject({
    kind: "ke_hoach",
    number: "118-KH/ĐU",
    abstract: "Phòng, chống lũ quét",
    urgency: "normal",
    declaredBy: office.device.state.getState().identity?.name,
  });
});

test("a stamped QĐ: the number is typed, and the clerk says which of the two kinds it is", async () => {
  openPage();
  choose(plan("VĂN BẢN", "Số      -QĐ/ĐU"));
  await screen.findByText(/Số được đóng dấu.*-QĐ\/ĐU/);
  expect(field(/Số ký hiệu/).value).toBe("");
  expect(field(/Loại văn bản/).value).toBe("");
  expect(screen.getByText(/QĐ dùng cho cả Quyết định và Quy định/)).toBeTruthy();
  fireEvent.input(field(/Số ký hiệu/), { target: { value: "105-QĐ/ĐU" } });
  press("Phát hành");
  expect(screen.getByText(/Còn thiếu: loại văn bản/)).toBeTruthy();
});

test("the audience: some cells, by the tree", async () => {
  const office = openPage();
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  fireEvent.click(screen.getByLabelText("Chọn chi bộ"));
  const branch = screen.getByLabelText("Đảng bộ các cơ quan Đảng xã") as HTMLInputElement;
  fireEvent.click(branch);
  expect(branch.checked).toBe(true);
  expect((screen.getByLabelText("Đảng ủy xã Lạc Sơn") as HTMLInputElement).indeterminate).toBe(true);
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  press("Ký và phát hành");
  await screen.findByRole("heading", { name: "Đã phát hành" });
  const scopes = office.written[0]?.scopes ?? [];
  expect(scopes).toHaveLength(5);
  expect(scopes.filter((scope) => scope.startsWith("cell:"))).toHaveLength(4);
  expect(scopes).toContain("office");
});

test("what takes another paper's place goes to the same readers until the clerk says otherwise", async () => {
  const { directory } = createFakeOffice();
  const cell = [...directory.orgs.values()].find((org) => org.name === "Chi bộ xóm Rềnh");
  const old = fakePaper({ number: "117-KH/ĐU", scopes: [`cell:${cell?.id}` as Scope, "office"] });
  const office = openPage({ papers: [old] }, old.detail.id);
  await screen.findByText("Thay thế 117-KH/ĐU");
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  expect(field(/^Chọn chi bộ/).checked).toBe(true);
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  press("Ký và phát hành");
  await screen.findByRole("heading", { name: "Đã phát hành" });
  expect(office.written[0]?.scopes.toSorted()).toEqual([`cell:${cell?.id}`, "office"]);
});

test("a secret paper is refused by its rule before anything is filled in, and nothing of it stays", async () => {
  const office = openPage();
  choose(
    wordFile(paragraph("MẬT", { centre: true, bold: true }) + paragraph("Chuyện riêng của xã.")),
    "KH 12.docx",
  );
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("117/2025/QH15");
  expect(document.body.textContent).not.toMatch(/Chuyện riêng|KH 12/);
  expect([office.uploaded, office.written]).toEqual([[], []]);
  press("Chọn tệp khác");
  expect(screen.getByText(/Thả tệp/)).toBeTruthy();
});

test("personnel work typed into the form is refused and let go of", async () => {
  const office = openPage();
  choose(plan("QUYẾT ĐỊNH", "Số 12-QĐ/ĐU"));
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("12-QĐ/ĐU"));
  fireEvent.input(field(/Trích yếu/), { target: { value: "Về việc điều động, bổ nhiệm cán bộ" } });
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  press("Ký và phát hành");
  expect((await screen.findByText("Văn bản không được đưa vào")).tagName).toBe("H2");
  expect(screen.queryByDisplayValue(/điều động/)).toBeNull();
  expect([office.uploaded, office.written]).toEqual([[], []]);
});

test("before a number goes out twice the clerk is told which paper has it", async () => {
  openPage();
  choose(plan("KẾ HOẠCH", "Số 118-KH/ĐU"));
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  fireEvent.input(field(/Ngày ban hành/), { target: { value: "2026-11-22" } });
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  await screen.findByText(/đã có văn bản mang số này.*mưa lũ.*Thay thế/);
  fireEvent.click(screen.getAllByRole("button", { name: "Xem lại" })[1] as HTMLElement);
  fireEvent.input(field(/Số ký hiệu/), { target: { value: "119-KH/ĐU" } });
  press("Phát hành");
  await screen.findByRole("button", { name: "Ký và phát hành" });
  expect(screen.queryByText(/đã có văn bản mang số này/)).toBeNull();
});

test("a độ mật typed where the number belongs is refused by its rule, not called a mistyped number", async () => {
  const office = openPage();
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  fireEvent.input(field(/Số ký hiệu/), { target: { value: "118-KH/ĐU (MẬT)" } });
  press("Phát hành");
  expect((await screen.findByRole("alert")).textContent).toContain("117/2025/QH15");
  expect(screen.queryByDisplayValue(/118/)).toBeNull();
  expect([office.uploaded, office.written]).toEqual([[], []]);
});

test("a file over 30 MB is refused by what is true of a file", async () => {
  openPage();
  choose(new Uint8Array(31 * 1024 * 1024), "quet.pdf");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/lớn hơn 30 MB/);
  expect(alert.textContent).not.toMatch(/còn trên máy/);
});

test("without a connection it says so and keeps the form", async () => {
  openPage({ offline: true });
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  press("Ký và phát hành");
  await screen.findByText(/Chưa có mạng.*còn nguyên/);
  expect(field(/Trích yếu/).value).toBe("Phòng, chống mưa lũ");
  expect(screen.queryByText("Đã phát hành")).toBeNull();
});

test("a paper begun waits while the clerk looks at another part of the office, until it is issued", async () => {
  const office = openPage();
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  fireEvent.input(field(/Trích yếu/), { target: { value: "Phòng, chống lũ quét" } });
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  cleanup();

  openPage({}, undefined, office);
  expect(field(/Trích yếu/).value).toBe("Phòng, chống lũ quét");
  press("Phát hành");
  press("Ký và phát hành");
  // Gone elsewhere while it is sent: it does not wait to be issued a second time.
  cleanup();
  openPage({}, undefined, office);
  expect(screen.getByText(/Thả tệp/)).toBeTruthy();
  await waitFor(() => expect(office.written).toHaveLength(1));
});

test("what the server refuses is never called issued", async () => {
  openPage({ refuses: "not-allowed" });
  choose(plan());
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  press("Ký và phát hành");
  await screen.findByText(/Máy chủ không nhận/);
  expect(screen.queryByText("Đã phát hành")).toBeNull();
});

test("an old .doc and a picture are told apart", async () => {
  openPage();
  const ole = [
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...[..."WordDocument"].flatMap((c) => [c.charCodeAt(0), 0]),
  ];
  choose(Uint8Array.from(ole), "cu.doc");
  await screen.findByText(/Lưu thành/);
  press("Chọn tệp khác");
  choose(new TextEncoder().encode("\u0089PNG"), "anh.pdf");
  await screen.findByText(/không phải PDF hay Word/);
});

test("the text is mended as the phone shows it", async () => {
  const office = openPage();
  choose(plan());
  const block = await screen.findByRole("button", { name: "Các chi bộ trực 24 giờ trong ngày." });
  fireEvent.click(block);
  fireEvent.input(screen.getByLabelText("Chữ của đoạn"), {
    target: { value: "Các chi bộ trực suốt ngày đêm." },
  });
  fireEvent.change(screen.getByLabelText("Kiểu"), { target: { value: "h3" } });
  press("Xong");
  fireEvent.click(screen.getByLabelText(/cam đoan văn bản này/));
  press("Phát hành");
  press("Ký và phát hành");
  await screen.findByRole("heading", { name: "Đã phát hành" });
  expect(await office.uploaded[0]?.text()).toContain('{"k":"h","l":3,"t":"Các chi bộ trực suốt ngày đêm."}');
});

test("a file that was stopped does not come back", async () => {
  openPage();
  const page = Array.from({ length: 40 }, (_, i) => centred(`Dòng thứ ${i}`, 60 + i * 18));
  choose(textPdf(Array(40).fill(page)), "dai.pdf");
  await screen.findByText(/Đã đọc [1-9]/);
  press("Thôi, chọn tệp khác");
  expect(screen.getByText(/Thả tệp/)).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(screen.getByText(/Thả tệp/)).toBeTruthy();
});

test("where what reads Word files could not be had, the file is not blamed, and one try later it is read", async () => {
  const missing = "../../device/intake/read-word-beside";
  vi.doMock(missing, () => {
    throw new Error("no connection");
  });
  openPage();
  choose(plan());
  await screen.findByText("Phần này chưa có trên máy");
  vi.doUnmock(missing);
  press("Thử lại");
  await waitFor(() => expect(field(/Số ký hiệu/).value).toBe("118-KH/ĐU"));
});
