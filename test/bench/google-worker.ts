import { parentPort, workerData } from "node:worker_threads";
import { startGoogleSimulator } from "../../simulators/google/index.ts";
import type { WorkerAnswer, WorkerData, WorkerQuestion } from "./google-thread.ts";

/** The simulator on a thread of its own, so that what it costs is not counted as the desk's. */
const port = parentPort;
if (port === null) throw new Error("This file is the start of a thread.");
const clock = new Float64Array((workerData as WorkerData).clock);
const google = await startGoogleSimulator({ now: () => clock[0] ?? 0, consent: "approve" });

port.on("message", ({ number, ask, delayMs }: WorkerQuestion) => {
  if (ask === "clear") google.control.clearRequests();
  if (ask === "delay")
    google.control.addFault({
      path: "/calendar/v3",
      times: Infinity,
      effect: { kind: "delay", ms: delayMs },
    });
  const requests = google.control
    .requests()
    .filter(({ kind }) => kind.startsWith("events."))
    .map(({ kind, status }) => ({ kind, status }));
  port.postMessage({ number, requests } satisfies WorkerAnswer);
});
port.postMessage(google.endpoints);
