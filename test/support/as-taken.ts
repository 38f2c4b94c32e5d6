import type { Shrink } from "../../src/device/photos/photos";
import { err, ok } from "../../src/domain/result";
import { readJpeg } from "../../src/protocol/jpeg";

/** Node has no canvas: a picture that is a page already stays as it is. `test/browser` shrinks real ones. */
export const asTaken: Shrink = async (file) => {
  const data = new Uint8Array(await file.arrayBuffer());
  const jpeg = readJpeg(data);
  if (!jpeg || jpeg === "damaged") return err("not-a-picture");
  return ok({ data, width: jpeg.width, height: jpeg.height });
};
