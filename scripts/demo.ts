import { checkPractice } from "./practice/check.ts";
import { connect, type OnlineSalon, type Practice, startPractice } from "./practice/practice.ts";
import { ensureBuilt } from "./tools/build.ts";

/** A computer that knows no zone of its own says UTC; a salon in Berlin is nicer to look at. */
function practiceZone(): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return here === "UTC" ? "Europe/Berlin" : here;
}

function introduce({ host, google, salon }: Practice, online: OnlineSalon): void {
  console.log(`
${salon.business.name} is open; nothing here is real.

  The desk              ${host.url}
  “Google Calendar”     ${google.url}
  Customers book at     ${online.bookingUrl}
  They sign in with     “Google” at ${online.google.url}, “Facebook” at ${online.facebook.url}, or an e-mail address
  Mails are written to  ${online.mailFolder}

Things to try, with them open side by side:
  · Book, move or cancel at the desk: the event follows within seconds.
  · Make or drag an event in the calendar: Google notifies, and it blocks time at the desk within two seconds.
  · Book as a customer in a third window: it stands at the desk and in the calendar at once.
  · Disconnect in Integrations, then connect again: the consent page of the stand-in opens.

The first sync of ${salon.bookings.length} bookings keeps to Google’s quota and takes about a minute. Ctrl+C ends it and removes everything.`);
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

async function demo(): Promise<void> {
  const practice = await startPractice(practiceZone());
  const end = interrupted();
  try {
    await connect(practice);
    const online = await practice.goOnline();
    practice.leaveSignInsToThePerson();
    introduce(practice, online);
    await end;
  } finally {
    await practice.stop();
  }
}

try {
  // The check asks for the window's page as well.
  ensureBuilt();
  if (process.argv.includes("--check")) process.exitCode = (await checkPractice()) ? 0 : 1;
  else await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
