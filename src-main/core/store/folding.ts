/** Letters that Unicode doesn't take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/**
 * A name as the search compares it: lower case, without diacritics, words parted by one space, so that
 * "Müller-Łuczak" is found as "muller", "luczak" or "Müller Luczak".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
