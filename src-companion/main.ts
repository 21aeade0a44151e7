import { openCompanion } from "./companion.ts";
import { listen } from "./listen.ts";
import { type Settings, SettingsError, readSettings } from "./settings.ts";
import { systemSurroundings } from "./surroundings.ts";

function settingsOrEnd(): Settings {
  try {
    return readSettings(process.env, process.cwd());
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const message of error.messages) process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}

const settings = settingsOrEnd();
const surroundings = systemSurroundings();
const { log } = surroundings;
const opened = await openCompanion(settings, surroundings);
const listening = await listen(opened.app, {
  host: settings.host,
  port: settings.port,
  scheduler: surroundings.scheduler,
});

log.info("companion.started", {
  url: settings.baseUrl,
  port: listening.port,
  database: opened.companion.store.kind,
  mail: settings.smtpUrl === null ? "folder" : "smtp",
  google: settings.google !== null,
  facebook: settings.facebook !== null,
});
if (!settings.secureCookies) log.warn("companion.practice-only", { reason: "http" });

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  log.info("companion.stopping");
  opened.endStreams();
  await listening.stop();
  await opened.close();
  log.info("companion.stopped");
}
process.on("SIGINT", () => void end());
process.on("SIGTERM", () => void end());
