import { createClient, type Page } from "../web-client.ts";
import { addDays } from "../../../src-shared/time/zones.ts";
import { PRACTICE_CALENDAR, timesOn } from "../google-events.ts";
import type { OnlineSalon, Practice } from "../practice.ts";
import { until } from "../until.ts";
import { present, type Report, same } from "./report.ts";
import { sameOnBothSides } from "./sides.ts";
import type { Stage } from "./stage.ts";

/** What C12 allows from Google's notification to the desk's look. */
const PUSH_LIMIT_MS = 2_000;
/** Days ahead on which this part of the story has its events. */
const DAY = 41;

async function answersAt(url: string): Promise<string> {
  const answer = await fetch(url);
  same(`status of ${url}`, answer.status, 200);
  return answer.text();
}

async function tellAlive({ host, google }: Practice, online: OnlineSalon): Promise<string> {
  const windows = [host.url, google.url, `${online.url}/readyz`, online.bookingUrl];
  for (const url of windows) await answersAt(url);
  const signIn = await answersAt(`${online.url}/sign-in`);
  for (const way of ["Google", "Facebook", 'name="email"'])
    same(`${way} on the sign-in page`, signIn.includes(way), true);
  // Without a question they refuse, but they are there to refuse.
  for (const provider of [
    online.google.endpoints.authorize,
    `${online.facebook.url}/v24.0/dialog/oauth`,
  ])
    same(`an answer of ${provider}`, (await fetch(provider)).status < 500, true);
  return "the desk, the calendar, the companion, and three ways to sign in there";
}

async function tellPush(stage: Stage): Promise<string> {
  const { bridge, control, salon } = stage;
  await until("Google’s channel", async () => {
    const { pushUntil } = await bridge.call("companion.status", {});
    return pushUntil ?? undefined;
  });
  await stage.settled();
  const since = control.requests().at(-1)?.n ?? 0;
  const began = performance.now();
  const event = {
    summary: "Plumber",
    ...timesOn(addDays(salon.today, DAY), "11:00", "12:00", salon.business.zone),
  };
  const { id } = control.createEvent(PRACTICE_CALENDAR, event);
  await until("The desk’s look", () => {
    const looks = control.requests({ since, kind: "events.list" });
    return Promise.resolve(looks[0]);
  });
  const took = Math.round(performance.now() - began);
  same(`within ${PUSH_LIMIT_MS} ms`, took <= PUSH_LIMIT_MS, true);
  const isBlocked = async (): Promise<boolean> =>
    (await stage.diary()).blocks.some(({ start }) => start === event.start.dateTime);
  await until("Its block", async () => (await isBlocked()) || undefined);
  control.deleteEvent(PRACTICE_CALENDAR, present("its id", id));
  await until("The end of its block", async () => !(await isBlocked()) || undefined);
  return `${took} ms from Google’s notification to the desk’s look; nobody pressed anything`;
}

/** A customer books by the pages alone, with an account at the stand-in for Google, and cancels again. */
async function tellBooking(stage: Stage, online: OnlineSalon): Promise<string> {
  const began = performance.now();
  const browser = createClient({
    app: { fetch: (request) => fetch(request, { redirect: "manual" }) },
    baseUrl: online.url,
  });
  online.google.control.setConsent({ mode: "approve" });
  const services = await browser.go(online.bookingUrl);
  const times = await browser.go(linkOn(services, /href="([^"]*\?service=[^"]*)"/));
  const week = await browser.go(linkOn(times, /href="([^"]*)" aria-label="Later days"/));
  const start = linkOn(week, /name="start" value="(\d+)"/);
  const { pathname } = new URL(online.bookingUrl);
  const signIn = await browser.submit(week, `${pathname}/hold`, { start });
  const check = await browser.submit(signIn, "/sign-in/google");
  const booked = await browser.submit(check, `${pathname}/book`, { notes: "By the check." });
  const { pathname: own } = new URL(booked.url);
  const { bridge } = stage;
  const at = new Date(Number(start)).toISOString();
  const booking = await until("The booking at the desk", async () => {
    const { bookings } = await stage.diary();
    return bookings.find(({ source, start: begins }) => source === "customer" && begins === at);
  });
  await until("Its event in Google", () => Promise.resolve(stage.eventOf(booking)));
  sameOnBothSides(booking, present("its event", stage.eventOf(booking)));
  const took = Math.round(performance.now() - began);
  await until(
    "“Booked” on the customer’s page",
    async () => (await browser.go(own)).html.includes("<h1>Booked</h1>") || undefined,
  );
  await browser.submit(await browser.go(`${own}/cancel`), `${own}/cancel`);
  await until("The end of its event", () =>
    Promise.resolve(stage.eventOf(booking) === undefined || undefined),
  );
  const { booking: after } = await bridge.call("booking.get", { id: booking.id });
  same("the booking’s status", after.status, "cancelled");
  return `by Google’s sign-in, ${took} ms from the first page to the event in Google; cancelled by the customer on all sides`;
}

function linkOn({ html, url }: Page, pattern: RegExp): string {
  return present(`${pattern.source} on ${url}`, pattern.exec(html)?.[1]).replaceAll("&amp;", "&");
}

async function tellRestart(stage: Stage, online: OnlineSalon): Promise<string> {
  await online.pause();
  await until("The word that it is away", async () => {
    const { live } = await stage.bridge.call("companion.status", {});
    return live ? undefined : true;
  });
  await online.start();
  const { pairing } = await until("The companion", async () => {
    const status = await stage.bridge.call("companion.status", {});
    return status.live && status.problem === null ? status : undefined;
  });
  same("pairing", pairing.is, "paired");
  return "the desk noticed, and found it again by itself, still paired";
}

/** Customers on the companion, beside the desk and Google (C1–C13). */
export async function tellOnline(practice: Practice, stage: Stage, report: Report): Promise<void> {
  report.heading("Customers online");
  let online: OnlineSalon | undefined;
  await report.step("the companion", async () => {
    online = await practice.goOnline();
    return `paired with the desk, its free times published: ${online.bookingUrl}`;
  });
  const opened = online;
  if (opened === undefined) return;
  await report.step("everything is there", () => tellAlive(practice, opened));
  await report.step("a change in Google", () => tellPush(stage));
  await report.step("a customer books", () => tellBooking(stage, opened));
  await report.step("the companion ended and started again", () => tellRestart(stage, opened));
}
