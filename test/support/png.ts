import { crc32, deflateSync } from "node:zlib";

const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** A grey PNG whose pixels `shade` gives, 0 to 255. */
export const grayPng = (
  width: number,
  height: number,
  shade: (x: number, y: number) => number,
): Uint8Array => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = shade(x, y);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** Grey bars where lines of print would be: what a scanner makes of a page. */
export const scanPng = (width = 420, height = 594): Uint8Array =>
  grayPng(width, height, (x, y) =>
    y % 18 < 7 && x > 40 && x < width - 30 && (x * 7 + y) % 23 > 3 ? 60 : 250,
  );
