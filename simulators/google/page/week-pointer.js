import { wallOf, wallText } from "./week-time.js";

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
/** Pixels a pointer must travel before it drags. */
const THRESHOLD = 4;

/** Drags on the grid: over empty time to create, an event to move it, its lower edge to resize it. */
export function followPointer(grid, desk) {
  grid.addEventListener("pointerdown", (down) => {
    const column = down.target.closest(".day");
    if (down.button !== 0 || column === null || !desk.isWritable()) return;
    const button = down.target.closest(".event");
    const event = button === null ? undefined : desk.eventById(button.dataset.eventId);
    const drag = {
      event,
      kind: event === undefined ? "create" : down.target.matches(".grip") ? "resize" : "move",
      from: wallAt(down, column, desk),
      down,
      moved: false,
    };
    track(grid, desk, drag);
  });
}

function track(grid, desk, drag) {
  const controller = new AbortController();
  const { signal } = controller;
  const ghost = document.createElement("div");
  ghost.className = "event ghost";
  let span = spanOf(drag, drag.from);
  const move = (pointer) => {
    const distance = Math.hypot(
      pointer.clientX - drag.down.clientX,
      pointer.clientY - drag.down.clientY,
    );
    if (!drag.moved && distance < THRESHOLD) return;
    drag.moved = true;
    desk.setBusy(true);
    span = spanOf(drag, wallAt(pointer, columnUnder(grid, pointer), desk));
    place(grid, ghost, span, desk, drag);
  };
  const finish = (apply) => {
    controller.abort();
    ghost.remove();
    if (drag.moved) setTimeout(() => desk.setBusy(false));
    if (apply) settle(desk, drag, span);
  };
  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", () => finish(true), { signal });
  window.addEventListener("pointercancel", () => finish(false), { signal });
  window.addEventListener(
    "keydown",
    (key) => {
      if (key.key === "Escape") finish(false);
    },
    { signal },
  );
}

function settle(desk, drag, span) {
  const [start, end] = [wallText(span.from), wallText(span.to)];
  if (drag.event === undefined) {
    setTimeout(() => desk.create(start.slice(0, 10), start.slice(11), end.slice(11)));
  } else if (drag.moved) {
    setTimeout(() => desk.change(drag.event, start, end));
  }
}

function spanOf(drag, at) {
  const snap = (wall) => Math.floor(wall / QUARTER) * QUARTER;
  if (drag.event === undefined) {
    const [low, high] = [Math.min(drag.from, at), Math.max(drag.from, at)];
    return { from: snap(low), to: drag.moved ? snap(high) + QUARTER : snap(low) + HOUR };
  }
  const from = wallOf(drag.event.start.dateTime);
  const to = wallOf(drag.event.end.dateTime);
  if (drag.kind === "resize") return { from, to: Math.max(snap(at) + QUARTER, from + QUARTER) };
  const shift = Math.round((at - drag.from) / QUARTER) * QUARTER;
  return { from: from + shift, to: to + shift };
}

function columnUnder(grid, pointer) {
  const columns = [...grid.querySelectorAll(".day")];
  const right = (column) => column.getBoundingClientRect().right;
  return columns.find((column) => pointer.clientX < right(column)) ?? columns.at(-1);
}

function wallAt(pointer, column, desk) {
  const minutes = ((pointer.clientY - column.getBoundingClientRect().top) / desk.hourPx) * 60;
  const inside = Math.min(Math.max(minutes, 0), 24 * 60 - 1);
  return wallOf(`${column.dataset.date}T00:00`) + inside * 60_000;
}

function place(grid, ghost, span, desk, drag) {
  const date = wallText(span.from).slice(0, 10);
  const column = grid.querySelector(`.day[data-date="${date}"]`);
  if (column === null) return;
  const midnight = wallOf(`${date}T00:00`);
  ghost.style.top = `${((span.from - midnight) / HOUR) * desk.hourPx}px`;
  ghost.style.height = `${((span.to - span.from) / HOUR) * desk.hourPx}px`;
  ghost.style.left = "0";
  ghost.style.width = "100%";
  ghost.textContent = `${drag.event?.summary ?? ""} ${wallText(span.from).slice(11)} – ${wallText(span.to).slice(11)}`;
  column.append(ghost);
}
