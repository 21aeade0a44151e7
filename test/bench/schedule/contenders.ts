import type { Browser, CDPSession, Page } from "@playwright/test";
import { openStore } from "../bench-desk.ts";
import { WINDOW } from "./browser.ts";
import { type Busy, dataOf } from "./busy-salon.ts";
import { startHost } from "./host.ts";
import type { ServedPages } from "./others/build.ts";
import { settled } from "./watch.ts";

/** A schedule that is watched: a page in which nothing of it is mounted yet, with the bookings at hand. */
export interface Stage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Moves the booking that is changed by a quarter of an hour, as its users would. */
  change(): Promise<unknown>;
  close(): Promise<void>;
}

export interface Contender {
  readonly name: string;
  /** Selector of the blocks that stand for bookings. */
  readonly blocks: string;
  /** Selector of what is in the page only while one is dragged. */
  readonly dragged: string;
  open(browser: Browser, busy: Busy): Promise<Stage>;
}

async function pageIn(browser: Browser): Promise<Omit<Stage, "change">> {
  const context = await browser.newContext(WINDOW);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // Of the processor's time, not the clock's: others use the machine too.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, cdp, close: () => context.close() };
}

/** The built window in front of a desk of its own, on a store that holds the bookings. */
const ours: Contender = {
  name: "Bellhop",
  blocks: ".cols .bk",
  dragged: ".lift",
  async open(browser, busy) {
    const store = openStore(busy.salon, { clock: { now: Date.now } });
    store.db.close();
    const host = await startHost(store.folder);
    const { page, cdp, close } = await pageIn(browser);
    await page.goto(host.url);
    await page.locator(".cols .bk").first().waitFor();
    await settled(cdp);
    await page.evaluate(() => {
      const press = (selector: string): void =>
        document.querySelector<HTMLElement>(selector)?.click();
      const [schedule, help] = [".tab:first-child", ".tab:last-child"];
      window.bench = {
        mount: () => press(schedule),
        unmount: () => press(help),
        nextDay: () => press(".arrows button:last-child"),
        change: () => undefined,
      };
      press(help);
    });
    let revision = busy.changed.revision;
    let later = false;
    return {
      page,
      cdp,
      async change() {
        later = !later;
        const at = Date.parse(busy.changed.start) + (later ? 15 * 60_000 : 0);
        const changes = { start: new Date(at).toISOString() };
        const { id } = busy.changed;
        const changed = await host.bridge.call("booking.update", {
          id,
          revision,
          changes,
          anyway: true,
          scope: null,
        });
        ({ revision } = changed);
      },
      async close() {
        await close();
        await host.stop();
        store.remove();
      },
    };
  },
};

function another(
  name: string,
  blocks: string,
  dragged: string,
  urlOf: ServedPages["urlOf"],
): Contender {
  return {
    name,
    blocks,
    dragged,
    async open(browser, busy) {
      const { page, cdp, close } = await pageIn(browser);
      await page.addInitScript((data) => {
        window.benchData = data;
      }, dataOf(busy));
      await page.goto(urlOf(name));
      await page.waitForFunction(() => window.bench !== undefined);
      return {
        page,
        cdp,
        change: () => page.evaluate(() => void setTimeout(() => window.bench?.change())),
        close,
      };
    },
  };
}

/** Ours first. */
export function contenders({ urlOf }: ServedPages): readonly Contender[] {
  return [
    ours,
    another("react-big-calendar", ".rbc-event", ".rbc-addons-dnd-drag-preview", urlOf),
    another("event-calendar", ".ec-event", ".ec-ghost, .ec-preview", urlOf),
  ];
}
