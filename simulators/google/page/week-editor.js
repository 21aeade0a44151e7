import { call } from "./week-call.js";
import { addDays, wallOf, wallText } from "./week-time.js";

const dialog = document.getElementById("editor");
const form = dialog.querySelector("form");
const field = (name) => form.elements.namedItem(name);

/** Opens the form; `done` gets the promise of the change, or nothing when it was cancelled. */
export function openEditor({ calendarId, zone, event, preset }, done) {
  fill(event, preset);
  const controller = new AbortController();
  const listen = (target, type, handler) =>
    target.addEventListener(type, handler, { signal: controller.signal });
  const finish = (work) => {
    controller.abort();
    dialog.close();
    done(work);
  };
  listen(field("allDay"), "change", showTimes);
  listen(document.getElementById("cancel"), "click", () => finish());
  listen(dialog, "cancel", () => finish());
  listen(document.getElementById("delete"), "click", () => finish(remove(calendarId, event)));
  listen(form, "submit", (submitted) => {
    submitted.preventDefault();
    finish(save(calendarId, zone, event));
  });
  dialog.showModal();
  field("title").focus();
}

function fill(event, preset) {
  const start = event?.start.dateTime;
  const end = event?.end.dateTime;
  const date = event?.start.date ?? start?.slice(0, 10) ?? preset.date;
  document.getElementById("editor-title").textContent = event === undefined ? "New event" : "Event";
  field("title").value = event?.summary ?? "";
  field("allDay").checked = event === undefined ? preset.allDay === true : start === undefined;
  field("date").value = date;
  field("start").value = start?.slice(11, 16) ?? preset.start ?? "10:00";
  field("end").value = end?.slice(11, 16) ?? preset.end ?? "11:00";
  field("lastDate").value = event?.end.date === undefined ? date : addDays(event.end.date, -1);
  field("showAs").value = event?.transparency ?? "opaque";
  field("repeats").value = "";
  field("scope").value = "this";
  document.getElementById("repeats").hidden = event !== undefined;
  document.getElementById("scope").hidden = event?.recurringEventId === undefined;
  document.getElementById("delete").hidden = event === undefined;
  showTimes();
}

function showTimes() {
  const allDay = field("allDay").checked;
  for (const name of ["start", "end"]) field(name).parentElement.hidden = allDay;
  field("lastDate").parentElement.hidden = !allDay;
}

function timesOf(zone) {
  const date = field("date").value;
  if (field("allDay").checked) {
    const last = field("lastDate").value;
    const none = { dateTime: null, timeZone: null };
    return {
      start: { ...none, date },
      end: { ...none, date: addDays(last < date ? date : last, 1) },
    };
  }
  const [start, end] = [field("start").value, field("end").value];
  const endDate = end <= start ? addDays(date, 1) : date;
  return {
    start: { date: null, dateTime: `${date}T${start}:00`, timeZone: zone },
    end: { date: null, dateTime: `${endDate}T${end}:00`, timeZone: zone },
  };
}

function save(calendarId, zone, event) {
  const content = {
    summary: field("title").value,
    transparency: field("showAs").value,
    ...timesOf(zone),
  };
  if (event === undefined) {
    const rule = field("repeats").value;
    return call("createEvent", calendarId, {
      ...content,
      ...(rule === "" ? {} : { recurrence: [rule] }),
    });
  }
  if (event.recurringEventId === undefined || field("scope").value === "this") {
    return call("patchEvent", calendarId, event.id, content);
  }
  const original = event.originalStartTime;
  return field("scope").value === "following"
    ? call(
        "splitSeries",
        calendarId,
        event.recurringEventId,
        original.date ?? original.dateTime,
        content,
      )
    : saveAll(calendarId, event, content);
}

/** Moves the whole series by as much as this one instance was moved. */
async function saveAll(calendarId, event, content) {
  const master = await call("event", calendarId, event.recurringEventId);
  return call("patchEvent", calendarId, master.id, {
    ...content,
    start: shifted(master.start, event.start, content.start),
    end: shifted(master.end, event.end, content.end),
  });
}

function shifted(master, before, after) {
  if (typeof after.date === "string" || master.dateTime === undefined) return master;
  const shift = wallOf(after.dateTime) - wallOf(before.dateTime);
  const wall = wallText(wallOf(master.dateTime) + shift);
  return { dateTime: `${wall}:00`, timeZone: after.timeZone };
}

async function remove(calendarId, event) {
  const original = event.originalStartTime;
  switch (event.recurringEventId === undefined ? "this" : field("scope").value) {
    case "all":
      return call("deleteEvent", calendarId, event.recurringEventId);
    case "following": {
      const start = original.date ?? original.dateTime;
      const { tail } = await call("splitSeries", calendarId, event.recurringEventId, start);
      return call("deleteEvent", calendarId, tail.id);
    }
    default:
      return call("deleteEvent", calendarId, event.id);
  }
}
