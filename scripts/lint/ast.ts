/** The little of the syntax tree that the rules look at. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly parent?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly computed?: boolean;
  readonly callee?: Node;
  readonly key?: Node;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly importKind?: "type" | "value";
  readonly exportKind?: "type" | "value";
  readonly specifiers?: readonly Node[];
  readonly imported?: Node;
  readonly arguments?: readonly Node[];
  readonly properties?: readonly Node[];
}

export interface RuleContext {
  readonly filename: string;
  readonly cwd: string;
  readonly sourceCode: {
    isGlobalReference(node: Node): boolean;
  };
  report(problem: { readonly node: Node; readonly message: string }): void;
}

type Visitor = Readonly<Record<string, (node: Node) => void>>;

export interface Rule {
  create(context: RuleContext): Visitor;
}

/** `b` for `a.b` and `a["b"]`, else null. */
export function propertyName(member: Node): string | null {
  const { property } = member;
  if (property === undefined) return null;
  if (member.computed !== true) return property.name ?? null;
  return typeof property.value === "string" ? property.value : null;
}

/** The last name of an expression: `c` for `c`, `a.c` and `a.b().c`. */
export function lastName(node: Node | undefined): string | null {
  if (node === undefined) return null;
  if (node.type === "Identifier") return node.name ?? null;
  return node.type === "MemberExpression" ? propertyName(node) : null;
}
