import { expect, test } from "vitest";
import type { TestCommune } from "../../../test/support/commune";
import {
  everything,
  helloLine,
  type ScriptedPhone,
  setUpPhone,
  verdictLines,
} from "../../../test/support/scripted-office";
import { cellScope, type Scope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { SyncLine } from "../../protocol/sync-line";
import { type Replayed, toBody } from "./replay";

const end: SyncLine = { tag: "end", more: false };
const idOf = ({ payload }: SignedEntry): string => JSON.parse(payload).id;

/** The hello of a server that lets the phone read these only. */
const helloNaming = (commune: TestCommune, epoch: string, scopes: Scope[]): SyncLine => {
  const line = helloLine(commune, epoch);
  if (line.tag !== "hello") throw new Error("a hello");
  return { ...line, hello: { ...line.hello, scopes } };
};

test("what a restored server lost of a scope that it does not name at first is brought back once it does", async () => {
  const listed: SignedEntry[] = [];
  const office = {
    epoch: "one",
    names: [] as Scope[],
    has: new Map<Scope, readonly SignedEntry[]>(),
  };
  const answer = async ({ path, body, sync }: Replayed, commune: TestCommune): Promise<string> => {
    if (path === "/ids") {
      const entries = office.has.get(JSON.parse(body).scope) ?? [];
      return entries.map((one, i) => `${i + 1} ${idOf(one)} ${one.signature}\n`).join("");
    }
    if (office.epoch === "one") return everything(commune, phone.own, listed);
    const differs = office.names
      .filter((scope) => sync && sync.hello.cursors[scope]?.n !== office.has.get(scope)?.length)
      .map((scope): SyncLine => ({ tag: "differs", scope }));
    const push = sync?.push ?? [];
    return toBody([
      helloNaming(commune, office.epoch, office.names),
      ...verdictLines(push, () => ({ is: "applied" })),
      ...(sync?.hello.epoch === office.epoch ? differs : []),
      end,
    ]);
  };
  const phone: ScriptedPhone = await setUpPhone(answer);
  const { commune, device, replay } = phone;
  const cell = cellScope(commune.east.org);
  const common = commune.founding.filter(({ entry }) => entry.scopes.includes("commune"));
  const roster = commune.founding.filter(({ entry }) => entry.scopes.includes(cell));
  const paper = await commune.paper({ scopes: [cell, "office"] }, commune.east.secretary.signer);
  listed.push(paper.signed);
  await device.sync();

  // Set up anew from a day before this phone's enrolment: it reads what the whole commune does, no more.
  Object.assign(office, { epoch: "two", names: ["commune"], has: new Map([["commune", common]]) });
  await device.sync();
  const pushed = () => replay.asked.flatMap(({ sync }) => sync?.push.map(idOf) ?? []);
  expect(pushed()).not.toContain(paper.signed.entry.id);

  // A desk brought the enrolment back, and of the cell what it has itself.
  office.names = ["commune", cell];
  office.has.set(cell, [...roster, ...phone.own]);
  await device.sync();
  expect(pushed()).toContain(paper.signed.entry.id);
});

test("a repair that breaks off ends the run: nothing gives a scope its new numbers before what they lack was brought", async () => {
  const listed: SignedEntry[] = [];
  const office = { epoch: "one", broken: false, has: new Map<Scope, readonly SignedEntry[]>() };
  const phone: ScriptedPhone = await setUpPhone(async ({ path, body, sync }, commune) => {
    if (path === "/ids") {
      const { scope } = JSON.parse(body);
      if (office.broken && scope !== "commune") throw new TypeError("no line");
      const entries = office.has.get(scope) ?? [];
      return entries.map((one, i) => `${i + 1} ${idOf(one)} ${one.signature}\n`).join("");
    }
    if (office.epoch === "one") return everything(commune, phone.own, listed);
    const push = sync?.push ?? [];
    return toBody([
      helloNaming(commune, office.epoch, ["commune", cellScope(commune.east.org)]),
      ...verdictLines(push, () => ({ is: "applied" })),
      end,
    ]);
  });
  const { commune, device, replay } = phone;
  const cell = cellScope(commune.east.org);
  const paper = await commune.paper({ scopes: [cell, "office"] }, commune.east.secretary.signer);
  listed.push(paper.signed);
  await device.sync();
  const inScope = (scope: Scope) => commune.founding.filter(({ entry }) => entry.scopes.includes(scope));
  office.has = new Map([
    ["commune", inScope("commune")],
    [cell, [...inScope(cell), ...phone.own]],
  ]);

  // The line breaks between the first scope and the second; something lies aside that would be asked for again.
  Object.assign(office, { epoch: "two", broken: true });
  await device.store.mirror.quarantine.put({
    id: paper.signed.entry.id,
    payload: "",
    signature: paper.signed.signature,
    code: "bad-signature",
    places: [{ scope: cell, n: 1 }],
  });
  await device.sync();
  expect(device.state.getState().sync.problem).toBe("unreachable");
  const asked = replay.asked.filter(({ path, body }) => path === "/ids" && body.includes(cell)).length;
  expect(asked).toBe(1);

  await device.store.mirror.quarantine.clear();
  office.broken = false;
  await device.sync();
  expect(replay.asked.flatMap(({ sync }) => sync?.push.map(idOf) ?? [])).toContain(paper.signed.entry.id);
});
