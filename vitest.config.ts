import { defineConfig } from "vitest/config";

// The forks inherit it: a test that reads the computer's zone by mistake is caught by the other zones of `npm test`.
process.env["TZ"] ??= "UTC";

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          pool: "threads",
          // Properties take seconds, and on a busy computer the slowness of others decides nothing.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
