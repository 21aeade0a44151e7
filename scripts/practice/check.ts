import { BLOCKING_EVENTS, PRACTICE_CALENDAR } from "./google-events.ts";
import { connect, type Practice, startPractice } from "./practice.ts";
import { tellInwards } from "./story/inwards.ts";
import { tellOnline } from "./story/online.ts";
import { tellOutwards } from "./story/outwards.ts";
import { createReport, type Report, same } from "./story/report.ts";
import { compareSides } from "./story/sides.ts";
import { createStage, type Stage, writes } from "./story/stage.ts";
import { tellTogether } from "./story/together.ts";

const ZONE = "Europe/Berlin";

async function tellBeginning(practice: Practice, stage: Stage, report: Report): Promise<number> {
  const foreign = stage.liveEvents().length;
  report.heading("Connect");
  await report.step("sign-in", async () => {
    await connect(practice);
    const { connection } = await practice.bridge.call("google.connection", {});
    same("calendar", connection?.calendar?.id, PRACTICE_CALENDAR);
    return `${connection?.account} through OAuth with PKCE, calendar “${connection?.calendar?.name}”`;
  });
  await report.step("first sync", async () => {
    await stage.settled();
    const count = await compareSides(stage, foreign);
    const inserts = stage.control.requests({ kind: "events.insert" }).length;
    same("writes", inserts, count);
    return `${count} bookings out with ${inserts} writes, equal field by field`;
  });
  await report.step("what was in Google before", async () => {
    const { blocks } = await stage.diary();
    const ofGoogle = blocks.filter(({ source }) => source === "google");
    same("blocks", ofGoogle.length, BLOCKING_EVENTS);
    return `${foreign} events, ${BLOCKING_EVENTS} of them block time, the free and the declined do not`;
  });
  return foreign;
}

async function tellEnd(stage: Stage, report: Report, foreign: number): Promise<void> {
  report.heading("At the end");
  await report.step("both sides", async () => {
    const spent = await stage.lookNow();
    same("writes that were left", writes(spent), 0);
    const count = await compareSides(stage, foreign);
    return `${count} bookings equal their events field by field, none twice, none lost`;
  });
  await report.step("status", async () => {
    const { state, counts } = await stage.settled();
    same("state", state.is, "idle");
    same("parked", counts.parked, 0);
    return `Active, nothing waiting, ${counts.linked} linked, ${counts.blocks} blocks`;
  });
}

/** The main job without a window, through the bridge over HTTP. Resolves with whether everything was as it should be. */
export async function checkPractice(): Promise<boolean> {
  const startedAt = performance.now();
  const report = createReport((line) => console.log(line));
  const practice = await startPractice(ZONE);
  try {
    const { salon, google } = practice;
    const stage = createStage(practice);
    console.log(
      `${salon.business.name}: ${salon.staff.length} staff, ${salon.services.length} services, ` +
        `${salon.customers.length} customers, ${salon.bookings.length} bookings. The quota allows 600 requests a ` +
        "minute, so the first sync takes about that long.",
    );
    const foreign = await tellBeginning(practice, stage, report);
    await tellOutwards(stage, report);
    await tellInwards(stage, report);
    await tellTogether(stage, report);
    await tellOnline(practice, stage, report);
    await tellEnd(stage, report, foreign);
    const requests = google.control.requests().length;
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
    console.log(
      `\n${report.steps() - report.differing()} of ${report.steps()} steps as they should be, ` +
        `${requests} requests spent, ${seconds} s.`,
    );
    return report.differing() === 0;
  } finally {
    await practice.stop();
  }
}
