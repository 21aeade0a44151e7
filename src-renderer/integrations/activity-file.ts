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

/** A table as it is pasted into a mail or a spreadsheet: a line a row, a tab between cells. */
export function linesOf(table: readonly (readonly string[])[]): string {
  const flat = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
  return table.map((row) => row.map(flat).join("\t")).join("\n");
}
