import { parseArgs } from "node:util";
import { startFacebookSimulator } from "./index.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    redirect: {
      type: "string",
      multiple: true,
      default: ["http://127.0.0.1:8787/auth/callback/facebook"],
    },
  },
});

const app = {
  appId: "24242424",
  appSecret: "simulated-app-secret",
  name: "Bellhop",
  redirects: values.redirect,
};
const simulator = await startFacebookSimulator({ port: Number(values.port), apps: [app] });
process.stdout.write(
  `Facebook simulator: ${simulator.url}\napp id ${app.appId}, app secret ${app.appSecret}\n`,
);

const end = (): void => void simulator.close();
process.once("SIGINT", end);
process.once("SIGTERM", end);
