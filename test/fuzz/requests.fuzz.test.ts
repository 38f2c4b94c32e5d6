import { expect, test } from "vitest";
import type { DocumentId } from "../../src/domain/ids";
import { fromBase64url, toBase64url } from "../../src/protocol/base64url";
import type { SignedEntry } from "../../src/protocol/signed-entry";
import { formatSigned } from "../../src/protocol/sync-request";
import { createTokenBuckets } from "../../src/server/http/token-bucket";
import { createTestOffice } from "../support/office";
import { syncBody } from "../support/wire-client";
import { fuzz } from "./fuzz";
import { hostileText } from "./hostile-input";

/** An office that asks nobody to wait. */
const patientOffice = () =>
  createTestOffice((clock) => {
    const bucket = createTokenBuckets({ capacity: 1e9, perSecond: 1e6 }, clock);
    return { limits: { device: bucket, address: bucket, enrolment: bucket, idle: 1000 } };
  });

test("whatever stands in a request, the server answers, and never with a fault of its own", async () => {
  const office = await patientOffice();
  const { commune, send } = office;
  const [member] = commune.east.members;
  const receipt = await commune.receipt(member, "01890a5dac96" as DocumentId);
  const offered = await commune.offer(commune.office.signer, member.member, member.org, "member");
  const signers = [member.signer, commune.office.signer, undefined];
  const samples = [
    `POST /sync 0\n${syncBody([receipt, await commune.recall(await commune.paper())])}`,
    `POST /sync 1\n${syncBody([offered.signed], { commune: { n: 2, full: 1, digest: "d".repeat(43) } })}`,
    'POST /ids 0\n{"scope":"commune"}',
    `POST /entries 1\n{"ids":["${receipt.entry.id}"]}`,
    `POST /enrol 2\n${formatSigned((await commune.takeUp(offered)).signed)}`,
    `GET /offers/${offered.signed.entry.id} 2\n`,
    `GET /blobs/${"A".repeat(43)} 1\n`,
    `PUT /blobs/${"A".repeat(43)} 1\n%PDF-1.7 x`,
    `GET /uploads/${"A".repeat(43)} 1\n`,
    `PATCH /uploads/${"A".repeat(43)} 1\n%PDF-1.7 x`,
    "GET /coverage/01890a5dac96 1\n",
  ];
  await fuzz({
    name: "requests",
    cases: hostileText(samples, 3000),
    runs: 1200,
    waits: true,
    // A push that is taken writes to the database; a path that is none is refused at once.
    ratio: 4000,
    run: async (text) => {
      const at = text.indexOf("\n");
      const [method = "", path = "", as = ""] = text.slice(0, Math.max(0, at)).split(" ");
      // What a line of HTTP cannot hold never comes so far.
      if (!/^[A-Z]{3,7}$/.test(method) || ["CONNECT", "TRACE", "TRACK"].includes(method)) return;
      if (!path.startsWith("/") || !URL.canParse(`https://so.example.vn${path}`)) return;
      const asked = new URL(`https://so.example.vn${path}`);
      if (asked.host !== "so.example.vn") return;
      const body = text.slice(at + 1);
      const answer = await send(signers[Number(as)] ?? undefined, method, asked.pathname, {
        ...(method !== "GET" && method !== "HEAD" && { body }),
        headers: {
          "Accept-Encoding": "identity",
          ...(method === "PATCH" && { "Upload-Offset": "0", "Upload-Complete": "?1" }),
        },
      });
      await answer.text();
      if (answer.status >= 500)
        throw new Error(`${answer.status} to ${text}\n${office.lines.slice(-2).join("\n")}`);
    },
  });
  expect(office.lines.filter((line) => line.startsWith("fault"))).toEqual([]);
  const answer = await send(member.signer, "POST", "/sync", {
    body: syncBody([await commune.receipt(member, "01890a5dac97" as DocumentId)]),
  });
  expect(answer.status).toBe(200);
});

test("an entry under a mirrored signature, which holds as well, is refused as other bytes of the same entry", async () => {
  const { commune, log } = await patientOffice();
  const receipt = await commune.receipt(commune.east.members[0], "01890a5dac96" as DocumentId);
  const bytes = fromBase64url(receipt.signature) ?? new Uint8Array();
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const s = order - BigInt(`0x${Buffer.from(bytes.subarray(32)).toString("hex")}`);
  bytes.set(Buffer.from(s.toString(16).padStart(64, "0"), "hex"), 32);
  const mirrored: SignedEntry = { payload: receipt.payload, signature: toBase64url(bytes) };
  expect(await log.accept([receipt, mirrored, receipt])).toMatchObject([
    { is: "applied" },
    { is: "rejected", code: "id-reused" },
    { is: "duplicate" },
  ]);
});
