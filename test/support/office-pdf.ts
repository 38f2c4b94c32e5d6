import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const soffice = (process.env.PATH ?? "")
  .split(":")
  .map((dir) => join(dir, "soffice"))
  .find(existsSync);

/** The PDF that LibreOffice makes of a Word file; undefined where there is no LibreOffice. */
export const pdfOf = (docx: string): Buffer | undefined => {
  if (!soffice) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "office-pdf-"));
  try {
    // A profile of its own: another LibreOffice of this user would otherwise take the job and answer nothing.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(soffice, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, docx], {
      stdio: "ignore",
      timeout: 120_000,
    });
    return readFileSync(join(folder, `${basename(docx, ".docx")}.pdf`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
