import type { Connectivity, PowerEvents } from "../core/ports.ts";

const nothingToStop = (): void => undefined;

/** Plain Node learns nothing of the network before a request fails; asking around would only cost requests. */
export const alwaysOnline: Connectivity = { online: () => true, onChange: () => nothingToStop };

/** Plain Node isn't told when the computer wakes up. */
export const neverAsleep: PowerEvents = { onResume: () => nothingToStop };
