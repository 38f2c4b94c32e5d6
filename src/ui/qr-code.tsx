import { encode } from "uqr";
import "./qr-code.css";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** A code drawn as one path, black on white in every theme, with the quiet zone that scanners need. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img">
      <title>{label}</title>
      <path d={darkPath(data)} fill="#000" />
    </svg>
  );
};

/** Runs of dark modules, row by row. */
const darkPath = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .map((row, y) => {
      let path = "";
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x += 1;
        path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
      }
      return path;
    })
    .join("");
