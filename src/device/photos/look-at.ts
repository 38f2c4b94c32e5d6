import { err, ok, type Result } from "../../domain/result";
import { readJpeg } from "../../protocol/jpeg";
import type { PictureProblem } from "./photos";

/** A file that may be a picture, as far as its bytes tell before anything decodes it. */
export interface Looked {
  /** The picture alone, without what cameras write beside it. */
  readonly picture: Blob;
  readonly kind: "jpeg" | "png" | "other";
  /** In pixels as they are stored; absent where only decoding tells. */
  readonly size?: { readonly width: number; readonly height: number };
  /** How the camera was held, by Exif. */
  readonly orientation: number;
}

/** More than any phone's camera writes; a larger file is not even read. */
const mostBytes = 120 * 1024 * 1024;

/** By the bytes alone: what the file is called and what the system says of it does not count. */
export const lookAt = async (file: Blob): Promise<Result<Looked, PictureProblem>> => {
  if (file.size === 0) return err("empty");
  if (file.size > mostBytes) return err("too-large");
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err("unreadable");
  }
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));
  const jpeg = readJpeg(bytes);
  if (jpeg === "damaged") return err("damaged");
  if (jpeg) {
    const { width, height, orientation, parts } = jpeg;
    const picture = new Blob(
      parts.map(([start, end]) => bytes.subarray(start, end)),
      { type: "image/jpeg" },
    );
    return ok({ picture, kind: "jpeg", size: { width, height }, orientation });
  }
  const other = (type: string): Looked => ({
    picture: new Blob([bytes], { type }),
    kind: "other",
    orientation: 1,
  });
  if (text(0, 8) === "\u0089PNG\r\n\u001a\n") {
    if (!text(Math.max(0, bytes.length - 64), 64).includes("IEND")) return err("damaged");
    const view = new DataView(bytes.buffer);
    const size = { width: view.getUint32(16), height: view.getUint32(20) };
    return ok({ ...other("image/png"), kind: "png", size });
  }
  if (text(0, 4) === "RIFF" && text(8, 4) === "WEBP") return ok(other("image/webp"));
  if (text(4, 4) === "ftyp" && /^(?:hei|hev|mif1|msf1|avi)/.test(text(8, 4)))
    return ok(other(text(8, 3) === "avi" ? "image/avif" : "image/heic"));
  return err(text(0, 1024).includes("%PDF-") ? "pdf" : "not-a-picture");
};
