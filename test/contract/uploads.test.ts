import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Hash } from "../../src/domain/ids";
import type { Signer } from "../../src/protocol/keys";
import { createTokenBuckets } from "../../src/server/http/token-bucket";
import { makeJpeg } from "../support/jpeg";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";

const paper = (length: number, fill = 120): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length).fill(fill);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  return bytes;
};

/** Pieces and questions in a device's name; answers as `status offset-or-code complete`. */
const uploader = ({ send }: TestOffice, as: Signer) => {
  const told = async (answer: Response) => {
    const { code } = JSON.parse((await answer.text()) || "{}") as { code?: string };
    return [
      answer.status,
      code ?? answer.headers.get("Upload-Offset"),
      answer.headers.get("Upload-Complete"),
    ].join(" ");
  };
  return {
    stands: async (hash: Hash, method = "GET") => told(await send(as, method, `/uploads/${hash}`)),
    piece: async (
      hash: Hash,
      offset: number | string,
      body: BodyInit,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      told(
        await send(as, "PATCH", `/uploads/${hash}`, {
          body,
          headers: { "Upload-Offset": String(offset), ...headers },
          ...(body instanceof ReadableStream && { duplex: "half" as const }),
        }),
      ),
  };
};
const last = { "Upload-Complete": "?1" };
const done = "204  ?1";

/** Of everything that is not whole. */
const partialsIn = ({ dataDir }: TestOffice): readonly number[] => {
  const folder = join(dataDir, "blobs/partials");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [statSync(join(entry.parentPath, entry.name)).size] : [],
  );
};

test("a file comes in pieces, says where it stands, and has its name when it is whole", async () => {
  const office = await createTestOffice();
  const { stands, piece } = uploader(office, office.commune.office.signer);
  const data = paper(10_000);
  const hash = hashOf(data);
  expect(await stands(hash)).toBe("204 0 ?0");
  expect(await piece(hash, 0, data.slice(0, 4000))).toBe("204 4000 ?0");
  expect(await stands(hash)).toBe("204 4000 ?0");
  expect(await stands(hash, "HEAD")).toBe("204 4000 ?0");
  expect(await office.blobs.has(hash)).toBe(false);
  const packed = new Uint8Array(gzipSync(data.slice(4000, 8000)));
  expect(await piece(hash, 4000, packed, { "Content-Encoding": "gzip" })).toBe("204 8000 ?0");
  expect(await piece(hash, 8000, data.slice(8000), last)).toBe(done);
  expect(await office.blobs.read(hash)).toEqual(data);
  expect(partialsIn(office)).toEqual([]);
  // An answer that was lost: asked again, or the piece sent again, it is as whole as before.
  expect(await stands(hash)).toBe(done);
  expect(await piece(hash, 8000, data.slice(8000), last)).toBe(done);
});

test("a piece that does not begin where the file ends is told where that is, and writes nothing", async () => {
  const office = await createTestOffice();
  const { stands, piece } = uploader(office, office.commune.office.signer);
  const data = paper(6000);
  const hash = hashOf(data);
  expect(await piece(hash, 1000, data.slice(1000))).toBe("409 0 ?0");
  expect(await piece(hash, 0, data.slice(0, 2000))).toBe("204 2000 ?0");
  for (const wrong of [0, 1999, 2001, 9_999_999_999])
    expect(await piece(hash, wrong, data.slice(2000), last)).toBe("409 2000 ?0");
  for (const none of ["", "-1", "1e3", "2000, 2000", "99999999999"])
    expect(await piece(hash, none, data.slice(2000))).toBe("400 malformed ");
  expect(await stands(hash)).toBe("204 2000 ?0");
  expect(await piece(hash, 2000, data.slice(2000), last)).toBe(done);
});

test("what came is not what it is named: refused, gone, and sent anew from its beginning", async () => {
  const office = await createTestOffice();
  const { stands, piece } = uploader(office, office.commune.office.signer);
  const data = paper(6000);
  const hash = hashOf(data);
  await piece(hash, 0, paper(3000, 1));
  expect(await piece(hash, 3000, data.slice(3000), last)).toBe("422 damaged-file ");
  expect(await office.blobs.has(hash)).toBe(false);
  expect(partialsIn(office)).toEqual([]);
  expect(await stands(hash)).toBe("204 0 ?0");
  await piece(hash, 0, data.slice(0, 3000));
  expect(await piece(hash, 3000, data.slice(3000), last)).toBe(done);
});

test("a file in pieces may be no larger than in one, each kind for itself, and is judged by its beginning", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const { stands, piece } = uploader(office, commune.office.signer);
  const page = new TextEncoder().encode("<html><script>alert(1)</script></html>");
  expect(await piece(hashOf(page), 0, page)).toBe("422 not-a-document ");
  expect(await piece(hashOf(page), 0, "", last)).toBe("422 not-a-document ");
  expect(partialsIn(office)).toEqual([]);

  const within = 1024 * 1024;
  const reach = async (name: Hash, head: Uint8Array<ArrayBuffer>, upTo: number) => {
    await piece(name, 0, head);
    for (let at = head.length; at < upTo; ) {
      const length = Math.min(within, upTo - at);
      expect(await piece(name, at, new Uint8Array(length).fill(32))).toBe(`204 ${at + length} ?0`);
      at += length;
    }
    expect(await piece(name, upTo, "xx")).toBe("413 too-large ");
    expect(await stands(name)).toBe(`204 ${upTo} ?0`);
  };
  const text = new TextEncoder().encode('{"v":1,"blocks":[');
  await reach(hashOf("a long text"), text, 8 * 1024 * 1024);
  await reach(hashOf("a large page"), makeJpeg({ width: 16, height: 16 }), 1_500_000);
  await reach(hashOf("a large paper"), paper(2000), 30 * 1024 * 1024);
  const bomb = new Uint8Array(gzipSync(new Uint8Array(40 * 1024 * 1024)));
  await piece(hashOf("a bomb"), 0, paper(2000));
  expect(await piece(hashOf("a bomb"), 2000, bomb, { "Content-Encoding": "gzip" })).toBe("413 too-large ");
  for (const size of partialsIn(office)) expect(size).toBeLessThanOrEqual(30 * 1024 * 1024);
});

test("a committee member sends a page in pieces and nothing else, however it begins", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const [first, second] = commune.east.members;
  const role = commune.grant(first.member, commune.east.org, "committee");
  await office.log.accept([await commune.sign(commune.office.signer, role)]);
  const { piece } = uploader(office, first.signer);
  const page = makeJpeg({ width: 64, height: 64, noise: 1 });
  expect(await uploader(office, second.signer).piece(hashOf(page), 0, page)).toBe("403 not-allowed ");
  expect(await piece(hashOf(page), 0, page.slice(0, 1500))).toBe("204 1500 ?0");
  expect(await piece(hashOf(page), 1500, page.slice(1500), last)).toBe(done);
  const data = paper(3000);
  expect(await piece(hashOf(data), 0, data)).toBe("403 not-allowed ");
  // A beginning that is a page as long as it is short.
  const disguised = paper(3000);
  disguised.set([0xff, 0xd8, 0xff, 0xe0, ...new TextEncoder().encode("%PDF-1.7")]);
  expect(await piece(hashOf(disguised), 0, disguised.slice(0, 5))).toBe("204 5 ?0");
  expect(await piece(hashOf(disguised), 5, disguised.slice(5), last)).toBe("403 not-allowed ");
  expect(await office.blobs.has(hashOf(disguised))).toBe(false);
});

test("one device's pieces are seen by no other, and reach no other's file", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const clerk = uploader(office, commune.office.signer);
  const secretary = uploader(office, commune.east.secretary.signer);
  const data = paper(6000);
  const hash = hashOf(data);
  await clerk.piece(hash, 0, data.slice(0, 4000));
  expect(await secretary.stands(hash)).toBe("204 0 ?0");
  expect(await secretary.piece(hash, 4000, data.slice(4000), last)).toBe("409 0 ?0");
  expect(await secretary.piece(hash, 0, paper(5000, 7))).toBe("204 5000 ?0");
  expect(await secretary.piece(hash, 5000, "x", last)).toBe("422 damaged-file ");
  expect(await clerk.piece(hash, 4000, data.slice(4000), last)).toBe(done);
  expect(await office.blobs.read(hash)).toEqual(data);
});

test("one device begins no more than four at once: the one left longest makes room", async () => {
  const office = await createTestOffice();
  const { stands, piece } = uploader(office, office.commune.office.signer);
  const names = Array.from({ length: 12 }, (_, i) => hashOf(`paper ${i}`));
  for (const name of names) {
    expect(await piece(name, 0, paper(2000))).toBe("204 2000 ?0");
    // Files of one instant have no order.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(partialsIn(office)).toHaveLength(4);
  expect(await stands(names[7] as Hash)).toBe("204 0 ?0");
  expect(await stands(names[8] as Hash)).toBe("204 2000 ?0");
  expect(await piece(names[8] as Hash, 2000, "more")).toBe("204 2004 ?0");
});

/** A body of this data in pieces of 1,000 bytes, each when it is let through. */
const gated = (data: Uint8Array<ArrayBuffer>) => {
  const gates: (() => void)[] = [];
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        for (let at = 0; at < data.length; at += 1000)
          gates.push(() => controller.enqueue(data.slice(at, at + 1000)));
        gates.push(() => controller.close());
      },
    },
    { highWaterMark: 0 },
  );
  return { body, next: () => gates.shift()?.(), left: () => gates.length };
};
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the same file sent twice at once by one device, in whatever turns, is whole in the end", async () => {
  const office = await createTestOffice((clock) => {
    const bucket = createTokenBuckets({ capacity: 1e6, perSecond: 1e6 }, clock);
    return { limits: { device: bucket, address: bucket, enrolment: bucket, idle: 5000 } };
  });
  const { stands, piece } = uploader(office, office.commune.office.signer);
  const data = new Uint8Array(12_000).map((_, i) => i * 31 + (i >> 8));
  data.set(new TextEncoder().encode("%PDF-1.7\n"));
  const hash = hashOf(data);
  const stream = (body: ReadableStream<Uint8Array>, offset: number) => piece(hash, offset, body, last);
  const other = data.slice();
  other.fill(1, 6000);
  const slow = gated(other);
  const fast = gated(data);
  const first = stream(slow.body, 0);
  const second = stream(fast.body, 0);
  for (let i = 0; i < 6; i += 1) {
    slow.next();
    await turn();
  }
  while (fast.left()) {
    fast.next();
    await turn();
  }
  expect(await second).toBe(done);
  expect(await office.blobs.read(hash)).toEqual(data);
  // The slow one goes on, with other bytes even, when the file has its name already: nothing of that reaches it.
  while (slow.left()) {
    slow.next();
    await turn();
  }
  expect(await first).toBe(done);
  expect(await stands(hash)).toBe(done);
  expect(await office.blobs.read(hash)).toEqual(data);
});

test("a piece that breaks off or stalls keeps what came of it", async () => {
  const office = await createTestOffice();
  const { stands, piece } = uploader(office, office.commune.office.signer);
  const data = paper(6000);
  const hash = hashOf(data);
  const cut = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(data.slice(0, 2500)),
    pull: (controller) => controller.error(new Error("line cut")),
  });
  expect(await piece(hash, 0, cut)).toBe("400 malformed ");
  expect(await stands(hash)).toBe("204 2500 ?0");
  const stalled = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(data.slice(2500, 4000)),
  });
  expect(await piece(hash, 2500, stalled, last)).toBe("400 malformed ");
  expect(await stands(hash)).toBe("204 4000 ?0");
  expect(await piece(hash, 4000, data.slice(4000), last)).toBe(done);
});
