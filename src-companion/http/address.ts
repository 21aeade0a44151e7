import { isIP } from "node:net";
import type { Ctx } from "./env.ts";

const UNKNOWN = "unknown";

/** The first 64 bits of an IPv6 address: one household or one phone has all of the rest. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = address.includes("::") ? 8 - left.length - right.length : 0;
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/**
 * Who asks, for rate limits. Only the header named in the settings counts, because only that one is overwritten by
 * the proxy; a header with several addresses was not. Without a setting it is the other end of the connection.
 */
export function clientAddressOf(c: Ctx, header: string | null): string {
  if (header === null) return network(c.env.remoteAddress ?? UNKNOWN);
  const value = c.req.header(header)?.trim() ?? "";
  return isIP(value) === 0 ? UNKNOWN : network(value);
}
