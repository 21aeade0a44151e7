import type { z } from "zod";
import { describe, expect, it } from "vitest";
import {
  Acknowledgement,
  AnswerResults,
  BusyPublication,
  CODE_ALPHABET,
  CODE_LENGTH,
  DESK_EVENT_KINDS,
  DeskAnswers,
  DeskChanges,
  PairingCode,
  PairingState,
  PairingWish,
  ProfilePublication,
  PublishedVersion,
  PushAddress,
  PushChannelWish,
  WireError,
} from "../../../../src-shared/companion/wire.ts";

const ID = "0198c0de-0000-7000-8000-000000000001";
const AT = "2026-11-26T10:00:00.000Z";
const LATER = "2026-11-26T10:45:00.000Z";
const NO_HOURS = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const KEY = "k".repeat(43);

const PROFILE = {
  name: "Salon",
  zone: "Europe/Berlin",
  currency: "EUR",
  locale: "en-GB",
  weekStart: 1,
  slotMinutes: 15,
  hours: NO_HOURS,
  closures: [{ from: "2026-12-24", to: "2026-12-27", name: "" }],
  address: "",
  phone: "",
  accent: "#2d6a4f",
  services: [
    { id: ID, name: "Cut", durationMinutes: 45, tint: "sage", priceMinor: 4_500, staffIds: [] },
  ],
  staff: [{ id: ID, name: "Anna", hours: null }],
  rules: { confirming: "auto", cutoffMinutes: 1_440, leadMinutes: 60, horizonDays: 60 },
};

/** What a desk sends, one sample each. */
const SENT = [
  ["pairing", PairingWish, { code: "BCDFGH23", businessId: ID, businessName: "Salon" }],
  ["profile", ProfilePublication, { version: 1, profile: PROFILE }],
  [
    "busy",
    BusyPublication,
    {
      version: 1,
      from: AT,
      until: LATER,
      intervals: [{ staffId: null, start: AT, end: LATER }],
    },
  ],
  ["acknowledgement", Acknowledgement, { position: 3 }],
  [
    "answers",
    DeskAnswers,
    {
      answers: [{ is: "declined", requestId: ID, sequence: 0, quietly: true, reason: "taken" }],
    },
  ],
  ["push channel", PushChannelWish, { id: "c1", token: KEY, expiresAt: AT }],
] as const satisfies readonly (readonly [string, z.ZodType, object])[];

/** Every object within a value, by path. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => objectsIn(part, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function withExtra(value: object, path: readonly string[]): object {
  const copy = structuredClone(value);
  const target = path.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  target["customerName"] = "Esra";
  return copy;
}

describe("what leaves a desk", () => {
  it.each(SENT)("as %s is read", (_name, schema, sample) => {
    expect(schema.parse(sample)).toEqual(sample);
  });

  it.each(SENT)("as %s may hold nothing else, in no object of it", (_name, schema, sample) => {
    for (const path of objectsIn(sample))
      expect(schema.safeParse(withExtra(sample, path)).success, path.join(".")).toBe(false);
  });

  it("may be of a desk from before there were colours, and no colour is more than a colour", () => {
    const { accent: _, ...older } = PROFILE;
    const read = (profile: object) => ProfilePublication.safeParse({ version: 1, profile });
    expect(read(older).data?.profile).toEqual(older);
    for (const accent of ["red", "#2D6A4F", "#2d6a4f;}body{display:none}", 7, null])
      expect(read({ ...PROFILE, accent }).success, String(accent)).toBe(false);
  });

  it("names no reason of a day on which it is closed", () => {
    const closures = [{ from: "2026-12-24", to: "2026-12-27", name: "Owner in hospital" }];
    const sent = { version: 1, profile: { ...PROFILE, closures } };
    expect(ProfilePublication.safeParse(sent).success).toBe(false);
  });
});

describe("what a companion answers may grow", () => {
  const snapshot = {
    id: ID,
    sequence: 0,
    status: "waiting",
    serviceId: ID,
    staffId: ID,
    anyStaff: true,
    start: AT,
    end: LATER,
    notes: "",
    reason: "",
    customer: {
      id: "c",
      email: "mara@mail.example",
      firstName: "Mara",
      lastName: "",
      methods: ["email"],
    },
    createdAt: AT,
  };
  const event = { position: 1, kind: DESK_EVENT_KINDS[0], request: snapshot };
  it.each([
    [PairingState, { is: "waiting", confirmUrl: "https://book.example/pair", expiresAt: AT }],
    [PublishedVersion, { version: 4 }],
    [DeskChanges, { events: [event], more: false, newest: 1 }],
    [AnswerResults, { results: [{ is: "stale", requestId: ID }] }],
    [PushAddress, { address: "https://book.example/hooks/google-calendar" }],
    [WireError, { error: { code: "REVOKED", message: "This desk was unpaired." } }],
  ] as const)("%#", (schema, sample) => {
    expect(schema.parse({ ...sample, later: true })).toEqual(sample);
  });
});

it("reads codes of the alphabet only, at their length", () => {
  const code = CODE_ALPHABET.slice(0, CODE_LENGTH);
  expect(PairingCode.parse(code)).toBe(code);
  for (const wrong of [code.toLowerCase(), code.slice(1), `${code}B`, "AEIOUAEI", "BCDFGH01"])
    expect(PairingCode.safeParse(wrong).success, wrong).toBe(false);
});
