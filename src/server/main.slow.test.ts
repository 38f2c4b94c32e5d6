import { afterEach, expect, test, vi } from "vitest";
import { main } from "./main";

afterEach(() => vi.restoreAllMocks());

test("every command tells its use and does nothing when asked for help", async () => {
  const said: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  for (const asked of [
    ["--help"],
    ["serve", "--help"],
    ["restore", "--help"],
    ["key", "move-offline", "--help"],
  ])
    expect(await main(asked)).toBe(0);
  expect(said).toHaveLength(4);
  for (const words of ["--empty", "backup", "restore", "link", "rotate-publisher", "DATABASE_URL"])
    expect(said[3]).toContain(words);
});
