import { expect, test } from "vitest";
import { authorOf } from "../../src/domain/directory";
import { admitAll, createTestCommune } from "./commune";

test("everything in the test commune passes the one gate", async () => {
  const commune = await createTestCommune();
  const paper = await commune.paper();
  const directory = await admitAll(
    [
      ...commune.founding,
      paper.signed,
      await commune.receipt(commune.east.members[0], paper.id),
      await commune.recall(paper),
    ],
    commune.root.id,
  );
  expect(authorOf(directory, commune.office.signer.id)).toMatchObject({ office: true });
  expect(authorOf(directory, commune.east.secretary.signer.id)).toMatchObject({ secretary: true });
  expect(authorOf(directory, commune.west.members[1].signer.id)).toMatchObject({ org: commune.west.org });
});
