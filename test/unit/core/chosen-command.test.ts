import { expect, it } from "vitest";
import { COMMAND_KEPT_MS, createChosenCommands } from "../../../src-main/core/chosen-command.ts";
import { handTime } from "../../fixtures/hand-time.ts";

const CREATE = { command: "create", byKey: true } as const;

function commandsAt() {
  const time = handTime("2026-11-19T09:00:00.000Z");
  let told = 0;
  const commands = createChosenCommands(time.clock, () => void (told += 1));
  const take = () => commands.handlers["app.chosenCommand"]({});
  return { time, commands, take, told: () => told };
}

it("a command waits for a window that is opened for it, and is done once", async () => {
  const { time, commands, take, told } = commandsAt();
  commands.choose(CREATE);
  expect(told()).toBe(1);
  time.forward(COMMAND_KEPT_MS);
  expect(await take()).toEqual({ chosen: CREATE });
  expect(await take()).toEqual({ chosen: null });
});

it("a command that no window took in time is not done by one that opens later, whatever the clock did", async () => {
  const { time, commands, take } = commandsAt();
  commands.choose(CREATE);
  time.forward(COMMAND_KEPT_MS + 1);
  expect(await take()).toEqual({ chosen: null });
  commands.choose(CREATE);
  time.jump(-7_200_000);
  expect(await take()).toEqual({ chosen: null });
});
