import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { isLoopbackUrl, type Settings } from "../settings.ts";

/** A mail as it leaves: the id is the same at every attempt, so that a receiver knows a repetition. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string | null;
}

/** Takes mails out of the house. Rejects if it could not, or can't say whether it did. */
export interface Carrier {
  readonly kind: "smtp" | "folder";
  carry(letter: Letter): Promise<void>;
  close(): void;
}

/** Milliseconds until a silent server counts as down. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** The message that nodemailer writes. Nothing in it is fetched from a file or an address. */
function messageOf({ id, to, subject, text, html, calendar }: Letter, settings: Settings) {
  const method = /^METHOD:(\w+)/m.exec(calendar ?? "")?.[1] ?? "PUBLISH";
  return {
    from: settings.mailFrom,
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: `<${id}@${new URL(settings.baseUrl).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    ...(calendar === null
      ? {}
      : { icalEvent: { method, content: calendar, filename: "booking.ics" } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * How the server is spoken to. Beyond this computer it has to offer TLS: customers' addresses, links that sign in and
 * the password of the server would go readable over a network.
 */
export function smtpOptions(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLoopbackUrl(url),
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
}

function smtpCarrier(url: string, settings: Settings): Carrier {
  const transport = createTransport(smtpOptions(url));
  return {
    kind: "smtp",
    carry: async (letter) => {
      await transport.sendMail(messageOf(letter, settings));
    },
    close: () => transport.close(),
  };
}

/** One file a mail, whole or not at all; a repetition writes the same file again. */
function folderCarrier(settings: Settings): Carrier {
  const folder = path.join(settings.dataFolder, "mail");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    kind: "folder",
    carry: async (letter) => {
      const { message } = await transport.sendMail(messageOf(letter, settings));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = path.join(folder, `${letter.id}.part`);
      await writeFile(unfinished, message, { mode: 0o600 });
      await rename(unfinished, path.join(folder, `${letter.id}.eml`));
    },
    close: () => transport.close(),
  };
}

/** By SMTP where a server is set, else into the folder `mail` of the data folder. */
export function createCarrier(settings: Settings): Carrier {
  const { smtpUrl } = settings;
  return smtpUrl === null ? folderCarrier(settings) : smtpCarrier(smtpUrl, settings);
}
