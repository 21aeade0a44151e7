import {
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
} from "@event-calendar/core";
import type { Calendar } from "@event-calendar/core";
import { createMover, theData, theRoot } from "./calendar.ts";
import "@event-calendar/core/index.css";

const { staff, date, hours, events: given, changedId } = theData();
const resources = staff.map(({ id, name }) => ({ id, title: name }));
const events = given.map(({ id, staffId, start, end, title }) => ({
  id,
  title,
  start: new Date(start),
  end: new Date(end),
  resourceIds: [staffId],
}));

let calendar: Calendar | undefined;
const moved = createMover();

window.bench = {
  mount() {
    calendar = createCalendar(theRoot(), [ResourceTimeGrid, Interaction], {
      view: "resourceTimeGridDay",
      date: `${date}T00:00:00`,
      locale: "en-GB",
      height: "100%",
      slotMinTime: `${hours.from}:00`,
      slotMaxTime: `${hours.to}:00`,
      slotDuration: "00:15",
      editable: true,
      resources,
      events,
    });
  },
  unmount() {
    if (calendar !== undefined) void destroyCalendar(calendar);
  },
  nextDay() {
    calendar?.next();
  },
  change() {
    const one = calendar?.getEventById(changedId);
    if (one) calendar?.updateEvent({ ...one, ...moved(one) });
  },
};
