import { expect, type Page } from "@playwright/test";

/** A window at its smallest with the page enlarged, and a small laptop. */
const WIDTHS = [720, 1024];

/** What is cut off at its side, or lies over something else; in a dialog if there is one. Runs in the page. */
function faultsOf(within: string): string[] {
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? "").slice(0, 40)}”`;
  /** What of an element is left by everything around it that cuts or scrolls. */
  const visible = (element: Element) => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === "visible" && around !== document.body) continue;
      const frame = around.getBoundingClientRect();
      left = Math.max(left, frame.left);
      right = Math.min(right, frame.right, window.innerWidth);
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom, window.innerHeight);
    }
    return { left, right, top, bottom };
  };
  const root = document.querySelector("[role$=dialog]") ?? document.querySelector(within);
  const parts = [
    ...(root ?? document.body).querySelectorAll(
      "button, input, h1, h2, h3, td, th, dt, dd, p, b, span",
    ),
  ]
    .filter(
      (part) => part.closest(".unseen") === null && getComputedStyle(part).position !== "absolute",
    )
    .map((part) => ({ part, box: part.getBoundingClientRect(), seen: visible(part) }))
    .filter(({ seen }) => seen.right - seen.left > 1 && seen.bottom - seen.top > 1);
  const cut = parts.filter(
    ({ part, box, seen }) =>
      part.matches("button, input, h1, h2, td, th") && box.width > seen.right - seen.left + 1,
  );
  // Words that run on in a line have boxes that reach over each other's ends.
  const words = parts.filter(
    ({ part }) =>
      getComputedStyle(part).display !== "inline" &&
      [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ""),
  );
  const over = words.flatMap((one, i) =>
    words.slice(i + 1).flatMap((other) => {
      if (one.part.contains(other.part) || other.part.contains(one.part)) return [];
      const [a, b] = [one.seen, other.seen];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 2 && down > 2 ? [`${named(one.part)} lies over ${named(other.part)}`] : [];
    }),
  );
  const wide =
    document.documentElement.scrollWidth > window.innerWidth ? ["the page is too wide"] : [];
  return [...wide, ...cut.map(({ part }) => `${named(part)} is cut off`), ...over];
}

/** Looks at what is shown at each width, light and dark; all that is wrong at once. */
export async function look(
  window: Page,
  name: string,
  path: (file: string) => string,
  within = "body",
): Promise<void> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await window.setViewportSize({ width, height: 700 });
    for (const colorScheme of ["light", "dark"] as const) {
      await window.emulateMedia({ colorScheme });
      const faults = await window.evaluate(faultsOf, within);
      found.push(...faults.map((fault) => `${width} ${colorScheme}: ${fault}`));
      await window.screenshot({ path: path(`${name}-${width}-${colorScheme}.png`) });
    }
  }
  await window.emulateMedia({ colorScheme: "light" });
  await window.setViewportSize({ width: 1280, height: 800 });
  expect.soft(found, name).toEqual([]);
}
