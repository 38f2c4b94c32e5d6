import "fake-indexeddb/auto";
import { expect, onTestFinished, test } from "vitest";
import type { Directory } from "../../domain/directory";
import type { OrgId } from "../../domain/ids";
import { createDatabase } from "../store/database";
import { getMeta } from "../store/meta";
import { createDirectoryKeeper } from "./directory-keeper";

let databases = 0;
/** Two tabs on one database. */
const twoTabs = () => {
  databases += 1;
  return [0, 1].map(() => {
    const db = createDatabase(`keeper-${databases}`, "relaxed");
    onTestFinished(() => db.close());
    return { db, keeper: createDirectoryKeeper(db, Promise.resolve()) };
  }) as [Tab, Tab];
};
type Tab = { db: ReturnType<typeof createDatabase>; keeper: ReturnType<typeof createDirectoryKeeper> };

const addOrg = ({ db, keeper }: Tab, id: string, before?: () => Promise<unknown>) =>
  keeper.exclusive(async (directory) => {
    await before?.();
    directory.orgs.set(id as OrgId, { id: id as OrgId, name: id, kind: "cell", setting: "village" });
    await db.transaction("rw", [db.meta], () => keeper.save(db));
  });
const orgs = (directory: Directory) => [...directory.orgs.keys()];

test("a change made by another tab meanwhile is not lost: the task runs again on top of it", async () => {
  const [one, two] = twoTabs();
  let first = true;
  await addOrg(one, "a", async () => {
    if (first) await addOrg(two, "b");
    first = false;
  });
  expect(orgs(one.keeper.current())).toEqual(["b", "a"]);
  await two.keeper.catchUp(await getMeta(two.db, "revision"));
  expect(orgs(two.keeper.current())).toEqual(["b", "a"]);
});

test("a failed transaction leaves the directory as it was, and tells nobody", async () => {
  const [one] = twoTabs();
  await addOrg(one, "a");
  const told: string[][] = [];
  one.keeper.watch().subscribe((directory) => told.push(orgs(directory)));
  await Promise.resolve();
  const failing = one.keeper.exclusive(async (directory) => {
    directory.orgs.delete("a" as OrgId);
    await one.db.transaction("rw", [one.db.meta], async () => {
      await one.keeper.save(one.db);
      throw new Error("no room");
    });
  });
  await expect(failing).rejects.toThrow("no room");
  expect(orgs(one.keeper.current())).toEqual(["a"]);
  expect(told.every((list) => list.includes("a"))).toBe(true);
});
