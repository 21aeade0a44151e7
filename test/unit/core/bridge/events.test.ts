import { expect, it } from "vitest";
import { forwardEvents } from "../../../../src-main/core/bridge/events.ts";
import type { EventName } from "../../../../src-shared/bridge/channels.ts";
import { createFakeEvents } from "../../../fixtures/bridge-door.ts";
import { listLog } from "../../../fixtures/ports.ts";

it("hands on every event that keeps the contract and drops one that does not", () => {
  const source = createFakeEvents();
  const log = listLog();
  const sent: (readonly [EventName, unknown])[] = [];
  const end = forwardEvents(source, log, (event, payload) => sent.push([event, payload]));

  source.emit("schedule.changed", { revision: 4 });
  source.emit("connection.changed", {});
  source.emit("connection.changed", { refreshToken: "1//marked-secret" });
  expect(sent).toEqual([
    ["schedule.changed", { revision: 4 }],
    ["connection.changed", {}],
  ]);
  expect(log.lines.at(-1)).toMatchObject({ level: "error", event: "bridge.wrongEvent" });
  expect(JSON.stringify(log.lines)).not.toContain("marked-secret");

  end();
  source.emit("schedule.changed", { revision: 5 });
  expect(sent).toHaveLength(2);
});
