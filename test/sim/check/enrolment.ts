import { createSigner } from "../../../src/protocol/keys";
import type { Phone } from "../story/world";

/** The key that a phone signs with is the one under which the server knows it: with another it is shut out for good. */
export const judgeKey = async ({ name, browser, fate }: Phone): Promise<string[]> => {
  type Pair = Parameters<typeof createSigner>[0];
  const rows = browser.rows<{ readonly name: string; readonly pair: Pair }>("keys");
  const own = rows.find((row) => row.name === "device");
  const self = browser
    .rows<{ readonly name: string; readonly value: { readonly key?: string } }>("meta")
    .find((row) => row.name === "self");
  if (fate !== "in-use" || !own || !self) return [];
  const { id } = await createSigner(own.pair);
  return id === self.value.key ? [] : [`5: ${name} signs with another key than it enrolled with`];
};
