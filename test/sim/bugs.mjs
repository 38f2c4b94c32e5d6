/*
 * Mistakes that engineers make in such systems, put in on purpose, to know that the simulator would see them. Each is an edit
 * of the product's source while the simulator is bundled (`workers.mjs`): the product has no switch for it. An edit that
 * does not fit the source any more is an error.
 */

const edit = (file, find, put) => ({ file: `src/${file}`, find, put });

export const bugs = [
  {
    name: "acknowledged before it is in the journal",
    edits: [
      edit(
        "server/log/create-log.ts",
        "await record(writable, written);",
        "record(writable, written).catch(() => undefined);",
      ),
      edit("server/log/create-log.ts", "await journal?.settled().catch(() => queue.add([]));", ""),
    ],
  },
  {
    name: "journal not synced to the platter",
    edits: [edit("server/log/journal.ts", "await handle.datasync();", "")],
  },
  {
    name: "journal not replayed at the start",
    edits: [
      edit(
        "server/log/create-log.ts",
        "if (journal) await reconcile",
        "if (journal && Number.NaN) await reconcile",
      ),
    ],
  },
  {
    name: "numbers taken without the scope's lock",
    edits: [
      edit("server/log/write-entries.ts", "order by name for update`", "order by name`"),
      edit(
        "server/log/write-entries.ts",
        "digest text)),\n      new_blob",
        "digest text) on conflict do nothing),\n      new_blob",
      ),
    ],
  },
  {
    // `where written_at > cursor`: what was written earlier and arrived later is never handed out. Such a system has neither
    // numbers without gaps nor a running digest, so the looks at those go as well.
    name: "timestamp cursor: pages by time of writing",
    edits: [
      edit(
        "server/sync/answer-page.ts",
        "const page = note(await log.page(scope, from));",
        `const timeOf = ({ payload }: NumberedEntry) => (payload ? JSON.parse(payload).at : Number.POSITIVE_INFINITY);
        const [seen] = from > 0 ? (await log.page(scope, from - 1)).entries : [];
        const read = await log.page(scope, from);
        const page = note({ ...read, entries: read.entries.filter((one) => !seen || timeOf(one) > timeOf(seen)) });`,
      ),
      edit(
        "server/sync/answer-sync.ts",
        "if (cursor && cursor.n > 0 && cursor.digest !== ours.digest) {",
        "if (cursor && cursor.n < 0) {",
      ),
      edit("device/apply/numbered.ts", "if (one.n !== page.from + i + 1) return undefined;", ""),
      edit(
        "device/apply/numbered.ts",
        "return digest === page.digest ? digests : undefined;",
        "return digests;",
      ),
      edit(
        "device/apply/apply-page.ts",
        "const n = page.from + page.entries.length;",
        "const n = page.entries.at(-1)?.n ?? page.from;",
      ),
    ],
  },
  {
    name: "an id with other bytes taken as the same",
    edits: [edit("server/log/admission.ts", "isSame(earlier, signed)", "true")],
  },
  {
    name: "what is here already is not known again",
    edits: [edit("server/log/admission.ts", "if (earlier) {", "if (earlier && false) {")],
  },
  {
    name: "grants not looked at",
    edits: [
      edit(
        "server/sync/answer-sync.ts",
        "const scopes = push.length ? await scopesNow(log, principal) : principal.scopes;",
        "const scopes = [...new Set([...principal.scopes, ...Object.keys(hello.cursors)])];",
      ),
    ],
  },
  {
    name: "cursor saved before the rows",
    edits: [
      edit(
        "device/apply/apply-page.ts",
        'await db.transaction("rw", [...entryTables(db), db.numbers',
        'await db.scopes.put({ scope: page.scope, n: page.from + page.entries.length, digest: page.digest, head: page.head });\n    await db.transaction("rw", [...entryTables(db), db.numbers',
      ),
    ],
  },
  {
    name: "a page's digest not checked",
    edits: [
      edit(
        "device/apply/numbered.ts",
        "return digest === page.digest ? digests : undefined;",
        "return digests;",
      ),
    ],
  },
  {
    name: "dropped from the outbox without an answer",
    edits: [
      edit(
        "device/sync/exchange.ts",
        "const packed = await pack(formatSyncRequest(outgoing));",
        "const packed = await pack(formatSyncRequest(outgoing));\n    await removeFromOutbox(core.store.mirror, outgoing.rows);",
      ),
    ],
  },
  {
    name: "outbox written after the views",
    edits: [
      edit(
        "device/outbox/write.ts",
        "      await db.outbox.bulkAdd(",
        '    });\n    await db.transaction("rw", [db.outbox], async () => {\n      await db.outbox.bulkAdd(',
      ),
    ],
  },
  {
    name: "a refused entry blocks the queue",
    edits: [
      edit(
        "device/outbox/refuse.ts",
        "if (!again && !(await refuse(core, row, verdict.code))) honest = false;",
        "",
      ),
    ],
  },
  {
    name: "acknowledged entries not remembered",
    edits: [edit("device/sync/exchange.ts", "if (acked.length > 0) await", "if (acked.length > 1e9) await")],
  },
  {
    name: "a restored server not noticed",
    edits: [
      edit(
        "device/sync/exchange.ts",
        "const restored = epoch !== null && hello.epoch !== epoch;",
        "const restored = false;",
      ),
    ],
  },
  {
    name: "scopes kept after they were lost",
    edits: [edit("device/sync/tidy.ts", "await step(lost.length, ", "await step(lost.length > 1e9, ")],
  },
  {
    name: "a revoked phone keeps what it has",
    edits: [
      edit(
        "device/sync/run-sync.ts",
        'entry.type === "device.revoked" && entry.subject === self.key ? wiped(core)',
        'entry.type === "device.revoked" && entry.subject === "" ? wiped(core)',
      ),
      edit("device/sync/run-sync.ts", "if (isRevokedHere(core)) return wiped(core);", ""),
    ],
  },
  {
    name: "signatures not checked",
    edits: [edit("protocol/admit.ts", "if (!(await verifyEntry(signed, signer.value.key)))", "if (false)")],
  },
  {
    name: "late facts not brought to bear",
    edits: [
      edit(
        "device/sync/tidy.ts",
        "await step(judged && (revision !== judged.revision || (first && judged.pack === 0)), ",
        "await step(first && !first, ",
      ),
    ],
  },
  // ---- what the simulator found in the product once
  {
    name: "a first sync not judged by what came after it",
    edits: [edit("device/sync/in-quiet.ts", "judged?.pack === 0", "judged?.pack === -1")],
  },
  {
    name: "pages newer than the directory they are judged by",
    edits: [
      edit(
        "server/log/create-log.ts",
        "if (changed) live.advance({ directory, upTo: before.upTo + changed });",
        "const advance = () => changed && live.advance({ directory, upTo: before.upTo + changed });",
      ),
      edit(
        "server/log/create-log.ts",
        "await record(writable, written);",
        "await record(writable, written);\n        advance();",
      ),
    ],
  },
  {
    name: "a key made while another is being enrolled",
    edits: [
      edit(
        "device/enrol.ts",
        "core.deps.lock.run(lockName, () => takeUp(core, ticket.value))",
        "takeUp(core, ticket.value)",
      ),
    ],
  },
  {
    name: "directory built again in the order of ids",
    edits: [
      edit(
        "device/apply/rebuild.ts",
        'const rows = await findEntries(db, (row) => definitionOf(row.type ?? "")?.view === "directory");',
        'const rows = inOrder(await findEntries(db, (row) => definitionOf(row.type ?? "")?.view === "directory"));',
      ),
    ],
  },
  {
    name: "what waits for its pages taken for sent",
    edits: [edit("device/store/outbox.ts", '[...ownWaiting, "returned", "returnedLater"]', "toSend")],
  },
  {
    name: "files of lost entries not brought back",
    edits: [edit("device/sync/return-blobs.ts", "definition.files?.(entry.value.body) ?? []", "[]")],
  },
];
