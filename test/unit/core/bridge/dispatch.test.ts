import { DEFAULT_PREFERENCES } from "../../../../src-shared/bridge/contract/business.ts";
import { describe, expect, it } from "vitest";
import { createDispatch, type Dispatch } from "../../../../src-main/core/bridge/dispatch.ts";
import { CHANNELS, type Channel } from "../../../../src-shared/bridge/channels.ts";
import { CONTRACT } from "../../../../src-shared/bridge/contract.ts";
import { AppError, BridgeError } from "../../../../src-shared/errors.ts";
import { type AnyHandler, handlersOf } from "../../../fixtures/bridge-door.ts";
import { listLog } from "../../../fixtures/ports.ts";
import { GOOD_INPUTS } from "../../../fixtures/bridge-inputs.ts";

function doorTo(answer: AnyHandler) {
  const log = listLog();
  const asked: Channel[] = [];
  const handlers = handlersOf((channel, input) => {
    asked.push(channel);
    return answer(channel, input);
  });
  const dispatch: Dispatch = createDispatch({ handlers, log });
  return { dispatch, log, asked };
}

async function errorOf(dispatch: Dispatch, channel: string, input: unknown): Promise<BridgeError> {
  const reply = await dispatch(channel, input);
  if (reply.ok) throw new Error(`${channel} answered ok`);
  return BridgeError.parse(reply.error);
}

/** Every place of a value that holds no further fields, as a path. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe.each(CHANNELS)("the channel %s", (channel) => {
  const good = GOOD_INPUTS[channel];
  const bent = leaves(good).filter((path) => path.length > 0);

  it("takes a well-formed input to its handler", async () => {
    const { dispatch, asked } = doorTo(() => undefined);
    await dispatch(channel, good);
    expect(asked).toEqual([channel]);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 7],
    ["NaN", Number.NaN],
    ["a string", "{}"],
    ["a list", [good]],
    ["a function", () => good],
    ["a bigint", 1n],
  ])("refuses %s as input", async (_name, input) => {
    const { dispatch, asked } = doorTo(() => undefined);
    const { code } = await errorOf(dispatch, channel, input);
    expect(code).toBe("BAD_INPUT");
    expect(asked).toEqual([]);
  });

  it("refuses an extra key and names it", async () => {
    const { dispatch, asked } = doorTo(() => undefined);
    const { code, fields } = await errorOf(dispatch, channel, { ...good, surplus: 1 });
    expect(code).toBe("BAD_INPUT");
    expect(fields).toHaveProperty("surplus");
    expect(asked).toEqual([]);
  });

  it.each(["__proto__", "constructor", "prototype"])("refuses the key %s", async (key) => {
    const { dispatch, asked } = doorTo(() => undefined);
    const text = JSON.stringify(good)
      .replace(/^\{/, `{"${key}":{"admin":true},`)
      .replace(",}", "}");
    const { code } = await errorOf(dispatch, channel, JSON.parse(text));
    expect(code).toBe("BAD_INPUT");
    expect(asked).toEqual([]);
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  it.each([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["an object", { a: 1 }],
    ["a fraction below zero", -1.5],
  ])("refuses %s in any field, and names the field", async (_name, wrong) => {
    for (const path of bent) {
      const { dispatch, asked } = doorTo(() => undefined);
      const { code, fields } = await errorOf(dispatch, channel, replaced(good, path, wrong));
      expect(code, path.join(".")).toBe("BAD_INPUT");
      expect(Object.keys(fields ?? {}).join()).toContain(path[0]);
      expect(asked).toEqual([]);
    }
  });

  it("refuses more than 64 kB", async () => {
    const { dispatch, asked } = doorTo(() => undefined);
    const huge = "x".repeat(65_537);
    const inputs = [{ ...good, surplus: huge }, ...bent.map((path) => replaced(good, path, huge))];
    for (const input of inputs) {
      expect((await errorOf(dispatch, channel, input)).code).toBe("TOO_LARGE");
    }
    expect(asked).toEqual([]);
  });

  it("never sends an answer that breaks the contract", async () => {
    const { dispatch, log } = doorTo(() => ({ refreshToken: "1//marked-secret" }));
    const { code, message } = await errorOf(dispatch, channel, good);
    expect(code).toBe("INTERNAL");
    expect(message).not.toContain("marked-secret");
    expect(JSON.stringify(log.lines)).not.toContain("marked-secret");
    expect(log.lines.at(-1)).toMatchObject({ level: "error", event: "bridge.wrongOutput" });
  });

  it("turns an unexpected error into INTERNAL without its words, path or stack", async () => {
    const { dispatch, log } = doorTo(() => {
      throw new TypeError("cannot read /home/anna/bellhop/desk.sqlite of undefined");
    });
    const error = await errorOf(dispatch, channel, good);
    expect(error).toEqual({ code: "INTERNAL", message: expect.any(String), retryable: false });
    expect(JSON.stringify(error)).not.toMatch(/anna|sqlite|:\d+|TypeError/);
    expect(log.lines.at(-1)).toMatchObject({ level: "error", event: "bridge.failed" });
  });

  it("says the code, the message and the fields of an AppError", async () => {
    const { dispatch } = doorTo(() => {
      throw new AppError("STORE_BUSY", "The store is busy.", {
        retryable: true,
        fields: { "fields.name": "Too long." },
      });
    });
    expect(await errorOf(dispatch, channel, good)).toEqual({
      code: "STORE_BUSY",
      message: "The store is busy.",
      retryable: true,
      fields: { "fields.name": "Too long." },
    });
  });
});

describe("the door", () => {
  it("has one contract, one list of names and one sample for each channel", () => {
    const names = [...CHANNELS].toSorted();
    expect(Object.keys(CONTRACT).toSorted()).toEqual(names);
    expect(Object.keys(GOOD_INPUTS).toSorted()).toEqual(names);
  });

  it.each(["", "no.such", "__proto__", "constructor", "toString", "schedule.get "])(
    "does not know the channel %j",
    async (channel) => {
      const { dispatch, asked } = doorTo(() => undefined);
      expect((await errorOf(dispatch, channel, {})).code).toBe("UNKNOWN_CHANNEL");
      expect(asked).toEqual([]);
    },
  );

  it("refuses a cyclic input", async () => {
    const { dispatch } = doorTo(() => undefined);
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect((await errorOf(dispatch, "app.info", cyclic)).code).toBe("BAD_INPUT");
  });

  it("hands on what the contract made of the input, and the answer of a handler that takes its time", async () => {
    let seen: unknown;
    const answer = { ...DEFAULT_PREFERENCES, theme: "dark" };
    const { dispatch } = doorTo((_channel, input) => {
      seen = input;
      return Promise.resolve(answer);
    });
    expect(await dispatch("preferences.set", { theme: "dark" })).toEqual({
      ok: true,
      value: answer,
    });
    expect(seen).toEqual({ theme: "dark" });
  });

  it("names a wrong field by its dotted path with the contract's own message", async () => {
    const { dispatch } = doorTo(() => undefined);
    const input = replaced(
      GOOD_INPUTS["booking.create"],
      ["booking", "customer", "fields", "name"],
      " ",
    );
    const { fields } = await errorOf(dispatch, "booking.create", input);
    expect(fields).toEqual({ "booking.customer.fields.name": "A customer needs a name." });
  });

  it("answers a rejected promise and a thrown non-error alike", async () => {
    const { dispatch } = doorTo((channel) =>
      channel === "sync.now" ? Promise.reject("no words") : Promise.reject(new Error("late")),
    );
    expect((await errorOf(dispatch, "sync.now", {})).code).toBe("INTERNAL");
    expect((await errorOf(dispatch, "sync.status", {})).code).toBe("INTERNAL");
  });
});
