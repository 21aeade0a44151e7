interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** Lower case without accents, one character for each of the text's, so that places in it stay the same. */
function plain(text: string): string {
  return [...text].map((char) => foldChar(char).padEnd(char.length)).join("");
}

function foldChar(char: string): string {
  const folded = char.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.length === char.length ? folded : char.toLowerCase().slice(0, char.length);
}

/** Digits of a phone number are found although the number is written with spaces. */
function patternOf(word: string): RegExp {
  const chars = [...word].map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(chars.join(/^\d+$/.test(word) ? "[\\s\\-/()]*" : ""), "g");
}

function hitsOf(text: string, query: string): boolean[] {
  const folded = plain(text);
  const hit = Array.from<boolean>({ length: text.length }).fill(false);
  for (const word of plain(query)
    .split(/\s+/)
    .filter((w) => w !== ""))
    for (const match of folded.matchAll(patternOf(word)))
      hit.fill(true, match.index, match.index + match[0].length);
  return hit;
}

/** Cuts a text into what matches the words of a query and what does not; accents and case don't matter. */
export function markMatches(text: string, query: string): readonly Part[] {
  const hit = hitsOf(text, query);
  const parts: { text: string; hit: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1);
    const isHit = hit[i] ?? false;
    if (last === undefined || last.hit !== isHit) parts.push({ text: text.charAt(i), hit: isHit });
    else last.text += text.charAt(i);
  }
  return parts;
}
