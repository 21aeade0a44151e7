import { onGrid } from "./support/book.ts";
import { PLACES } from "./support/places.ts";
import { lostByZoom } from "./support/reach.ts";
import { expect, test } from "./support/test.ts";

for (const [where, places] of Object.entries(PLACES))
  test(`${where}: from 80 to 200 % everything can be reached and read (D11)`, async ({
    window,
    desk,
  }, info) => {
    test.slow();
    for (const { name, open } of places)
      await test.step(name, async () => {
        await window.reload();
        await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
        await open(window, desk);
        const path = (file: string) => info.outputPath(`${name.replaceAll("/", " ")} ${file}`);
        expect.soft(await lostByZoom(window, path), name).toEqual([]);
      });
  });
