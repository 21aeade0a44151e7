import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Random } from "./ports.ts";

/** A secret for a link, a cookie or a desk: 256 bits, fit for an address. */
export function newSecret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString("base64url");
}

/** What is kept of a secret: whoever reads the database can't use it. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A keyed signature; `purpose` keeps one use from passing for another. */
export function sign(key: string, purpose: string, text: string): string {
  return createHmac("sha256", key).update(`${purpose}\n${text}`).digest("base64url");
}

/** Compares in constant time; the length may show. */
export function equalSecrets(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function makeOnce(file: string, secret: string): void {
  try {
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another process of the same folder was faster; its secret counts.
    if (!existsSync(file)) throw error;
  }
}

/** The secret of this installation, made at the first start and kept in the data folder. */
export function keptSecret(dataFolder: string, random: Random): string {
  const file = path.join(dataFolder, "secret");
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) makeOnce(file, newSecret(random));
  return readFileSync(file, "utf8").trim();
}
