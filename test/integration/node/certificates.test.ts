import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { canMakeCertificates, makeCertificate, serveWith } from "../../fixtures/certificate.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const run = promisify(execFile);
const STEPS = join(import.meta.dirname, "../../fixtures/certificate-steps.ts");
/** On Windows and macOS the system's list can't be changed for one process. */
const isPossible = process.platform === "linux" && canMakeCertificates();

describe.skipIf(!isPossible)("a proxy with a certificate of its own", () => {
  async function reach(systemList: (own: string) => NodeJS.ProcessEnv) {
    const own = makeCertificate(tempFolder());
    const { server, url } = await serveWith(own);
    onTestFinished(() => void server.close());
    const env = { PATH: process.env["PATH"], ...systemList(own.file) };
    const { stdout } = await run(process.execPath, [STEPS, url], { env });
    return JSON.parse(stdout) as { before: string; after: string; log: readonly unknown[] };
  }

  it("is trusted as soon as the system trusts it, and not a moment before", async () => {
    // Where Node reads the system's list on Linux.
    const seen = await reach((file) => ({ SSL_CERT_FILE: file, SSL_CERT_DIR: "/nowhere" }));
    expect(seen).toMatchObject({ before: "DEPTH_ZERO_SELF_SIGNED_CERT", after: "200" });
    expect(seen.log).toEqual([expect.objectContaining({ event: "certificates.trusted" })]);
  });

  it("stays untrusted where the system does not know it", async () => {
    const seen = await reach(() => ({}));
    expect(seen).toMatchObject({
      before: "DEPTH_ZERO_SELF_SIGNED_CERT",
      after: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
  });
});
