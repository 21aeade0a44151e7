/** The parts of JSON Schema that our contract makes use of. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly format?: string;
}

const INDENT = "  ";
const ONE_LINE = 72;

function limits(schema: JsonSchema): string {
  const { minimum, maximum, maxLength, maxItems } = schema;
  const known = (value: number | undefined): value is number =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  if (maxLength !== undefined) return ` (at most ${maxLength} characters)`;
  if (maxItems !== undefined) return ` (at most ${maxItems})`;
  if (known(minimum) && known(maximum)) return ` (${minimum} to ${maximum})`;
  if (known(minimum)) return ` (${minimum} or more)`;
  return known(maximum) ? ` (at most ${maximum})` : "";
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}

function objectText(schema: JsonSchema, depth: number): string {
  const properties = Object.entries(schema.properties ?? {});
  const { additionalProperties: rest } = schema;
  if (properties.length === 0)
    return typeof rest === "object" ? `{ [key: string]: ${typeText(rest, depth)} }` : "{}";
  const members = properties.map(([name, value]) => {
    const mark = schema.required?.includes(name) === true ? "" : "?";
    return `${name}${mark}: ${typeText(value, depth + 1)}`;
  });
  const line = `{ ${members.join("; ")} }`;
  if (line.length <= ONE_LINE && !line.includes("\n")) return line;
  const inner = INDENT.repeat(depth + 1);
  return `{\n${members.map((member) => `${inner}${member};\n`).join("")}${INDENT.repeat(depth)}}`;
}

function unionText(options: readonly JsonSchema[], depth: number): string {
  const texts = options.map((option) => typeText(option, depth));
  const line = texts.join(" | ");
  if (line.length <= ONE_LINE && !line.includes("\n")) return line;
  return texts.map((text) => `\n${INDENT.repeat(depth)}| ${text}`).join("");
}

/** A schema as a person writes a type; limits stand in brackets behind it. */
export function typeText(schema: JsonSchema, depth = 0): string {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(" | ");
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return unionText(options, depth);
  switch (schema.type) {
    case "object":
      return objectText(schema, depth);
    case "array": {
      const item = typeText(schema.items ?? {}, depth);
      return `${item.includes(" ") && !item.startsWith("{") ? `(${item})` : item}[]${limits(schema)}`;
    }
    case undefined:
      return "unknown";
    default:
      return `${schema.type}${limits(schema)}`;
  }
}
