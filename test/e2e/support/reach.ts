import type { Page } from "@playwright/test";

/**
 * What a person can't get at or read: controls outside the window that no scrolling brings in, words that end at an edge
 * without saying so, and a page that has to be pushed sideways. Within the dialog, if there is one. Runs in the page.
 */
function lostParts(): string[] {
  const named = (element: Element): string => {
    const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `${element.tagName.toLowerCase()}.${element.className} “${words.slice(0, 40)}”`;
  };
  /** What is a pixel large, or within such a thing, is there for screen readers only. */
  const shown = (element: Element): boolean => {
    for (let part: Element | null = element; part !== null; part = part.parentElement)
      if (part.clientWidth === 1 && part.clientHeight === 1) return false;
    return element.checkVisibility({ visibilityProperty: true });
  };
  const scrolls = (overflow: string): boolean => overflow === "auto" || overflow === "scroll";
  const clips = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";

  /** Whether the middle of it is in the window, or comes into it by scrolling what a person can scroll. */
  const isReached = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    let [across, down] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      if (scrolls(overflowX)) across = Math.min(Math.max(across, frame.left), frame.right);
      else if (clips(overflowX) && (across < frame.left || across > frame.right)) return false;
      if (scrolls(overflowY)) down = Math.min(Math.max(down, frame.top), frame.bottom);
      else if (clips(overflowY) && (down < frame.top || down > frame.bottom)) return false;
      if (position === "fixed") break;
    }
    return across >= 0 && across <= innerWidth && down >= 0 && down <= innerHeight;
  };

  /** Whether its own words run out of it unseen; three dots are an honest end for a name, not for what is pressed. */
  const isCut = (element: Element): boolean => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const wide = element.scrollWidth > element.clientWidth + 1;
    const high = element.scrollHeight > element.clientHeight + 2;
    if (element.matches("button, h1, h2, label")) return wide && clips(overflowX);
    return (wide && clips(overflowX) && textOverflow !== "ellipsis") || (high && clips(overflowY));
  };

  const root = [...document.querySelectorAll("[role$=dialog]")].at(-1) ?? document.body;
  const controls = [...root.querySelectorAll("button, a[href], input, textarea, [role=option]")];
  const words = [
    ...root.querySelectorAll("button, h1, h2, h3, p, label, td, th, dt, dd, b, small, span"),
  ];
  const hasWords = (element: Element): boolean =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== "");
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? ["the page is too wide"] : []),
    ...controls
      .filter((control) => shown(control) && !isReached(control))
      .map((control) => `${named(control)} can’t be reached`),
    ...words
      .filter((part) => hasWords(part) && shown(part) && isCut(part))
      .map((part) => `${named(part)} is cut`),
  ];
}

/** A window of 1280 × 800 with the page enlarged or made smaller: so many pixels of the page are left of it. */
export const ZOOMS = {
  80: [1600, 1000],
  125: [1024, 640],
  150: [853, 533],
  200: [640, 400],
} as const;

/** All that is lost at any zoom, with a picture of each. */
export async function lostByZoom(
  window: Page,
  path: (file: string) => string,
): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const [zoom, [width, height]] of Object.entries(ZOOMS)) {
    await window.setViewportSize({ width, height });
    await window.screenshot({ path: path(`${zoom}.png`) });
    lost.push(...(await window.evaluate(lostParts)).map((part) => `${zoom} %: ${part}`));
  }
  await window.setViewportSize({ width: 1280, height: 800 });
  return lost;
}
