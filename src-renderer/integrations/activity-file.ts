/** Spreadsheets run what begins like this as a formula, and titles come from strangers. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A table as a spreadsheet reads it (RFC 4180); the mark at the beginning says that it is UTF-8. */
export function csvOf(table: readonly (readonly string[])[]): string {
  return `\uFEFF${table.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
