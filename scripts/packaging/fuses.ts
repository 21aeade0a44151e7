import { type FuseConfig, FuseV1Options, FuseVersion } from "@electron/fuses";

/** Switches inside Electron's binary that no script or environment can turn back. Every one is named. */
export const FUSES = {
  version: FuseVersion.V1,
  // A new fuse in a later Electron has to be decided on, not inherited.
  strictlyRequireAllFuses: true,
  // The app must not serve as a Node for other people's scripts.
  [FuseV1Options.RunAsNode]: false,
  // Whoever reads the profile must not read the session.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS and --inspect would let another program run code with our keychain entries.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Our code is what was signed: the archive is checked, and nothing beside it is loaded.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The window comes from app://, so file:// needs no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The default; without it V8 checks bounds of WebAssembly in code.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig;
