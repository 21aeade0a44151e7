import * as tls from "node:tls";
import type { Logger } from "../core/ports.ts";

/**
 * Trusts what the system trusts, beside Node's own list: an office proxy or a virus scanner that looks into traffic has
 * its certificate there. The same call serves both hosts, because Electron's main process makes its requests by Node.
 * Nothing is trusted that the person's system does not trust, and verification is never turned off.
 */
export function trustSystemCertificates(log: Logger): void {
  try {
    const known = new Set(tls.getCACertificates("default"));
    const added = tls.getCACertificates("system").filter((one) => !known.has(one));
    tls.setDefaultCACertificates([...known, ...added]);
    log.info("certificates.trusted", { ofSystem: added.length });
  } catch (error) {
    // Node's own list stays: Google itself is reached by it, only such a proxy is not.
    const detail = error instanceof Error ? error.message : "unknown";
    log.warn("certificates.systemUnread", { detail });
  }
}
