import { encode } from "uqr";
import type { Decoder } from "./decoder";

/** The part of the Shape Detection API used here; TypeScript's DOM does not know it. */
interface BarcodeDetector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** As long as an enrolment link: some detectors read small codes and miss larger ones. */
const probe = `self-test ${"k".repeat(200)}`;

/**
 * The browser's own detector, but only after it has read a code that we drew: on some phones the class exists and
 * its service does not, or it hangs.
 */
export const createNativeDecoder = async (): Promise<Decoder | undefined> => {
  const found: unknown = Reflect.get(globalThis, "BarcodeDetector");
  if (typeof found !== "function") return undefined;
  const Detector = found as unknown as DetectorClass;
  try {
    if (!(await within(2000, Detector.getSupportedFormats())).includes("qr_code")) return undefined;
    const detector = new Detector({ formats: ["qr_code"] });
    const [seen] = await within(2000, detector.detect(drawn(probe)));
    if (seen?.rawValue !== probe) return undefined;
    return {
      name: "native",
      decode: async (source) => {
        try {
          return (await detector.detect(source))[0]?.rawValue || undefined;
        } catch {
          // No frame yet, or the service went away for a moment.
          return undefined;
        }
      },
      close: () => undefined,
    };
  } catch {
    return undefined;
  }
};

const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer")), ms)),
  ]);

const drawn = (text: string): HTMLCanvasElement => {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const scale = 4;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * scale;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000";
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) context.fillRect(x * scale, y * scale, scale, scale);
    });
  });
  return canvas;
};
