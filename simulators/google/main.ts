import { parseArgs } from "node:util";
import { defaultClients, startGoogleSimulator } from "./index.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    consent: { type: "string", default: "page" },
  },
});

const simulator = await startGoogleSimulator({
  port: Number(values.port),
  consent: values.consent === "approve" ? "approve" : "page",
});

const [client] = defaultClients;
process.stdout.write(
  [
    `Google Calendar simulator: ${simulator.url}`,
    `client id ${client?.clientId ?? ""}, client secret ${client?.clientSecret ?? ""}`,
    `accounts: ${simulator.control.accounts().join(", ")}`,
    "",
  ].join("\n"),
);

const end = (): void => void simulator.close();
process.once("SIGINT", end);
process.once("SIGTERM", end);
