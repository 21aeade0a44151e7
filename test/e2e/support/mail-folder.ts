import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Online } from "../../../scripts/practice/online.ts";

function decoded(head: string, body: string): string {
  if (/^content-transfer-encoding: base64/im.test(head))
    return Buffer.from(body, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The calendar files that were mailed to an address, the oldest first, each as `METHOD UID SEQUENCE`. */
export function calendarFilesTo({ mailFolder }: Online, address: string): readonly string[] {
  if (!existsSync(mailFolder)) return [];
  const names = readdirSync(mailFolder).filter((name) => name.endsWith(".eml"));
  return names.toSorted().flatMap((name) => {
    const mail = readFileSync(join(mailFolder, name), "utf8");
    if (!mail.includes(address)) return [];
    const part = mail
      .split(/\r?\n--[^\r\n]+/)
      .find((one) => /^content-type: text\/calendar/im.test(one));
    if (part === undefined) return [];
    const [head = "", ...rest] = part.trimStart().split(/\r?\n\r?\n/);
    const text = decoded(head, rest.join("\r\n\r\n")).replaceAll(/\r?\n[ \t]/g, "");
    const line = (key: string): string =>
      new RegExp(`^${key}:(.*?)\\r?$`, "m").exec(text)?.[1] ?? "";
    return [`${line("METHOD")} ${line("UID").split("@")[0] ?? ""} ${line("SEQUENCE")}`];
  });
}
