import { strToU8, zipSync } from "fflate";

/** A ZIP of these files, by name: bytes, or text, which becomes UTF-8. Word files are packed already and go in as they are. */
export const pack = (files: { readonly [name: string]: Uint8Array | string }): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) =>
        typeof content === "string"
          ? [name, [strToU8(content), { level: 6 }]]
          : [name, [content, { level: 0 }]],
      ),
    ),
  ) as Uint8Array<ArrayBuffer>;
