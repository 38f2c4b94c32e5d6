import { photoLimits, photoMedia } from "../../domain/meeting-photos";
import { err, ok, type Result } from "../../domain/result";
import { readJpeg } from "../../protocol/jpeg";
import { concat } from "../concat";
import { type Looked, lookAt } from "./look-at";
import type { Picture, PictureProblem, Shrink } from "./photos";

/** A sheet of A4 is then 150 dots an inch: print of ten points is read on a phone without effort. */
const longestEdge = 1800;
/** Bytes a page should not exceed, and how hard it is pressed until it does not: letters stay whole down to the last. */
const wanted = 400_000;
const qualities = [0.82, 0.74, 0.66, 0.58] as const;
/** A picture that is all noise must shrink further to fit a page. */
const smaller = 0.75;

/** From so many pixels on a phone may have no room to decode them all at once: then only as many as are needed. */
const manyPixels = 24_000_000;
const mostPixels = 300_000_000;
/** A PNG cannot be decoded in part. */
const mostOfPng = 80_000_000;

type Drawable = { readonly source: CanvasImageSource; readonly width: number; readonly height: number };
type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** As much of WebCodecs' decoder as is used here; it can decode a JPEG at a fraction of its size. */
interface PartDecoder {
  decode(): Promise<{ readonly image: CanvasImageSource & CodedSize }>;
  close(): void;
}
interface CodedSize {
  readonly displayWidth: number;
  readonly displayHeight: number;
  close(): void;
}
type PartDecoders = new (init: {
  readonly data: ArrayBuffer;
  readonly type: string;
  readonly desiredWidth: number;
  readonly desiredHeight: number;
}) => PartDecoder;

/**
 * Makes a page of a picture: upright, at most 1800 pixels long, and without what the camera wrote beside it (where and
 * when it was taken). The picture is drawn anew, so nothing of the file itself is kept.
 */
export const shrink: Shrink = async (file, signal) => {
  try {
    const looked = await lookAt(file);
    if (!looked.ok) return looked;
    const { size, kind } = looked.value;
    const pixels = size ? size.width * size.height : 0;
    if (pixels > mostPixels || (kind === "png" && pixels > mostOfPng)) return err("too-many-pixels");
    if (signal?.aborted) return err("stopped");
    const drawn = await draw(looked.value);
    if (!drawn.ok) return drawn;
    if (signal?.aborted) return err("stopped");
    return await encode(drawn.value);
  } catch {
    // Out of memory, or a decoder that gave up half-way.
    return err("damaged");
  }
};

const draw = async (looked: Looked): Promise<Result<Canvas, PictureProblem>> => {
  const decoded = await decode(looked);
  if (!decoded) return err(problemOf(looked));
  const { source, width, height } = decoded;
  const turned = looked.orientation > 4;
  const scale = Math.min(1, longestEdge / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const canvas = newCanvas(turned ? h : w, turned ? w : h);
  const context = contextOf(canvas);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.transform(...upright(looked.orientation, w, h));
  context.drawImage(source, 0, 0, w, h);
  (source as Partial<ImageBitmap>).close?.();
  return ok(canvas);
};

/** Why nothing came out of a file that looked like a picture. */
const problemOf = ({ picture, size }: Looked): PictureProblem => {
  if (/heic|avif/.test(picture.type)) return "heic";
  return isHuge(size) ? "too-many-pixels" : "damaged";
};

const isHuge = (size: Looked["size"]): boolean => (size?.width ?? 0) * (size?.height ?? 0) > manyPixels;

type Transform = readonly [number, number, number, number, number, number];

/** By Exif's number: mirrored, upside down, on its side. `w`, `h` as stored. */
const upright = (orientation: number, w: number, h: number): Transform => {
  const turns: { readonly [n: number]: Transform } = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  };
  return turns[orientation] ?? [1, 0, 0, 1, 0, 0];
};

/** Undefined where this browser cannot show it. */
const decode = async ({ picture, size, kind }: Looked): Promise<Drawable | undefined> => {
  const scale = size ? Math.min(1, longestEdge / Math.max(size.width, size.height)) : 1;
  const many = isHuge(size);
  if (size && many && kind === "jpeg") {
    const part = await decodePart(picture, size.width * scale, size.height * scale);
    if (part) return part;
  }
  if (typeof createImageBitmap === "function") {
    const resize: ImageBitmapOptions =
      size && scale < 1
        ? {
            resizeWidth: Math.round(size.width * scale),
            resizeHeight: Math.round(size.height * scale),
            resizeQuality: "high",
          }
        : {};
    const bitmap =
      (await createImageBitmap(picture, resize).catch(() => undefined)) ??
      // A browser that knows no options may refuse them; a huge picture is not tried in full.
      (many ? undefined : await createImageBitmap(picture).catch(() => undefined));
    if (bitmap) return { source: bitmap, width: bitmap.width, height: bitmap.height };
  }
  return many || typeof Image === "undefined" ? undefined : decodeByElement(picture);
};

const decodePart = async (picture: Blob, width: number, height: number): Promise<Drawable | undefined> => {
  const Decoder = (globalThis as { readonly ImageDecoder?: PartDecoders }).ImageDecoder;
  if (!Decoder) return undefined;
  try {
    const decoder = new Decoder({
      data: await picture.arrayBuffer(),
      type: picture.type,
      desiredWidth: Math.round(width),
      desiredHeight: Math.round(height),
    });
    const { image } = await decoder.decode();
    decoder.close();
    return { source: image, width: image.displayWidth, height: image.displayHeight };
  } catch {
    return undefined;
  }
};

/** For browsers without `createImageBitmap` of files. */
const decodeByElement = async (picture: Blob): Promise<Drawable | undefined> => {
  const image = new Image();
  const url = URL.createObjectURL(picture);
  try {
    image.src = url;
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
};

const newCanvas = (width: number, height: number): Canvas => {
  if (typeof OffscreenCanvas === "function") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
};

const contextOf = (canvas: Canvas): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D => {
  const context = canvas.getContext("2d", { alpha: false }) as CanvasRenderingContext2D | null;
  if (!context) throw new Error("no canvas");
  return context;
};

const toJpeg = (canvas: Canvas, quality: number): Promise<Blob> =>
  canvas instanceof HTMLCanvasElement
    ? new Promise((resolve, reject) =>
        canvas.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error("no picture"))),
          photoMedia,
          quality,
        ),
      )
    : canvas.convertToBlob({ type: photoMedia, quality });

const encode = async (canvas: Canvas): Promise<Result<Picture, PictureProblem>> => {
  let best = new Blob();
  for (const quality of qualities) {
    best = await toJpeg(canvas, quality);
    if (best.size <= wanted) break;
  }
  if (best.size > photoLimits.pageBytes) return encode(scaled(canvas));
  // Some browsers write an Exif segment of their own.
  const bytes = new Uint8Array(await best.arrayBuffer());
  const jpeg = readJpeg(bytes);
  if (!jpeg || jpeg === "damaged") return err("damaged");
  const { width, height, parts } = jpeg;
  return ok({ data: concat(parts.map(([start, end]) => bytes.subarray(start, end))), width, height });
};

const scaled = (canvas: Canvas): Canvas => {
  const next = newCanvas(Math.round(canvas.width * smaller), Math.round(canvas.height * smaller));
  const context = contextOf(next);
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, 0, 0, next.width, next.height);
  return next;
};
