import { call, showMessage } from "./week-call.js";
import { openEditor } from "./week-editor.js";
import { followPointer } from "./week-pointer.js";
import { DAY, addDays, clockText, dayText, mondayOf, wallNow, wallOf } from "./week-time.js";

const byId = (id) => document.getElementById(id);
const HOUR_PX = 48;

const view = {
  calendars: [],
  calendarId: "",
  zone: "UTC",
  monday: "",
  today: "",
  events: [],
  busy: false,
};

/** What the page shows; drawing the same again would take elements from under a pointer or the focus. */
let drawn = "";

function current() {
  return view.calendars.find((calendar) => calendar.id === view.calendarId);
}

function isWritable() {
  return ["owner", "writer", "writerWithoutPrivateAccess"].includes(current()?.accessRole);
}

async function refresh() {
  if (view.busy) return;
  view.calendars = (await call("calendars")).filter((calendar) => !calendar.deleted);
  if (current() === undefined) view.calendarId = view.calendars[0]?.id ?? "";
  view.zone = current()?.timeZone ?? "UTC";
  const now = wallNow(await call("clock.now"), view.zone);
  view.today = now.slice(0, 10);
  view.monday ||= mondayOf(view.today);
  const from = `${addDays(view.monday, -1)}T00:00:00Z`;
  const to = `${addDays(view.monday, 8)}T00:00:00Z`;
  view.events = await call("eventsBetween", view.calendarId, from, to);
  const state = JSON.stringify([now, view.calendarId, view.monday, view.calendars, view.events]);
  if (view.busy || state === drawn) return;
  drawn = state;
  draw(now);
}

function draw(now) {
  drawPicker();
  const days = Array.from({ length: 7 }, (_, index) => addDays(view.monday, index));
  byId("range").textContent = `${dayText(days[0])} – ${dayText(days[6])}`;
  byId("zone").textContent = isWritable() ? view.zone : `${view.zone} · read-only`;
  byId("create").disabled = !isWritable();
  byId("heads").replaceChildren(element("div"), ...days.map((day) => head(day, now)));
  const label = element("div");
  label.textContent = "all day";
  byId("all-day").replaceChildren(label, ...days.map(allDayCell));
  byId("grid").replaceChildren(hours(), ...days.map((day) => dayColumn(day, now)));
}

function drawPicker() {
  const options = view.calendars.map((calendar) => {
    const option = element("option");
    option.value = calendar.id;
    option.textContent = calendar.summaryOverride ?? calendar.summary;
    option.selected = calendar.id === view.calendarId;
    return option;
  });
  byId("calendar").replaceChildren(...options);
}

function element(name, className = "") {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function head(day, now) {
  const cell = element("div", now.startsWith(day) ? "today" : "");
  cell.textContent = dayText(day);
  return cell;
}

function hours() {
  const column = element("div", "hours");
  for (let hour = 0; hour < 24; hour += 1) {
    const label = element("span");
    label.textContent = `${String(hour).padStart(2, "0")}:00`;
    column.append(label);
  }
  return column;
}

function allDayCell(day) {
  const cell = element("div");
  cell.dataset.allDay = day;
  const events = view.events.filter(({ start, end }) => start.date <= day && day < end.date);
  cell.append(
    ...events.map((event) => eventButton(event, `${titleOf(event)}, all day, ${dayText(day)}`)),
  );
  cell.addEventListener("dblclick", () => {
    if (isWritable()) edit(undefined, { date: day, allDay: true });
  });
  return cell;
}

function titleOf(event) {
  return event.summary ?? (current()?.accessRole === "freeBusyReader" ? "Busy" : "(No title)");
}

function eventButton(event, name) {
  const button = element("button", "event");
  button.type = "button";
  button.dataset.eventId = event.id;
  button.setAttribute("aria-label", name);
  button.title = name;
  button.textContent = titleOf(event);
  button.classList.toggle("free", event.transparency === "transparent");
  const declined = event.attendees?.some((one) => one.self && one.responseStatus === "declined");
  button.classList.toggle("declined", declined === true);
  button.addEventListener("click", () => {
    if (isWritable() && !view.busy) edit(event);
  });
  button.addEventListener("keydown", (key) => {
    if (key.key === "Delete" && isWritable()) act(call("deleteEvent", view.calendarId, event.id));
  });
  return button;
}

/** The parts of timed events that fall on a day, each with its lane among those it overlaps. */
function layOut(day) {
  const midnight = wallOf(`${day}T00:00`);
  const parts = view.events
    .filter(({ start }) => start.dateTime !== undefined)
    .map((event) => ({
      event,
      from: Math.max(wallOf(event.start.dateTime), midnight),
      to: Math.min(wallOf(event.end.dateTime), midnight + DAY),
    }))
    .filter(({ from, to }) => from < midnight + DAY && to > midnight && from <= to)
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let group = [];
  let groupEnd = 0;
  for (const part of parts) {
    if (part.from >= groupEnd) group = [];
    const taken = group.filter((other) => other.to > part.from).map((other) => other.lane);
    part.lane = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((lane) => !taken.includes(lane)) ?? 9;
    part.group = group;
    group.push(part);
    groupEnd = Math.max(...group.map((other) => other.to));
  }
  return parts.map((part) => ({
    ...part,
    lanes: Math.max(...part.group.map((one) => one.lane)) + 1,
  }));
}

function dayColumn(day, now) {
  const column = element("div", "day");
  column.dataset.date = day;
  column.setAttribute("role", "group");
  column.setAttribute("aria-label", dayText(day));
  const midnight = wallOf(`${day}T00:00`);
  for (const part of layOut(day)) column.append(timedEvent(part, day, midnight));
  if (now.startsWith(day)) {
    const line = element("div", "now");
    line.style.top = `${((wallOf(now) - midnight) / 3_600_000) * HOUR_PX}px`;
    column.append(line);
  }
  return column;
}

function timedEvent({ event, from, to, lane, lanes }, day, midnight) {
  const times = `${clockText(event.start.dateTime)} to ${clockText(event.end.dateTime)}`;
  const button = eventButton(event, `${titleOf(event)}, ${times}, ${dayText(day)}`);
  button.style.top = `${((from - midnight) / 3_600_000) * HOUR_PX}px`;
  button.style.height = `${Math.max(((to - from) / 3_600_000) * HOUR_PX, 14)}px`;
  button.style.left = `${(lane / lanes) * 100}%`;
  button.style.width = `${100 / lanes}%`;
  if (to - from > 30 * 60_000) {
    const time = element("div", "quiet");
    time.textContent = `${clockText(event.start.dateTime)} – ${clockText(event.end.dateTime)}`;
    button.append(time);
  }
  if (isWritable()) button.append(element("span", "grip"));
  return button;
}

function edit(event, preset = {}) {
  view.busy = true;
  openEditor({ calendarId: view.calendarId, zone: view.zone, event, preset }, (work) => {
    view.busy = false;
    if (work !== undefined) act(work);
    else void refresh();
  });
}

/** Waits for a change and shows what came of it. */
function act(work) {
  work.catch((error) => showMessage(error.message)).finally(() => void refresh());
}

followPointer(byId("grid"), {
  hourPx: HOUR_PX,
  isWritable,
  eventById: (id) => view.events.find((event) => event.id === id),
  setBusy: (busy) => {
    view.busy = busy;
  },
  create: (date, start, end) => edit(undefined, { date, start, end }),
  change: (event, start, end) => {
    const time = (wall) => ({ dateTime: `${wall}:00`, timeZone: view.zone });
    act(call("patchEvent", view.calendarId, event.id, { start: time(start), end: time(end) }));
  },
});

byId("calendar").addEventListener("change", (changed) => {
  view.calendarId = changed.target.value;
  void refresh();
});
byId("create").addEventListener("click", () => {
  edit(undefined, { date: view.today, start: "10:00", end: "11:00" });
});
byId("today").addEventListener("click", () => {
  view.monday = "";
  void refresh();
});
for (const [id, days] of [
  ["previous", -7],
  ["next", 7],
]) {
  byId(id).addEventListener("click", () => {
    view.monday = addDays(view.monday, days);
    void refresh();
  });
}

await refresh();
byId("scroller").scrollTop = 7.5 * HOUR_PX;
new EventSource("/_control/changes").addEventListener("message", () => void refresh());
setInterval(() => void refresh(), 30_000);
