import { expect, test } from "vitest";
import { fieldOfPath } from "../../../../src-renderer/ui/use-row-form.ts";

test("a fault that the desk names is shown at the field of the form that it is about", () => {
  expect(fieldOfPath("fields.name")).toBe("name");
  expect(fieldOfPath("fields.hours.3.0")).toBe("hours.3.0");
  expect(fieldOfPath("existing.revision")).toBe("revision");
  expect(fieldOfPath("name")).toBe("name");
});
