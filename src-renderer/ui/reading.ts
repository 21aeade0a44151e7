const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: "ArrowRight",
  ArrowRight: "ArrowLeft",
};

/**
 * The key by the way of reading: where that begins at the right, the arrow to the left leads on. Everything that goes
 * through columns or days by arrows asks for it.
 */
export function keyByReading(key: string): string {
  return document.documentElement.dir === "rtl" ? (MIRRORED[key] ?? key) : key;
}
