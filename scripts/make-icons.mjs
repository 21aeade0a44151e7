// Makes the icons in resources/ from resources/drawings/. Run by hand when a drawing changes:
//   node scripts/make-icons.mjs [path of a Chromium]
// The results are committed, so neither build nor tests need a browser for them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { icoFile } from "./ico.mjs";

const RESOURCES = join(import.meta.dirname, "..", "resources");
const SHAPES = ["active", "syncing", "offline", "paused", "error", "disconnected"];
const BARS = ["dark", "light"];
/** Sizes that Windows asks for at 100 to 200 % scaling, and for files and large views. */
const TRAY_SIZES = [16, 20, 24, 32];
const APP_SIZES = [16, 20, 24, 32, 40, 48, 64, 256];
/** Below this the drawing with fewer details is used. */
const SMALL_UP_TO = 32;

/** Runs in the page: draws an SVG on a canvas of `size` px and answers its PNG and its raw pixels, both base64. */
async function draw({ svg, size }) {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, size, size);
  const { data } = context.getImageData(0, 0, size, size);
  const pixels = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  return { png: canvas.toDataURL("image/png").split(",")[1], pixels };
}

async function makeIcons(page) {
  const picture = async (drawing, size) => {
    const svg = readFileSync(join(RESOURCES, "drawings", `${drawing}.svg`), "utf8");
    const { png, pixels } = await page.evaluate(draw, { svg, size });
    return { size, png: Buffer.from(png, "base64"), rgba: Buffer.from(pixels, "base64") };
  };
  const pictures = async (drawingOf, sizes) => {
    const made = [];
    for (const size of sizes) made.push(await picture(drawingOf(size), size));
    return made;
  };
  const save = (name, bytes) => writeFileSync(join(RESOURCES, name), bytes);

  for (const shape of SHAPES) {
    save(`tray/${shape}Template.png`, (await picture(`tray-${shape}-template`, 16)).png);
    save(`tray/${shape}Template@2x.png`, (await picture(`tray-${shape}-template`, 32)).png);
    for (const bar of BARS) {
      const drawing = `tray-${shape}-windows-${bar}-taskbar`;
      save(`tray/${shape}-${bar}.ico`, icoFile(await pictures(() => drawing, TRAY_SIZES)));
      save(`tray/${shape}-${bar}.png`, (await picture(drawing, 32)).png);
    }
  }
  const appDrawing = (size) => (size <= SMALL_UP_TO ? "app-icon-small" : "app-icon");
  save("icon.ico", icoFile(await pictures(appDrawing, APP_SIZES)));
  save("icon.png", (await picture("app-icon", 1024)).png);
}

const executablePath = process.argv[2];
const browser = await chromium.launch({
  args: ["--no-sandbox", "--disable-gpu"],
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  await makeIcons(await browser.newPage());
} finally {
  await browser.close();
}
