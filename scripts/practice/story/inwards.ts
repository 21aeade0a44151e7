import type { Block } from "../../../src-shared/domain/block.ts";
import { addDays } from "../../../src-shared/time/zones.ts";
import { DECLINED, PRACTICE_CALENDAR, timesOn } from "../google-events.ts";
import { present, type Report, same } from "./report.ts";
import type { Stage } from "./stage.ts";

/** Days ahead on which the story makes its own foreign events. */
const DAY = 40;

async function blocksOfGoogle(stage: Stage): Promise<Block[]> {
  const { blocks } = await stage.diary();
  return blocks.filter(({ source }) => source === "google");
}

/** A person's events in Google block time at the desk, move and free it again (S5, S6, S7). */
export async function tellInwards(stage: Stage, report: Report): Promise<void> {
  const { control, salon } = stage;
  const { zone } = salon.business;
  const day = addDays(salon.today, DAY);
  const known = (await blocksOfGoogle(stage)).map(({ id }) => id);
  const newBlocks = async (): Promise<Block[]> =>
    (await blocksOfGoogle(stage)).filter(({ id }) => !known.includes(id));
  let eventId = "";
  report.heading("From Google to the desk");

  await report.step("an event made in Google", async () => {
    const event = { summary: "Dentist", ...timesOn(day, "11:00", "12:00", zone) };
    eventId = present("its id", control.createEvent(PRACTICE_CALENDAR, event).id);
    const spent = await stage.lookNow();
    same("requests", spent, { lists: 1, inserts: 0, patches: 0, deletes: 0, others: 0 });
    const [block, ...more] = await newBlocks();
    same("further blocks", more, []);
    same("its start", block?.start, event.start.dateTime);
    same("its end", block?.end, event.end.dateTime);
    same("whom it blocks (nobody named means everyone)", block?.staffIds, []);
    same("what the desk shows of it (S19)", block?.title, "");
    return "blocks 11:00–12:00 for everyone, without its title";
  });

  await report.step("moved in Google", async () => {
    const times = timesOn(day, "15:30", "17:00", zone);
    control.patchEvent(PRACTICE_CALENDAR, eventId, times);
    await stage.lookNow();
    const moved = (await newBlocks()).map(({ start, end }) => ({ start, end }));
    same("blocks", moved, [{ start: times.start.dateTime, end: times.end.dateTime }]);
    return "the block moved to 15:30–17:00";
  });

  await report.step("deleted in Google", async () => {
    control.deleteEvent(PRACTICE_CALENDAR, eventId);
    await stage.lookNow();
    same("blocks", await newBlocks(), []);
    return "the time is free again";
  });

  await report.step("an all-day event", async () => {
    const next = addDays(day, 1);
    const event = { summary: "Painter", start: { date: day }, end: { date: next } };
    const { id } = control.createEvent(PRACTICE_CALENDAR, event);
    await stage.lookNow();
    same(
      "days",
      (await newBlocks()).map(({ allDay }) => allDay),
      [{ from: day, to: next }],
    );
    control.deleteEvent(PRACTICE_CALENDAR, present("its id", id));
    await stage.lookNow();
    same("blocks after it was deleted", await newBlocks(), []);
    return "blocks the whole day; deleted again";
  });

  await report.step("free and declined events", async () => {
    const times = timesOn(day, "09:00", "10:00", zone);
    const ids = [
      control.createEvent(PRACTICE_CALENDAR, { ...times, transparency: "transparent" }).id,
      control.createEvent(PRACTICE_CALENDAR, { ...times, attendees: DECLINED }).id,
    ];
    await stage.lookNow();
    same("blocks", await newBlocks(), []);
    for (const id of ids) control.deleteEvent(PRACTICE_CALENDAR, present("its id", id));
    await stage.lookNow();
    return "block nothing";
  });
}
