import dayjs from "dayjs";
import { useLayoutEffect, useState } from "react";
import { Calendar, dayjsLocalizer } from "react-big-calendar";
import dragAndDrop from "react-big-calendar/lib/addons/dragAndDrop.js";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { createMover, theData, theRoot } from "./calendar.ts";
import "react-big-calendar/lib/css/react-big-calendar.css";
import "react-big-calendar/lib/addons/dragAndDrop/styles.css";

interface Booked {
  readonly id: string;
  readonly title: string;
  readonly start: Date;
  readonly end: Date;
  readonly resourceId: string;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

const Draggable = dragAndDrop.default<Booked, Person>(Calendar);
const localizer = dayjsLocalizer(dayjs);
const { staff, date: firstDate, hours, events: given, changedId } = theData();
const people = [...staff];
const atFirst = given.map(({ staffId, start, end, ...rest }): Booked => ({
  ...rest,
  start: new Date(start),
  end: new Date(end),
  resourceId: staffId,
}));
const [min, max] = [dayAt(hours.from), dayAt(hours.to)];

function dayAt(hour: number): Date {
  return new Date(`${firstDate}T${String(hour).padStart(2, "0")}:00:00`);
}

interface Shown {
  readonly date: Date;
  readonly events: Booked[];
}
let show: (next: (now: Shown) => Shown) => void = () => undefined;

/** Props that stay the same objects, so that it draws again only what has to be. */
const NOTHING_TO_DO = (): void => undefined;
const TITLE = (person: Person): string => person.name;
const ID = (person: Person): string => person.id;
const DAY_ONLY = ["day"] as const;

function Day() {
  const [shown, setShown] = useState<Shown>({ date: dayAt(12), events: atFirst });
  useLayoutEffect(() => {
    show = setShown;
  }, []);
  return (
    <Draggable
      {...{ localizer, min, max }}
      date={shown.date}
      events={shown.events}
      resources={people}
      resourceIdAccessor={ID}
      resourceTitleAccessor={TITLE}
      views={[...DAY_ONLY]}
      view="day"
      step={15}
      timeslots={2}
      onNavigate={NOTHING_TO_DO}
      onView={NOTHING_TO_DO}
      onEventDrop={NOTHING_TO_DO}
      onEventResize={NOTHING_TO_DO}
    />
  );
}

let root: Root | undefined;
const moved = createMover();

window.bench = {
  mount() {
    root = createRoot(theRoot());
    flushSync(() => root?.render(<Day />));
  },
  unmount() {
    root?.unmount();
  },
  nextDay() {
    flushSync(() =>
      show(({ date, events }) => ({ events, date: dayjs(date).add(1, "day").toDate() })),
    );
  },
  change() {
    flushSync(() =>
      show(({ date, events }) => ({
        date,
        events: events.map((one) => (one.id === changedId ? { ...one, ...moved(one) } : one)),
      })),
    );
  },
};
