import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createDesk, DATABASE_FILE } from "../../src-main/core/desk.ts";
import { GOOGLE_ENDPOINTS } from "../../src-main/core/settings.ts";
import { CHANNELS } from "../../src-shared/bridge/channels.ts";
import { handTime } from "../fixtures/hand-time.ts";
import { makePorts } from "../fixtures/synced-salon.ts";
import { tempFolder } from "../fixtures/temp-folder.ts";

function openDesk(dataDir = tempFolder()) {
  const ports = makePorts(handTime("2026-11-19T09:00:00.000Z"), 1);
  const desk = createDesk({
    dataDir,
    ports,
    settings: {
      google: { client: null, endpoints: GOOGLE_ENDPOINTS },
      practice: false,
      version: "1.2.3",
      host: "browser",
      zone: "Pacific/Auckland",
    },
  });
  onTestFinished(() => desk.stop());
  return { desk, dataDir };
}

describe("a desk on its first start", () => {
  test("answers every channel of the contract and no other", () => {
    const { desk } = openDesk();
    expect(Object.keys(desk.handlers).toSorted()).toEqual(CHANNELS.toSorted());
  });

  test("has a business in the zone of the computer, no staff, and no calendar", async () => {
    const { desk } = openDesk();
    desk.start();
    expect(await desk.handlers["app.info"]({})).toEqual({
      version: "1.2.3",
      host: "browser",
      practice: false,
      firstRun: true,
      practising: false,
    });
    expect(await desk.handlers["business.get"]({})).toMatchObject({ zone: "Pacific/Auckland" });
    expect(desk.presentation()).toMatchObject({ tone: "disconnected", fix: "connect" });
  });
});

test("a desk that was stopped comes back as it was, its database in one file", async () => {
  const { desk, dataDir } = openDesk();
  desk.start();
  const fields = { name: "Anna", hours: null, position: 0, active: true };
  const anna = await desk.handlers["staff.save"]({ existing: null, fields });
  const business = await desk.handlers["business.get"]({});
  await desk.stop();
  expect(readdirSync(dataDir)).toEqual([DATABASE_FILE]);

  const { desk: again } = openDesk(dataDir);
  expect(await again.handlers["staff.list"]({})).toEqual([anna]);
  expect(await again.handlers["business.get"]({})).toEqual(business);
  expect(await again.handlers["app.info"]({})).toMatchObject({ firstRun: false });
});

test("whoever listens hears of each change with a number that rises, until it stops listening", async () => {
  const { desk } = openDesk();
  const heard: number[] = [];
  const stop = desk.on("catalogue.changed", ({ revision }) => heard.push(revision));
  const fields = { name: "Anna", hours: null, position: 0, active: true };
  await desk.handlers["staff.save"]({ existing: null, fields });
  await desk.handlers["staff.save"]({ existing: null, fields });
  stop();
  await desk.handlers["staff.save"]({ existing: null, fields });
  expect(heard).toHaveLength(2);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
});

test("a desk whose database can't be read refuses to start, by name", () => {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, DATABASE_FILE), "no database".repeat(100));
  expect(() => openDesk(dataDir)).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }));
});
