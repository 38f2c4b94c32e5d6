import { expect, onTestFinished, test } from "vitest";
import type { DocumentId } from "../../src/domain/ids";
import { listen } from "../../src/server/cli/listen";
import { enrolByLink, newMachine, now } from "../support/machine";
import { startNginx } from "../support/nginx";
import { createTestOffice } from "../support/office";
import { publishWord, readWord } from "../support/word-paper";

/** The office behind nginx, and machines that reach it by that way alone; what nginx answered itself. */
const openFronted = async (settings?: string) => {
  const office = await createTestOffice();
  const listening = await listen(office.app, { port: 0, trustProxy: true });
  onTestFinished(() => listening.close(0));
  const origin = await startNginx(`http://127.0.0.1:${listening.port}`, settings);
  const pages: number[] = [];
  const fetchThrough = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const body = ["GET", "HEAD"].includes(request.method) ? {} : { body: await request.arrayBuffer() };
    const { method, headers, signal } = request;
    const answer = await fetch(origin + pathname + search, { method, headers, signal, ...body });
    if (answer.headers.get("Content-Type")?.startsWith("text/html")) pages.push(answer.status);
    return answer;
  };
  return { office, pages, fronted: { ...office, app: { fetch: fetchThrough } } };
};

test("a file that nginx finds too large is refused in so many words, nothing is written, and the next one goes through", async () => {
  const { office, pages, fronted } = await openFronted();
  const { commune } = office;
  const { device } = newMachine(fronted);
  await enrolByLink(office, device, commune.root, commune.office.member, commune.officeCell, "office");
  const paper = await readWord("KẾ HOẠCH");
  const issue = (bytes: Uint8Array<ArrayBuffer>) =>
    publishWord(device, commune.random, {}, { ...paper, bytes });
  const large = new Uint8Array(3 * 1024 * 1024);
  large.set(paper.bytes);
  const heads = await office.log.heads(["commune"]);
  expect(await issue(large)).toEqual({ is: "refused", code: "too-large" });
  expect(pages).toEqual([413]);
  expect(await office.log.heads(["commune"])).toEqual(heads);
  expect(await now(device.outbox.items())).toEqual([]);
  expect((await issue(paper.bytes)).is).toBe("applied");
});

test("what a phone wrote offline goes in pieces that nginx lets through, to the last", async () => {
  const { office, pages, fronted } = await openFronted("client_max_body_size 4k;");
  const { commune } = office;
  const papers = [];
  for (let i = 0; i < 60; i += 1) papers.push(await office.issue(await commune.paper()));
  const { device, line } = newMachine(fronted);
  const { member } = commune.east.members[0];
  await enrolByLink(office, device, commune.office.signer, member, commune.east.org, "member");
  line.up = false;
  for (const { signed } of papers) await device.library.markRead(signed.entry.subject as DocumentId);
  expect(await now(device.outbox.items(), (items) => items.length === 60)).toHaveLength(60);
  line.up = true;
  await device.sync();
  expect(await now(device.outbox.items(), (items) => items.length === 0)).toEqual([]);
  expect(pages).toContain(413);
});
