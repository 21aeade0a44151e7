import { useEffect } from "react";
import { create } from "zustand";
import type { HostLife, HostLifeChanges } from "../../src-shared/host-life.ts";
import { call } from "../bridge.ts";
import { sayFailure } from "../ui/say-failure.ts";

/** Null until the desk has answered once. */
const useLife = create<{ readonly life: HostLife | null }>()(() => ({ life: null }));

async function load(): Promise<void> {
  useLife.setState({ life: await call("host.life", {}) });
}

/** How the app lives on this computer, asked for when somebody shows it. */
export function useHostLife(): HostLife | null {
  useEffect(() => {
    load().catch(() => undefined);
  }, []);
  return useLife((s) => s.life);
}

/** Changes some of it; what the system makes of it is shown. */
export function changeHostLife(changes: HostLifeChanges): void {
  call("host.setLife", changes).then((life) => useLife.setState({ life }), sayFailure);
}
