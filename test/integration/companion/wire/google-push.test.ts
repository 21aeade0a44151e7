import { expect, it } from "vitest";
import { openPairedSalon } from "../../../fixtures/companion/paired-salon.ts";
import { until } from "../../../fixtures/until.ts";

async function pushedSalon() {
  const salon = await openPairedSalon();
  const calendarId = await salon.connectGoogle();
  await salon.call("companion.setOffer", { leadMinutes: 30 });
  await until("the channel is open", async () => (await salon.status()).pushUntil !== null, 15_000);
  await until("the desk is at rest", async () => {
    const { state } = await salon.call("sync.status", {});
    return state.is === "idle";
  });
  return { salon, calendarId };
}

it("a change in Google reaches the desk within two seconds, through the companion", async () => {
  const { salon, calendarId } = await pushedSalon();
  const { control } = salon.google;
  const took: number[] = [];
  // Google knows seconds only.
  const hour = Math.ceil(Date.now() / 3_600_000 + 24) * 3_600_000;
  for (let i = 0; i < 5; i += 1) {
    const since = control.requests().at(-1)?.n ?? 0;
    const began = performance.now();
    const start = new Date(hour + i * 3_600_000).toISOString();
    const end = new Date(hour + (i + 1) * 3_600_000).toISOString();
    control.createEvent(calendarId, {
      summary: `Event ${i}`,
      start: { dateTime: start },
      end: { dateTime: end },
    });
    await until(
      "the desk has looked",
      () => control.requests({ since, kind: "events.list" }).length > 0,
    );
    took.push(performance.now() - began);
    await until("the time is blocked", async () => {
      const days = {
        from: start.slice(0, 10),
        to: new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10),
      };
      const { blocks } = await salon.call("schedule.get", days);
      return blocks.some((block) => block.start === start);
    });
  }
  console.log(
    `Google's notification to the desk's list: ${took.map((ms) => ms.toFixed(0)).join(", ")} ms`,
  );
  expect(Math.max(...took)).toBeLessThan(2_000);
});

it("the channel is made once, renewed before it ends with an overlap, and the old one stopped", async () => {
  const { salon } = await pushedSalon();
  const { control } = salon.google;
  const watches = () => control.requests({ kind: "events.watch" }).length;
  expect(watches()).toBe(1);
  await salon.stopDesk();
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const made = new Date(Date.now() - 6 * 86_400_000).toISOString();
  salon.tamper(`UPDATE push_channel SET made_at = '${made}', expires_at = '${soon}'`);
  salon.startDesk();
  await until("a second one is open", () => watches() === 2, 15_000);
  await until(
    "the first one is stopped",
    () => control.requests({ kind: "channels.stop" }).length === 1,
  );
  const kept = () => salon.rows("SELECT id FROM push_channel").length;
  await until("the desk knows only the new one", () => kept() === 1);
  const { db } = salon.site.companion().store;
  await until(
    "the companion knows only the new one",
    async () => (await db.selectFrom("push_channel").selectAll().execute()).length === 1,
  );
});

it("disconnecting stops the channel at Google and at the companion", async () => {
  const { salon } = await pushedSalon();
  await salon.call("google.disconnect", { events: "leave", blocks: "remove" });
  expect(salon.google.control.requests({ kind: "channels.stop" })).toHaveLength(1);
  const { db } = salon.site.companion().store;
  expect(await db.selectFrom("push_channel").selectAll().execute()).toEqual([]);
  expect((await salon.status()).pushUntil).toBeNull();
});

it("where Google refuses the address, the desk goes on looking every few minutes, and does not nag", async () => {
  const salon = await openPairedSalon();
  salon.google.control.setSwitches({ allowHttpWebhooks: false });
  await salon.connectGoogle();
  await salon.call("companion.setOffer", { leadMinutes: 30 });
  await until(
    "it was refused",
    () => salon.google.control.requests({ kind: "events.watch" }).length === 1,
  );
  await salon.call("companion.setOffer", { leadMinutes: 31 });
  await until("it is published", async () => (await salon.business())?.lead_minutes === 31);
  expect(await salon.status()).toMatchObject({ problem: null, pushUntil: null });
  expect(salon.google.control.requests({ kind: "events.watch" })).toHaveLength(1);
});
