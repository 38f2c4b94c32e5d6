import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readTar, type TarMember, tarEnd, tarMember } from "./tar";

const archive = (members: readonly TarMember[]) =>
  Buffer.concat([...members.flatMap((member) => tarMember(member, Date.UTC(2026, 10, 24))), tarEnd()]);
async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = async (bytes: Uint8Array, size = 1000) => {
  const members: TarMember[] = [];
  for await (const member of readTar(pieces(bytes, size))) members.push(member);
  return members;
};

it("gives back what was put in, however the pieces fall", async () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_/-]{1,100}$/);
  const member = fc.record({ name, bytes: fc.uint8Array({ maxLength: 2000 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { maxLength: 6 }),
      fc.integer({ min: 1, max: 3000 }),
      async (members, size) => {
        expect(await read(archive(members), size)).toEqual(members);
      },
    ),
    { numRuns: 200 },
  );
});

it("is an archive to other programs, too", () => {
  const folder = mkdtempSync(join(tmpdir(), "so-chi-bo-"));
  try {
    const bytes = new TextEncoder().encode("Đảng bộ xã Lạc Sơn\n");
    writeFileSync(join(folder, "a.tar"), archive([{ name: "log/000001", bytes }]));
    const { status } = spawnSync("tar", ["-xf", "a.tar"], { cwd: folder });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "log/000001"), "utf8")).toBe("Đảng bộ xã Lạc Sơn\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("notices a broken end and a damaged head", async () => {
  const bytes = archive([{ name: "a", bytes: new Uint8Array(900) }]);
  await expect(read(bytes.subarray(0, 1200))).rejects.toThrow("breaks off");
  const damaged = Buffer.from(bytes);
  damaged[3] = 99;
  await expect(read(damaged)).rejects.toThrow("damaged");
});
