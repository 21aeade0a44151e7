const DIRECTORY_BYTES = 6;
const ENTRY_BYTES = 16;
const BITMAP_HEADER_BYTES = 40;
/** Older parts of Windows read small icons as bitmaps only; from this size on PNG is usual. */
const PNG_FROM = 256;

/** A 32-bit bitmap as icons hold it: rows from the bottom up, blue first, then an empty mask of one bit a pixel. */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(BITMAP_HEADER_BYTES);
  header.writeUInt32LE(BITMAP_HEADER_BYTES, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const to = ((size - 1 - y) * size + x) * 4;
      pixels[to] = rgba[from + 2];
      pixels[to + 1] = rgba[from + 1];
      pixels[to + 2] = rgba[from];
      pixels[to + 3] = rgba[from + 3];
    }
  }
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)]);
}

function entry({ size }, length, offset) {
  const bytes = Buffer.alloc(ENTRY_BYTES);
  // 0 stands for 256.
  bytes.writeUInt8(size % 256, 0);
  bytes.writeUInt8(size % 256, 1);
  bytes.writeUInt16LE(1, 4);
  bytes.writeUInt16LE(32, 6);
  bytes.writeUInt32LE(length, 8);
  bytes.writeUInt32LE(offset, 12);
  return bytes;
}

/** A Windows icon with one picture per size. Each picture: `size` in px, `rgba` raw pixels, `png` the same as PNG. */
export function icoFile(pictures) {
  const head = Buffer.alloc(DIRECTORY_BYTES);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  const bodies = pictures.map((one) => (one.size >= PNG_FROM ? one.png : bitmap(one)));
  let offset = DIRECTORY_BYTES + ENTRY_BYTES * pictures.length;
  const entries = pictures.map((one, i) => {
    const made = entry(one, bodies[i].length, offset);
    offset += bodies[i].length;
    return made;
  });
  return Buffer.concat([head, ...entries, ...bodies]);
}
