import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./folder";
import { freePort } from "./free-port";

const binary = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].find(existsSync) ?? "nginx";

/**
 * nginx before a server of this machine, until the test ends; resolves with its origin. All but `settings` is as nginx has it
 * where nobody sets it: bodies up to 1 MB, a minute's patience, answers buffered.
 */
export const startNginx = async (target: string, settings = ""): Promise<string> => {
  const folder = temporaryFolder();
  const port = await freePort();
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const conf = join(folder, "nginx.conf");
  writeFileSync(
    conf,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
    ${process.getuid?.() === 0 ? "user root;" : ""}
    events {}
    http {
      access_log off;
      ${paths.map((path) => `${path}_temp_path ${folder}/${path};`).join(" ")}
      server {
        listen 127.0.0.1:${port};
        ${settings}
        location / { proxy_pass ${target}; proxy_http_version 1.1; proxy_set_header Connection ""; }
      }
    }`,
  );
  const child = spawn(binary, ["-c", conf, "-p", folder, "-e", "stderr"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 300; i += 1) {
    if (child.exitCode !== null) break;
    const up = await fetch(origin).catch(() => undefined);
    await up?.body?.cancel();
    if (up) return origin;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`nginx did not start:\n${said}`);
};
