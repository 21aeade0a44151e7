import { describe, expect, it } from "vitest";
import { neighbourOf } from "../../../../../src-renderer/schedule/grid/neighbours.ts";

const cell = (id: string, from: number) => ({ id, from, to: from + 30 });
const COLUMNS = [[cell("a2", 660), cell("a1", 540)], [], [cell("c1", 600), cell("c2", 690)]];

describe("arrow keys on the grid", () => {
  it("go up and down in the order of time", () => {
    expect(neighbourOf(COLUMNS, "a1", "down")).toBe("a2");
    expect(neighbourOf(COLUMNS, "a2", "up")).toBe("a1");
  });

  it("go to the nearest in time of the next column that holds any", () => {
    expect(neighbourOf(COLUMNS, "a2", "right")).toBe("c2");
    expect(neighbourOf(COLUMNS, "c1", "left")).toBe("a1");
  });

  it("stay at the edge", () => {
    expect(neighbourOf(COLUMNS, "a1", "up")).toBeNull();
    expect(neighbourOf(COLUMNS, "c2", "right")).toBeNull();
    expect(neighbourOf(COLUMNS, "gone", "down")).toBeNull();
  });
});
