import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const Payload = z.object({
  algorithm: z.literal("HMAC-SHA256"),
  user_id: z.string().min(1).max(64),
});

const MAX_LENGTH = 4_096;

/**
 * Reads Facebook's `signed_request`: base64url(signature) "." base64url(JSON), the signature an HMAC-SHA256 of the
 * encoded JSON with the app's secret (Facebook's "Data Deletion Request Callback"). Null unless it is genuine.
 */
export function readSignedRequest(text: string, appSecret: string): { userId: string } | null {
  const [signature, payload, ...rest] = text.slice(0, MAX_LENGTH).split(".");
  if (signature === undefined || payload === undefined || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const expected = createHmac("sha256", appSecret).update(payload).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    const json: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return { userId: Payload.parse(json).user_id };
  } catch {
    return null;
  }
}
