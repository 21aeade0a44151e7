import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync, Visitor } from "vite";

const ROOT = join(import.meta.dirname, "../../../..");

/** A place in the source, for a failing test to name. */
export interface Found {
  readonly text: string;
  readonly where: string;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

type Handlers = NonNullable<ConstructorParameters<typeof Visitor>[0]>;
type Note = (text: string, at: number) => void;

/** Walks every TypeScript file below the folders and collects what the handlers note. */
export function scan(
  folders: readonly string[],
  handlers: (note: Note) => Handlers,
): readonly Found[] {
  const found: Found[] = [];
  for (const file of folders.flatMap(filesBelow)) {
    const source = readFileSync(file, "utf8");
    const note: Note = (text, at) => {
      const line = source.slice(0, at).split("\n").length;
      found.push({ text, where: `${relative(ROOT, file)}:${line}` });
    };
    new Visitor(handlers(note)).visit(parseSync(file, source).program);
  }
  return found;
}
