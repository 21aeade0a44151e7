import { contextBridge, ipcRenderer } from "electron";
import { CHANNELS, EVENTS } from "../src-shared/bridge/channels.ts";

type Listener = (payload: unknown) => void;

const call = Object.fromEntries(
  CHANNELS.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]),
);

/** The page gets the payload alone: the event object would hand it `ipcRenderer` as its sender. */
const on = Object.fromEntries(
  EVENTS.map((name) => [
    name,
    (listener: Listener) => {
      const heard = (_event: unknown, payload: unknown): void => listener(payload);
      ipcRenderer.on(name, heard);
      return () => {
        ipcRenderer.off(name, heard);
      };
    },
  ]),
);

contextBridge.exposeInMainWorld("bellhop", { call, on });
