/** A proxy from the environment is honoured for Google, never for a stand-in on this computer. */
export const NEVER_BY_PROXY: string[] = ["127.0.0.1", "localhost", "[::1]"];
