import { gunzipSync } from "node:zlib";
import { parseEntry } from "../../src/protocol/signed-entry";
import { parseSyncLine, type SyncLine } from "../../src/protocol/sync-line";

/** All lines of an answer; throws at one that is not of the protocol. */
export const readAnswer = async (stream: ReadableStream<Uint8Array>, gzip = true): Promise<SyncLine[]> => {
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return linesOf((gzip ? gunzipSync(bytes) : bytes).toString());
};

export const linesOf = (text: string): SyncLine[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const parsed = parseSyncLine(line);
      if (!parsed) throw new Error(`no line of the protocol: ${line.slice(0, 80)}`);
      return parsed;
    });

/** The lines of one tag. */
export const tagged = <Tag extends SyncLine["tag"]>(
  lines: readonly SyncLine[],
  tag: Tag,
): Extract<SyncLine, { tag: Tag }>[] =>
  lines.filter((line): line is Extract<SyncLine, { tag: Tag }> => line.tag === tag);

/** An answer as a story: tags, entry types and numbers, without ids, keys and signatures. */
export const story = (lines: readonly SyncLine[], names: ReadonlyMap<string, string> = new Map()): string[] =>
  lines.map((line) => tell(line, (name) => names.get(name) ?? name));

const tell = (line: SyncLine, name: (of: string) => string): string => {
  switch (line.tag) {
    case "hello":
      return `hello ${line.hello.scopes.map(name).join(" ")}`;
    case "verdict":
      return `verdict ${line.verdict.is}${"code" in line.verdict ? ` ${line.verdict.code}` : ""}`;
    case "early":
      return `early ${typeOf(line.signed.payload)}`;
    case "page":
      return `page ${name(line.scope)} ${line.from} of ${line.head}`;
    case "entry":
      return `entry ${line.n} ${typeOf(line.signed.payload)}`;
    case "same":
    case "withheld":
    case "commit":
      return `${line.tag} ${line.n}`;
    case "differs":
      return `differs ${name(line.scope)}`;
    case "text":
    case "gone":
      return `${line.tag} ${name(line.hash)}`;
    case "end":
      return `end ${line.more}`;
  }
};

const typeOf = (payload: string): string => {
  const parsed = parseEntry(payload);
  return parsed.ok ? parsed.value.type : "unreadable";
};
