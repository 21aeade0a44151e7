import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { accountMail } from "../../../../src-companion/accounts/mails.ts";
import { createCarrier, smtpOptions } from "../../../../src-companion/mail/carrier.ts";
import { startPostman } from "../../../../src-companion/mail/postman.ts";
import { LEASE_MS, MOST_ATTEMPTS, waitAfter } from "../../../../src-companion/mail/queue.ts";
import { readSettings } from "../../../../src-companion/settings.ts";
import { lineLog } from "../../../../src-companion/surroundings.ts";
import { canMakeCertificates, makeCertificate } from "../../../fixtures/certificate.ts";
import {
  BASE_URL,
  startCompanion,
  type TestCompanion,
} from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import { startMailServer } from "../../../fixtures/companion/smtp.ts";
import { startCompanionProcess } from "../../../fixtures/companion/process.ts";
import { tempFolder } from "../../../fixtures/temp-folder.ts";
import { until } from "../../../fixtures/until.ts";

const TO = "mara.marker@mail.example";
const FROM = "Bellhop <bookings@book.example>";

const smtp = (port: number, login = "") => ({
  SMTP_URL: `smtp://${login}127.0.0.1:${port}`,
  MAIL_FROM: FROM,
});

async function write({ companion }: TestCompanion, to = TO): Promise<void> {
  const mail = await accountMail({ kind: "passwordAdded", to, language: "de" });
  await companion.store.write((trx) => companion.outbox.add(trx, mail));
}

async function rows({ companion }: TestCompanion) {
  return companion.store.db.selectFrom("outbox_mail").selectAll().orderBy("id").execute();
}

const events = ({ logLines }: TestCompanion, event: string) =>
  logLines.filter((line) => line.includes(`"event":"${event}"`));

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, "im").exec(raw)?.[1]?.trim() ?? "";

onEveryDatabase("Mails", (newDatabase) => {
  it("reach a mail server once, with an id that stays, as text and as HTML", async () => {
    const server = await startMailServer();
    const companion = await startCompanion(newDatabase(), smtp(server.port));
    await write(companion);
    await until("it is sent", async () =>
      (await rows(companion)).every(({ sent_at }) => sent_at !== null),
    );
    expect(server.mails).toHaveLength(1);
    const [{ to, raw } = { to: [], raw: "" }] = server.mails;
    const [row] = await rows(companion);
    expect(to).toEqual([TO]);
    expect(header(raw, "Message-ID")).toBe(`<${row?.id}@book.example>`);
    expect(header(raw, "From")).toBe(FROM);
    expect(header(raw, "Auto-Submitted")).toBe("auto-generated");
    expect(raw).toContain("Content-Type: text/plain");
    expect(raw).toContain("Content-Type: text/html");
  });

  it("wait while the server refuses for the moment, longer each time, and go out then", async () => {
    const server = await startMailServer();
    server.behave({ refuse: "now" });
    const companion = await startCompanion(newDatabase(), smtp(server.port));
    await write(companion);
    await until("the log says retry", () => events(companion, "mail.retry").length === 1);
    const [row] = await rows(companion);
    expect(row).toMatchObject({ attempts: 1, claimed_until: 0, sent_at: null });
    expect(row?.next_attempt_at).toBeGreaterThan(companion.companion.clock.now() + 20_000);
    server.behave({});
    companion.wait(waitAfter(1));
    await until("the server got it", () => server.mails.length === 1);
  });

  it("are given up at once where the recipient is refused for good, which the health page and the log tell without naming anybody", async () => {
    const server = await startMailServer();
    server.behave({ refuse: "to" });
    const companion = await startCompanion(newDatabase(), smtp(server.port));
    await write(companion);
    await until("the log says given-up", () => events(companion, "mail.given-up").length === 1);
    companion.wait(86_400_000 - 60_000);
    server.behave({});
    await write(companion, "jonas@mail.example");
    await until("the server got it", () => server.mails.length === 1);
    expect(server.mails.map(({ to }) => to)).toEqual([["jonas@mail.example"]]);
    await until("the log says sent", () => events(companion, "mail.sent").length === 1);
    const health = async () => {
      const answer = await companion.browser().ask("/healthz/mail");
      return [answer.status, await answer.json()];
    };
    const counts = { waiting: 0, retrying: 0, dead: 1 };
    expect(await health()).toEqual([503, { ok: false, ...counts, deadToday: 1 }]);
    // The alarm ends by itself after a day; the mail stays to be seen.
    companion.wait(120_000);
    expect(await health()).toEqual([200, { ok: true, ...counts, deadToday: 0 }]);
    expect(companion.logLines.join("\n")).not.toMatch(/@|marker/);
  });

  it("are given up after the last attempt", async () => {
    const server = await startMailServer();
    server.behave({ refuse: "now" });
    const companion = await startCompanion(newDatabase(), smtp(server.port));
    await write(companion);
    await companion.companion.store.db
      .updateTable("outbox_mail")
      .set({ attempts: MOST_ATTEMPTS - 1 })
      .execute();
    await until("the log says given-up", () => events(companion, "mail.given-up").length === 1);
  });

  it("go out again, under the same id, where the server took one and never said so", async () => {
    const server = await startMailServer();
    server.behave({ holdsAnswer: true });
    const companion = await startCompanion(newDatabase());
    const { companion: parts } = companion;
    const by = { ...smtp(server.port), COMPANION_URL: BASE_URL };
    const carrier = createCarrier(readSettings(by, "/"));
    const log = lineLog(parts.clock, () => undefined);
    // Before the companion's own postman looks for the first time.
    await companion.postman.stop();
    await write(companion);
    const impatient = startPostman({ ...parts, log, carrier, attemptMs: 300 });
    onTestFinished(() => impatient.stop());
    await until(
      "it gave up waiting",
      async () => (await rows(companion))[0]?.claimed_until === 0 && server.mails.length === 1,
    );
    server.behave({});
    companion.wait(waitAfter(1));
    await until("it is sent", async () => (await rows(companion))[0]?.sent_at !== null);
    const [first, second] = server.mails.map(({ raw }) => header(raw, "Message-ID"));
    expect(first).not.toBe("");
    expect(second).toBe(first);
  });

  it("are sent once by several servers, and by another one when the first died with a mail in hand", async () => {
    const server = await startMailServer();
    const url = newDatabase();
    const shared = { ...smtp(server.port), COMPANION_DATA: tempFolder() };
    const first = await startCompanion(url, shared);
    const others = [await startCompanion(url, shared), await startCompanion(url, shared)];
    const many = Array.from({ length: 40 }, (_, i) => `guest${i}@mail.example`);
    for (const to of many) await write(first, to);
    // One that died: claimed, and nobody at work on it.
    await write(first, "claimed@mail.example");
    const now = first.companion.clock.now();
    await first.companion.store.db
      .updateTable("outbox_mail")
      .set({ claimed_until: now + LEASE_MS })
      .where("to_address", "=", "claimed@mail.example")
      .where("sent_at", "is", null)
      .execute();
    await until("the server got it", () => server.mails.length >= many.length);
    const before = server.mails.flatMap(({ to }) => to);
    others[0]?.wait(LEASE_MS);
    await until("all are sent", async () =>
      (await rows(first)).every(({ sent_at }) => sent_at !== null),
    );
    const got = server.mails.flatMap(({ to }) => to).toSorted();
    expect(new Set(before).size).toBe(before.length);
    expect(got).toEqual([...many, "claimed@mail.example"].toSorted());
  });
});

it("Mails are files of the data folder where no server is set", async () => {
  const folder = tempFolder();
  const companion = await startCompanion(null, { COMPANION_DATA: folder });
  await write(companion);
  await until("the log says sent", () => events(companion, "mail.sent").length === 1);
  const [row] = await rows(companion);
  expect(readdirSync(path.join(folder, "mail"))).toEqual([`${row?.id}.eml`]);
  const raw = readFileSync(path.join(folder, "mail", `${row?.id}.eml`), "utf8");
  expect(header(raw, "To")).toBe(TO);
});

it("A server elsewhere has to offer TLS; passwords are read as addresses write them", () => {
  expect(smtpOptions("smtp://bellhop:p%40ss%3Aword@mail.example")).toMatchObject({
    host: "mail.example",
    port: 587,
    secure: false,
    requireTLS: true,
    auth: { user: "bellhop", pass: "p@ss:word" },
  });
  expect(smtpOptions("smtps://mail.example")).toMatchObject({ port: 465, secure: true });
  expect(smtpOptions("smtp://127.0.0.1:2525")).toMatchObject({ port: 2525, requireTLS: false });
});

it.runIf(canMakeCertificates())(
  "A server that wants TLS and a password gets both, from a companion that trusts its certificate; another one keeps the mail",
  async () => {
    const { key, cert, file } = makeCertificate(tempFolder());
    const server = await startMailServer({ tls: { key, cert }, wantsPassword: true });
    const login = "bellhop:p%40ss%3Aword@";
    const folder = tempFolder();
    const distrusting = await startCompanion(null, {
      ...smtp(server.port, login),
      COMPANION_DATA: folder,
    });
    await write(distrusting);
    await until("the log says retry", () => events(distrusting, "mail.retry").length === 1);
    expect(server.mails).toEqual([]);
    await distrusting.companion.store.db
      .updateTable("outbox_mail")
      .set({ next_attempt_at: 0 })
      .execute();
    await distrusting.close();
    const running = startCompanionProcess({
      ...smtp(server.port, login),
      COMPANION_DATA: folder,
      NODE_EXTRA_CA_CERTS: file,
    });
    await running.event("mail.sent");
    expect(server.mails.map(({ to, tls }) => ({ to, tls }))).toEqual([{ to: [TO], tls: true }]);
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
  },
);
