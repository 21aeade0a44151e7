import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type AppLink,
  linkInArguments,
  readAppLink,
  writeAppLink,
} from "../../../src-shared/app-link.ts";

const ID = "01990000-0000-7000-8000-0000000000ab";
const START = "2026-11-27T13:00:00.000Z";

const instant = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyLink: fc.Arbitrary<AppLink> = fc.oneof(
  fc.constant({ is: "open" } as const),
  instant.map((at) => ({ is: "day", date: at.slice(0, 10) }) as const),
  fc.record({
    is: fc.constant("booking" as const),
    id: fc.uuid(),
    originalStart: fc.option(instant),
  }),
);

describe("a link of ours", () => {
  test.each([
    ["bellhop://open", { is: "open" }],
    // Windows adds a stroke, and browsers write the scheme as they like.
    ["BELLHOP://open/", { is: "open" }],
    ["bellhop://day/2026-11-27", { is: "day", date: "2026-11-27" }],
    [`bellhop://booking/${ID}`, { is: "booking", id: ID, originalStart: null }],
    [`bellhop://booking/${ID.toUpperCase()}`, { is: "booking", id: ID, originalStart: null }],
    [`bellhop://booking/${ID}/${START}`, { is: "booking", id: ID, originalStart: START }],
  ])("%s is read", (text, link) => {
    expect(readAppLink(text)).toEqual({ is: "link", link });
  });

  it("comes back from its text as it was", () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        expect(readAppLink(writeAppLink(link))).toEqual({ is: "link", link });
      }),
    );
  });
});

describe("what is not exactly a link of ours is ignored, with a code for the log", () => {
  test.each([
    ["", "notOurs"],
    ["https://evil.example/bellhop://open", "notOurs"],
    [" bellhop://open", "notOurs"],
    ["bellhops://open", "notOurs"],
    ["bellhop:open", "malformed"],
    ["bellhop:///open", "malformed"],
    ["bellhop://open\n", "malformed"],
    ["bellhop://open?token=1", "malformed"],
    ["bellhop://open#x", "malformed"],
    ["bellhop://user@open", "malformed"],
    ["bellhop://open:80", "malformed"],
    ["bellhop://day/2026-11-27/../../settings", "malformed"],
    ["bellhop://day\\2026-11-27", "malformed"],
    ["bellhop://day/%32026-11-27", "malformed"],
    ['bellhop://open" --inspect', "malformed"],
    ["bellhop://ореn", "malformed"],
    ["bellhop://oauth/code", "unknownPlace"],
    ["bellhop://pair/0123456789", "unknownPlace"],
    ["bellhop://erase/all", "unknownPlace"],
    ["bellhop://open/now", "unknownPlace"],
    ["bellhop://day", "unknownPlace"],
    ["bellhop://day/2026-02-30", "unknownPlace"],
    ["bellhop://day/tomorrow", "unknownPlace"],
    [`bellhop://day/2026-11-27/${START}`, "unknownPlace"],
    ["bellhop://booking", "unknownPlace"],
    ["bellhop://booking/1", "unknownPlace"],
    [`bellhop://booking/${ID}/2026-11-27`, "unknownPlace"],
    [`bellhop://booking/${ID}/2026-11-31T00:00:00.000Z`, "unknownPlace"],
    [`bellhop://booking/${ID}${"/".repeat(200)}`, "tooLong"],
    [`bellhop://${"a".repeat(5_000_000)}`, "tooLong"],
  ])("%s", (text, code) => {
    expect(readAppLink(text)).toEqual({ is: "refused", code });
  });

  it("whatever comes: it never throws, and only a text of our own shape leads anywhere", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom("bellhop://", "bellhop:", "open", "day/", "booking/", ID, START, "%2e%2e/"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join("");
        const read = readAppLink(text);
        if (read.is === "refused") return;
        const plain = text.toLowerCase().replace(/\/$/, "");
        expect(writeAppLink(read.link).toLowerCase()).toBe(plain);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("among the arguments of a start", () => {
  it("there is mostly none", () => {
    expect(linkInArguments(["/opt/Bellhop/bellhop", "--hidden", "notes.txt"])).toBeNull();
  });

  it("one is found wherever it stands", () => {
    expect(linkInArguments(["bellhop.exe", "--", "bellhop://open"])).toEqual({
      is: "link",
      link: { is: "open" },
    });
  });

  it("of two none is followed", () => {
    const two = ["bellhop.exe", "bellhop://open", "bellhop://day/2026-11-27"];
    expect(linkInArguments(two)).toEqual({ is: "refused", code: "severalLinks" });
  });
});
