import { expect, test } from "vitest";
import type { ReadingText } from "../../src/domain/reading-text";
import { formatSigned } from "../../src/protocol/sync-request";
import type { PaperOptions, TestPaper } from "../support/commune";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";
import { textPdf } from "../support/text-pdf";

const lines = (...text: string[]): ReadingText["blocks"] => text.map((t) => ({ k: "p", r: [t] }));
const head = ["ĐẢNG BỘ XÃ THỬ", "*", "Số 12-BC/ĐU"];

const hand = async (office: TestOffice, options: PaperOptions): Promise<[TestPaper, unknown]> => {
  const paper = await office.commune.paper(options);
  await office.putText(paper.text);
  const [verdict] = await office.log.accept([paper.signed]);
  return [paper, verdict?.is === "rejected" ? verdict.code : verdict?.is];
};

test("a paper that may not enter is refused with its rule, and nothing of it is kept or logged", async () => {
  const office = await createTestOffice();
  const refused: [PaperOptions, string][] = [
    [{ blocks: lines(...head, "TUYỆT MẬT", "BÁO CÁO", "tình hình biên giới") }, "secret-mark"],
    [{ blocks: [{ k: "t", rows: [["ĐẢNG ỦY", "MẬT", "ĐẢNG CỘNG SẢN VIỆT NAM"]] }] }, "secret-mark"],
    [{ abstract: "Báo cáo tình hình biên giới (tối mật)" }, "secret-mark"],
    [{ abstract: "Điều động đồng chí Bùi Văn Bình về xã" }, "personnel-work"],
    [
      { blocks: lines(...head, "QUYẾT ĐỊNH", "Điều 1. Bổ nhiệm đồng chí Bùi Văn Bình giữ chức vụ mới.") },
      "personnel-work",
    ],
  ];
  for (const [options, rule] of refused) {
    const [paper, said] = await hand(office, options);
    expect([options, said]).toEqual([options, rule]);
    expect(await office.blobs.has(paper.textHash)).toBe(false);
    expect(await office.log.entries([paper.signed.entry.id], ["commune"])).toEqual([]);
  }
  expect(office.lines.sort()).toEqual(
    refused.map(([, rule]) => `door refused document.issued: ${rule}`).sort(),
  );
});

test("a refused paper takes nothing from another one that has the same text", async () => {
  const office = await createTestOffice();
  const [kept, taken] = await hand(office, { words: "Cùng một nội dung" });
  expect(taken).toBe("applied");
  const [again, said] = await hand(office, { words: "Cùng một nội dung", abstract: "Bổ nhiệm cán bộ" });
  expect(said).toBe("personnel-work");
  expect(again.textHash).toBe(kept.textHash);
  expect(await office.blobs.has(kept.textHash)).toBe(true);
  const answer = await office.send(office.commune.office.signer, "GET", `/blobs/${kept.textHash}`);
  expect(answer.status).toBe(200);
});

test("the file is looked at by its bytes, and goes with the paper it came with", async () => {
  const office = await createTestOffice();
  const put = async (data: Uint8Array<ArrayBuffer>) => {
    await office.blobs.put(data, 1 << 24);
    return {
      hash: hashOf(data),
      bytes: data.length,
      media: "application/pdf" as const,
      name: "12-BC-DU.pdf",
    };
  };
  const pdf = new Uint8Array(await textPdf([[{ text: "Kế hoạch trồng rừng", x: 60, y: 80 }]]));
  const good = await put(pdf);
  expect((await hand(office, { body: { file: good } }))[1]).toBe("applied");

  const text = new TextDecoder("latin1").decode(pdf);
  const torn = await put(pdf.slice(0, pdf.length - 30));
  expect((await hand(office, { body: { file: torn } }))[1]).toBe("damaged-file");
  const bytes = Uint8Array.from(text.replace("/Root", "/Encrypt 5 0 R /Root"), (letter) =>
    letter.charCodeAt(0),
  );
  const locked = await put(bytes);
  expect((await hand(office, { body: { file: locked } }))[1]).toBe("encrypted-file");
  const named = { ...good, name: "tuyệt mật.pdf" };
  expect((await hand(office, { body: { file: named } }))[1]).toBe("secret-mark");
  const missing = { ...good, hash: hashOf("nowhere") };
  expect((await hand(office, { body: { file: missing } }))[1]).toBe("blob-missing");
  expect([await office.blobs.has(torn.hash), await office.blobs.has(locked.hash)]).toEqual([false, false]);
  expect(await office.blobs.has(good.hash)).toBe(true);
});

test("a text that is none, or would break the line it travels on, is refused", async () => {
  const office = await createTestOffice();
  const { commune, log } = office;
  const give = async (text: string) => {
    await office.putText(text);
    const file = { hash: hashOf(text), bytes: new TextEncoder().encode(text).length };
    const paper = await commune.paper({ body: { text: file } });
    return (await log.accept([paper.signed]))[0];
  };
  for (const text of [
    "{}",
    "not json",
    '{"v":1,"blocks":[{"k":"x"}]}',
    '{"v":1,\n"blocks":[]}',
    '{"v":2,"blocks":[]}',
  ])
    expect(await give(text)).toMatchObject({ is: "rejected", code: "malformed" });
  expect(await give('{"v":1,"blocks":[]}')).toMatchObject({ is: "applied" });
});

test("by sync the phone hears the rule", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const paper = await commune.paper({ blocks: lines("MẬT", ...head) });
  await office.putText(paper.text);
  const hello = JSON.stringify({ v: 1, epoch: null, cursors: {}, want: [], texts: true });
  const body = `${hello}\n${formatSigned(paper.signed)}`;
  const answer = await (await office.send(commune.office.signer, "POST", "/sync", { body })).text();
  expect(answer).toContain(`v {"id":"${paper.signed.entry.id}","is":"rejected","code":"secret-mark"}`);
  expect(answer).not.toContain(paper.textHash);
});
