import type { Page } from "@playwright/test";

/** Cells of a fingerprint, whatever the size of the window. */
const CELLS_ACROSS = 32;
const CELLS_DOWN = 20;

/** How a cell looks on average: red, green and blue, and how much goes on in it (edges), each from 0 to 255. */
type Cell = readonly [red: number, green: number, blue: number, edges: number];

/**
 * A screen as numbers: one row of the grid a line, eight hexadecimal digits a cell. Coarse enough that letters may be
 * drawn a little differently, fine enough that a column, a panel or a colour can't be missing.
 */
export type Fingerprint = readonly string[];

/** A cell is another one from here on; what another way to draw letters does stays well below. */
const COLOUR_TOLERANCE = 4;
const EDGE_TOLERANCE = 5;
/** Cells that may be others before the screen is another. */
const CELLS_TOLERATED = 3;

interface Picture {
  readonly png: string;
  readonly across: number;
  readonly down: number;
}

/** Averages of a picture; runs in an empty page, which has the browser's own way to read a PNG. */
async function measure({ png, across, down }: Picture): Promise<number[][][]> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext("2d");
  if (paper === null) throw new Error("This browser can’t draw.");
  paper.drawImage(image, 0, 0);
  const { data } = paper.getImageData(0, 0, width, height);
  const light = (at: number): number =>
    ((data[at] ?? 0) * 3 + (data[at + 1] ?? 0) * 6 + (data[at + 2] ?? 0)) / 10;
  const cellOf = (column: number, row: number): number[] => {
    const [left, right] = [column, column + 1].map((x) => Math.round((x * width) / across));
    const [top, bottom] = [row, row + 1].map((y) => Math.round((y * height) / down));
    const sums = [0, 0, 0, 0];
    let pixels = 0;
    for (let y = top ?? 0; y < Math.min(bottom ?? 0, height - 1); y += 1)
      for (let x = left ?? 0; x < Math.min(right ?? 0, width - 1); x += 1) {
        const at = (y * width + x) * 4;
        for (const i of [0, 1, 2]) sums[i] = (sums[i] ?? 0) + (data[at + i] ?? 0);
        const here = light(at);
        const steps = Math.abs(here - light(at + 4)) + Math.abs(here - light(at + width * 4));
        sums[3] = (sums[3] ?? 0) + Math.min(255, steps);
        pixels += 1;
      }
    return sums.map((sum) => Math.round(sum / pixels));
  };
  return Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_unused, column) => cellOf(column, row)),
  );
}

function written(rows: readonly (readonly (readonly number[])[])[]): Fingerprint {
  const hex = (value: number): string => value.toString(16).padStart(2, "0");
  return rows.map((row) => row.flat().map(hex).join(""));
}

function read(row: string): readonly Cell[] {
  const byte = (at: number): number => Number.parseInt(row.slice(at, at + 2), 16);
  return Array.from({ length: row.length / 8 }, (_, i) => [
    byte(i * 8),
    byte(i * 8 + 2),
    byte(i * 8 + 4),
    byte(i * 8 + 6),
  ]);
}

/** A picture of the window and its numbers. */
export async function fingerprintOf(
  window: Page,
  bench: Page,
): Promise<{ readonly picture: Buffer; readonly print: Fingerprint }> {
  await window.evaluate(() => document.fonts.ready);
  const picture = await window.screenshot({ animations: "disabled", caret: "hide" });
  const png = picture.toString("base64");
  const cells = await bench.evaluate(measure, { png, across: CELLS_ACROSS, down: CELLS_DOWN });
  return { picture, print: written(cells) };
}

/** Where two screens differ, cell by cell, in words; empty when they are the same to the eye. */
export function differences(kept: Fingerprint, found: Fingerprint): readonly string[] {
  const others = kept.flatMap((row, y) => {
    const now = read(found[y] ?? "");
    return read(row).flatMap((cell, x) => {
      const other = now[x] ?? [0, 0, 0, 0];
      const off = cell.map((value, i) => Math.abs(value - (other[i] ?? 0)));
      const [red = 0, green = 0, blue = 0, edges = 0] = off;
      const same = Math.max(red, green, blue) <= COLOUR_TOLERANCE && edges <= EDGE_TOLERANCE;
      return same
        ? []
        : [`column ${x + 1}, row ${y + 1}: ${cell.join(" ")}, now ${other.join(" ")}`];
    });
  });
  return others.length > CELLS_TOLERATED ? others : [];
}
