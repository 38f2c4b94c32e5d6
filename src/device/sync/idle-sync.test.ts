import "fake-indexeddb/auto";
import { expect, onTestFinished, test } from "vitest";
import {
  everything,
  nothingNew,
  type ScriptedPhone,
  setUpPhone,
} from "../../../test/support/scripted-office";
import { loadGoAgain, loadInQuiet, loadLookAfter, loadRejudge, loadTidyIndex } from "../lazy";

/** Notes every transaction that is opened from now on, by its mode and its tables. Dexie takes the method when it opens. */
const noteTransactions = (): string[] => {
  const opened: string[] = [];
  const connections = IDBDatabase.prototype;
  const { transaction } = connections;
  onTestFinished(() => {
    connections.transaction = transaction;
  });
  connections.transaction = function (names, mode = "readonly", ...rest) {
    opened.push(`${mode} ${[names].flat().sort().join(" ")}`);
    return transaction.call(this, names, mode, ...rest);
  };
  return opened;
};

test("a sync that brings nothing looks once before it, once after it, and writes when it was", async () => {
  // Here beforehand, so that what the first two leave behind is over when the third begins.
  await Promise.all([loadGoAgain(), loadInQuiet(), loadLookAfter(), loadRejudge(), loadTidyIndex()]);
  const opened = noteTransactions();
  const phone: ScriptedPhone = await setUpPhone(async (asked, commune) =>
    asked.sync?.hello.cursors.commune ? nothingNew(commune) : everything(commune, phone.own),
  );
  const { device, timer } = phone;
  /** With everything that it leaves behind: the state, what is looked after, the quiet. */
  const sync = async () => {
    await device.sync();
    for (let second = 0; second < 60; second += 1) {
      timer.advance(1_000);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  };
  // What the first has no time for is done in the quiet after it, or by the second.
  await sync();
  await sync();
  opened.length = 0;
  await sync();
  expect(opened).toEqual([
    "readonly meta outbox scopes wanted",
    "readonly acked documents files meta outbox quarantine searchSegments texts",
    "readwrite meta",
    "readonly meta numbers outbox",
    "readonly views",
  ]);
});
