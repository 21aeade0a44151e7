import path from "node:path";
import { lastName, propertyName, type Node, type Rule, type RuleContext } from "./ast.ts";
import { DOORS, IO_GLOBALS, PAGE_GLOBALS, type Door } from "./doors.ts";
import { refusalOfFile, refusalOfPackage, roomOf } from "./rooms.ts";

function relative(context: RuleContext, file: string): string {
  return path.relative(context.cwd, file).split(path.sep).join("/");
}

function everyNameIsAType(node: Node): boolean {
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => name.importKind === "type");
}

/** Imports stay within what the room may know. */
const rooms: Rule = {
  create(context) {
    const file = relative(context, context.filename);
    const room = roomOf(file);
    if (room === undefined) return {};
    const check = (node: Node): void => {
      const source = node.source?.value;
      if (typeof source !== "string") return;
      const typeOnly =
        node.type === "TSImportType" ||
        node.importKind === "type" ||
        node.exportKind === "type" ||
        everyNameIsAType(node);
      const refusal = source.startsWith(".")
        ? refusalOfFile(
            room,
            relative(context, path.resolve(path.dirname(context.filename), source)),
          )
        : refusalOfPackage(room, file, source, typeOnly);
      if (refusal !== null) context.report({ node, message: refusal });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

interface Closed {
  readonly exact: ReadonlyMap<string, Door>;
  readonly anyObject: ReadonlyMap<string, Door>;
}

function closedFor(file: string): Closed {
  const closed = DOORS.filter(
    (door) => door.within.some((path) => file.startsWith(path)) && !door.files.includes(file),
  ).flatMap((door) => door.names.map((name) => [name, door] as const));
  return {
    exact: new Map(closed.filter(([name]) => !name.startsWith("*."))),
    anyObject: new Map(
      closed.flatMap(([name, door]) => (name.startsWith("*.") ? [[name.slice(2), door]] : [])),
    ),
  };
}

/** What only one file may reach is not reached from elsewhere. */
const doors: Rule = {
  create(context) {
    const closed = closedFor(relative(context, context.filename));
    if (closed.exact.size === 0) return {};
    const refuse = (node: Node, name: string, door: Door | undefined): void => {
      if (door !== undefined)
        context.report({ node, message: `${name} has one door. ${door.instead}` });
    };
    const ofMember = (node: Node): void => {
      const property = propertyName(node);
      if (property === null) return;
      const name = `${lastName(node.object) ?? "?"}.${property}`;
      const onGlobal = /^(?:globalThis|window|self)\.(.+)$/.exec(name)?.[1];
      refuse(
        node,
        name,
        closed.exact.get(name) ??
          closed.anyObject.get(property) ??
          closed.exact.get(onGlobal ?? ""),
      );
    };
    const ofDate = (node: Node): void => {
      const isBare = node.callee?.type === "Identifier" && node.callee.name === "Date";
      const readsClock = node.type === "CallExpression" || (node.arguments ?? []).length === 0;
      if (isBare && readsClock) refuse(node, "The present time", closed.exact.get("Date()"));
    };
    const ofName = (name: string | undefined, node: Node): void => {
      if (name !== undefined) refuse(node, name, closed.anyObject.get(name));
    };
    return {
      MemberExpression: ofMember,
      NewExpression: ofDate,
      CallExpression: ofDate,
      Identifier(node) {
        const door = closed.exact.get(node.name ?? "");
        if (door !== undefined && context.sourceCode.isGlobalReference(node))
          refuse(node, node.name ?? "", door);
      },
      ImportSpecifier(node) {
        if (node.importKind !== "type" && node.parent?.importKind !== "type")
          ofName(node.imported?.name, node);
      },
      ObjectPattern(node) {
        for (const property of node.properties ?? []) ofName(property.key?.name, property);
      },
      ImportDeclaration(node) {
        if (/^(?:node:)?timers(?:\/promises)?$/.test(String(node.source?.value)))
          refuse(node, "Timers", closed.exact.get("setTimeout"));
      },
    };
  },
};

/** Rooms without a page name no page; src-shared does no I/O. */
const surroundings: Rule = {
  create(context) {
    const room = roomOf(relative(context, context.filename));
    if (room === undefined) return {};
    const banned = new Set<string>([
      ...(room.page ? [] : PAGE_GLOBALS),
      ...(room.path === "src-shared/" ? IO_GLOBALS : []),
    ]);
    if (banned.size === 0) return {};
    return {
      Identifier(node) {
        const name = node.name ?? "";
        if (banned.has(name) && context.sourceCode.isGlobalReference(node))
          context.report({ node, message: `${room.path} has no ${name}.` });
      },
    };
  },
};

export default { meta: { name: "bellhop" }, rules: { rooms, doors, surroundings } };
