import { emptyDigest } from "../../src/protocol/digest";
import { formatSyncLine, type SyncLine } from "../../src/protocol/sync-line";
import type { SyncRequest } from "../../src/protocol/sync-request";
export const answerSync = (parts: any, principal: any, request: SyncRequest): ReadableStream<Uint8Array> => {
  const { log, blobs, clock } = parts;
  const enc = new TextEncoder();
  async function* lines(): AsyncGenerator<SyncLine> {
    yield { tag: "hello", hello: { v: 1, now: clock.now(), epoch: log.epoch, scopes: principal.scopes } };
    for (const verdict of await log.accept(request.push)) yield { tag: "verdict", verdict };
    const sent = new Set<string>();
    const texts: any[] = [...request.hello.want];
    for (const scope of principal.scopes) {
      const c = request.hello.cursors[scope] ?? { n: 0, full: 0, digest: emptyDigest };
      if (c.n > 0 && (await log.digestAt(scope, c.n)) !== c.digest) {
        yield { tag: "differs", scope };
        continue;
      }
      let n = c.n;
      for (;;) {
        const page = await log.page(scope, n);
        if (page.entries.length === 0) break;
        yield { tag: "page", scope, from: n, head: page.head };
        for (const e of page.entries) {
          if (e.payload === undefined) yield { tag: "withheld", n: e.n, id: e.id, signature: e.signature };
          else if (sent.has(e.id)) yield { tag: "same", n: e.n, id: e.id, signature: e.signature };
          else {
            sent.add(e.id);
            yield { tag: "entry", n: e.n, signed: { signature: e.signature, payload: e.payload } };
            const entry = JSON.parse(e.payload);
            if (entry.type === "document.issued") texts.push(entry.body.text.hash);
          }
        }
        n = page.entries.at(-1).n;
        yield { tag: "commit", n, digest: page.digest };
      }
    }
    for (const hash of new Set(texts)) {
      const data = await blobs.read(hash);
      if (data && (await log.mayRead(hash, principal.scopes)))
        yield { tag: "text", hash, text: new TextDecoder().decode(data) };
      else yield { tag: "gone", hash };
    }
    yield { tag: "end", more: false };
  }
  const source = lines();
  return new ReadableStream({
    pull: async (c) => {
      const n = await source.next();
      if (n.done) c.close();
      else c.enqueue(enc.encode(`${formatSyncLine(n.value)}\n`));
    },
  });
};
