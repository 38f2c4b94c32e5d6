import { crockford } from "../domain/ids";

/** A name of twelve letters as eight bytes: 60 bits, the first four zero. Empty names are zeros. */
export const localIdToBytes = (id: string): Uint8Array => {
  let value = 0n;
  for (const letter of id) value = value * 32n + BigInt(crockford.indexOf(letter));
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value);
  return bytes;
};

/** The name again; undefined where the bytes are no such name. */
export const localIdFromBytes = (bytes: Uint8Array): string | undefined => {
  if (bytes.length !== 8) return undefined;
  let value = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  if (value >= 1n << 60n) return undefined;
  let id = "";
  for (let i = 0; i < 12; i += 1) {
    id = `${crockford[Number(value % 32n)] ?? ""}${id}`;
    value /= 32n;
  }
  return id;
};
