/** How an amount is written: a BCP 47 locale and an ISO 4217 currency. */
export interface Money {
  readonly locale: string;
  readonly currency: string;
}

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** The amount as somebody would type it, without the currency: `54` or `54.50`. */
export function moneyToType(minor: number, { locale, currency }: Money): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: "stripIfInteger",
  }).format(minor / 10 ** digits);
}

const AMOUNT = /^(\d*)(?:[.,](\d+))?$/;

/**
 * Reads a typed amount such as `54`, `54,5`, `€ 1 250.00`. Comma and point both work as the decimal sign, because
 * people type either; three digits after the only sign mean thousands.
 * @returns the amount in the smallest unit, or null if it is not an amount
 */
export function parseMoney(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const bare = typed.replace(/[\s\u00a0\u202f'’\p{Sc}]|[A-Za-z]{3}/gu, "");
  const grouped = bare.replace(/[.,](?=\d{3}(?:[.,]|$))/g, (sign, at: number) =>
    at === 0 ? sign : "",
  );
  const match = AMOUNT.exec(digits === 3 ? bare : grouped);
  if (match === null || bare === "") return null;
  const fraction = match[2] ?? "";
  if (fraction.length > digits) return null;
  return Number(`${match[1] === "" ? "0" : match[1]}${fraction.padEnd(digits, "0")}`);
}
