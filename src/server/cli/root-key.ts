import { join } from "node:path";
import * as v from "valibot";
import { publicKey } from "../../domain/public-key";
import {
  createSigner,
  exportPrivateKey,
  generateKeyPair,
  importPrivateKey,
  type PrivateKey,
  type Signer,
} from "../../protocol/keys";
import { readPrivateFile, writePrivateFile } from "./private-file";
import { openSealed, sealed } from "./seal";
import { OperatorError } from "./settings";

const scalar = v.pipe(v.string(), v.length(43));
const plainFile = v.object({ v: v.literal(1), key: v.object({ ...publicKey.entries, d: scalar }) });
const sealedFile = v.object({ v: v.literal(1), sealed });

export const rootKeyPath = (dataDir: string) => join(dataDir, "root-key.json");

/** A fresh root key, and how to write it down. Nothing is on disk before `save`. */
export const createRootKey = async () => {
  const pair = await generateKeyPair(true);
  const key = await exportPrivateKey(pair);
  return {
    signer: await createSigner(pair),
    save: (dataDir: string) => writePrivateFile(rootKeyPath(dataDir), `${JSON.stringify({ v: 1, key })}\n`),
  };
};

/**
 * The root key in a file, or undefined where there is none. A file that was moved offline is sealed: `askPassphrase`
 * is then asked once.
 */
export const readRootKey = async (
  path: string,
  askPassphrase?: () => Promise<string>,
): Promise<(PrivateKey & { readonly signer: Signer }) | undefined> => {
  const text = readPrivateFile(path);
  if (text === undefined) return undefined;
  const json = parseJson(text);
  if (v.is(plainFile, json)) return withSigner(json.key);
  if (!v.is(sealedFile, json)) throw new OperatorError(`${path} is not a root key file`);
  if (!askPassphrase) throw new OperatorError(`${path} is sealed with a passphrase`);
  const opened = await openSealed(json.sealed, await askPassphrase());
  const inner = v.safeParse(plainFile, opened === undefined ? undefined : parseJson(opened));
  if (!inner.success) throw new OperatorError("that passphrase does not open the root key");
  return withSigner(inner.output.key);
};

const withSigner = async (key: PrivateKey) => ({
  ...key,
  signer: await createSigner(await importPrivateKey(key)),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
