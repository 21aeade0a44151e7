type Environment = Readonly<Record<string, string | undefined>>;
export type Target = "win" | "mac" | "linux";

const TARGET_OF_FLAG: Readonly<Record<string, Target>> = {
  "--win": "win",
  "-w": "win",
  "--mac": "mac",
  "-m": "mac",
  "--linux": "linux",
  "-l": "linux",
};
const TARGET_HERE: Readonly<Partial<Record<NodeJS.Platform, Target>>> = {
  win32: "win",
  darwin: "mac",
  linux: "linux",
};

/** Certificates, and for macOS an App Store Connect key for the notarisation, as electron-builder reads them. */
const NEEDED: Record<Target, readonly string[]> = {
  win: ["WIN_CSC_LINK", "WIN_CSC_KEY_PASSWORD", "WIN_PUBLISHER_NAME"],
  mac: ["CSC_LINK", "CSC_KEY_PASSWORD", "APPLE_API_KEY", "APPLE_API_KEY_ID", "APPLE_API_ISSUER"],
  linux: [],
};

/** The systems that are asked for; without a flag electron-builder takes the one it runs on. */
export function targetsOf(args: readonly string[], platform: NodeJS.Platform): readonly Target[] {
  const named = args.flatMap((arg) => TARGET_OF_FLAG[arg] ?? []);
  return named.length > 0 ? named : [TARGET_HERE[platform] ?? "linux"];
}

function isSecureAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

function isSigningOff(arg: string): boolean {
  return /forceCodeSigning|verifyUpdateCodeSignature|notarize|identity|hardenedRuntime/.test(arg);
}

/** Why this is not a release, one sentence each; empty if it is one. */
export function releaseFaults(
  args: readonly string[],
  env: Environment,
  platform: NodeJS.Platform,
): readonly string[] {
  const missing = targetsOf(args, platform)
    .flatMap((target) => NEEDED[target])
    .filter((name) => !env[name])
    .map((name) => `${name} is not set: a release is signed or it is none.`);
  const feed = env["BELLHOP_UPDATE_FEED"] ?? "";
  const noFeed = isSecureAddress(feed)
    ? []
    : ["BELLHOP_UPDATE_FEED has to be the https address where the updates will lie."];
  const weakened = args
    .filter(isSigningOff)
    .map((arg) => `${arg} changes how a release is signed.`);
  return [...missing, ...noFeed, ...weakened];
}

/**
 * Names that installed apps accept an update by, the certificate's own among them. Said aloud instead of read from the
 * certificate: where that fails, electron-builder would leave the check out without a word.
 */
function publisherNames(env: Environment): readonly string[] {
  const names = (env["WIN_PUBLISHER_NAME"] ?? "").split(";").map((name) => name.trim());
  return names.filter((name) => name !== "");
}

/** What a release adds to electron-builder.yml. */
export function releaseArgs(env: Environment): readonly string[] {
  return [
    "-c.forceCodeSigning=true",
    "-c.publish.provider=generic",
    `-c.publish.url=${env["BELLHOP_UPDATE_FEED"] ?? ""}`,
    ...publisherNames(env).map((name) => `-c.win.signtoolOptions.publisherName=${name}`),
  ];
}
