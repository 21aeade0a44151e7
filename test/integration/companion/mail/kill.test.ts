import { expect, it } from "vitest";
import { accountMail } from "../../../../src-companion/accounts/mails.ts";
import { startCompanion } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import { startCompanionProcess } from "../../../fixtures/companion/process.ts";
import { startMailServer } from "../../../fixtures/companion/smtp.ts";
import { tempFolder } from "../../../fixtures/temp-folder.ts";
import { until } from "../../../fixtures/until.ts";

const MAILS = 24;
const idOf = (raw: string): string => /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? "";

onEveryDatabase("A server that is killed while it sends", (newDatabase) => {
  it("loses no mail, and what goes out twice has the same id", { timeout: 60_000 }, async () => {
    const server = await startMailServer();
    const url = newDatabase();
    const folder = tempFolder();
    const observer = await startCompanion(url, { COMPANION_DATA: folder });
    await observer.postman.stop();
    const { store, outbox } = observer.companion;
    const people = Array.from({ length: MAILS }, (_, i) => `guest${i}@mail.example`);
    for (const to of people) {
      const mail = await accountMail({ kind: "passwordAdded", to, language: "en" });
      await store.write((trx) => outbox.add(trx, mail));
    }
    const env = {
      COMPANION_URL: "https://book.example",
      COMPANION_DATA: folder,
      COMPANION_SECRET: "secret-marker-0123456789abcdef0123456789abcdef",
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      MAIL_FROM: "Bellhop <bookings@book.example>",
      ...(url === null ? {} : { DATABASE_URL: url }),
    };
    // The server takes mails and keeps its answers back: the first batch is in the sender's hands for good.
    server.behave({ holdsAnswer: true });
    const first = startCompanionProcess(env);
    await until("it is in the middle of it", () => server.mails.length >= 1);
    first.child.kill("SIGKILL");
    await first.ended;
    const unsent = await store.db
      .selectFrom("outbox_mail")
      .where("sent_at", "is", null)
      .selectAll()
      .execute();
    expect(unsent).toHaveLength(MAILS);
    expect(unsent.some(({ claimed_until }) => claimed_until > Date.now())).toBe(true);
    // As if the lease had run out.
    await store.db.updateTable("outbox_mail").set({ claimed_until: 0 }).execute();
    server.behave({});
    startCompanionProcess(env);
    const left = () =>
      store.db.selectFrom("outbox_mail").where("sent_at", "is", null).select("id").execute();
    await until("all are sent", async () => (await left()).length === 0, 30_000);
    // The server is a process of its own: what it got is told here a little later than it was confirmed there.
    const reached = () => new Set(server.mails.map(({ to }) => to[0])).size;
    await until("the server has told of all", () => reached() >= MAILS);
    const ids = new Map<string, Set<string>>();
    for (const { to, raw } of server.mails) {
      const [person = ""] = to;
      ids.set(person, (ids.get(person) ?? new Set()).add(idOf(raw)));
    }
    expect([...ids.keys()].toSorted()).toEqual(people.toSorted());
    expect([...ids.values()].every(({ size }) => size === 1)).toBe(true);
  });
});
