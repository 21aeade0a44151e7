import { describe, expect, it } from "vitest";
import { type OpenEntry, createKeychain } from "../../../src-main/node/keychain.ts";
import { listLog } from "../../fixtures/ports.ts";

/** A keychain in memory that fails with the words of the real ones. */
function memoryKeychain(): {
  open: OpenEntry;
  failReads: string | null;
  failWrites: string | null;
  readonly kept: Map<string, string>;
} {
  const kept = new Map<string, string>();
  const keychain = {
    kept,
    failReads: null as string | null,
    failWrites: null as string | null,
    open: (name: string) => ({
      getPassword: async () => {
        if (keychain.failReads !== null) throw new Error(keychain.failReads);
        return kept.get(name);
      },
      setPassword: async (secret: string) => {
        if (keychain.failWrites !== null) throw new Error(keychain.failWrites);
        kept.set(name, secret);
      },
      deleteCredential: async () => kept.delete(name),
    }),
  };
  return keychain;
}

const LOCKED = "Couldn't access platform storage: Secret Service: unlock prompt was dismissed";
const NO_PLACE = "Couldn't access platform storage: Secret Service: no result found";

describe("the keychain", () => {
  it("keeps, answers and forgets", async () => {
    const { open, kept } = memoryKeychain();
    const secrets = await createKeychain({ log: listLog(), load: async () => open });
    expect(secrets.keptIn).toBe("keychain");
    expect(await secrets.get("a")).toBeNull();
    await secrets.set("a", "secret");
    expect([...kept]).toEqual([["a", "secret"]]);
    expect(await secrets.get("a")).toBe("secret");
    await secrets.remove("a");
    expect(await secrets.get("a")).toBeNull();
  });

  it("becomes a store for this session where the module can't be loaded or no keychain answers", async () => {
    const silent = memoryKeychain();
    silent.failReads = "DBus error: no session";
    const loads = [() => Promise.reject(new Error("no binary")), async () => silent.open];
    for (const load of loads) {
      const secrets = await createKeychain({ log: listLog(), load });
      expect(secrets.keptIn).toBe("session");
      await secrets.set("a", "secret");
      expect(await secrets.get("a")).toBe("secret");
      await secrets.remove("a");
      expect(await secrets.get("a")).toBeNull();
    }
    expect(silent.kept.size).toBe(0);
  });

  it("stays a keychain when it is only locked, and says so", async () => {
    const keychain = memoryKeychain();
    keychain.failReads = LOCKED;
    keychain.failWrites = LOCKED;
    const secrets = await createKeychain({ log: listLog(), load: async () => keychain.open });
    expect(secrets.keptIn).toBe("keychain");
    await expect(secrets.get("a")).rejects.toMatchObject({
      code: "KEYCHAIN_LOCKED",
      retryable: true,
    });
    await expect(secrets.set("a", "s")).rejects.toMatchObject({ code: "KEYCHAIN_LOCKED" });
    keychain.failReads = null;
    expect(await secrets.get("a")).toBeNull();
  });

  it("keeps a secret for this session when there is no place to write it, until there is one", async () => {
    const keychain = memoryKeychain();
    keychain.failWrites = NO_PLACE;
    const log = listLog();
    const secrets = await createKeychain({ log, load: async () => keychain.open });
    await secrets.set("a", "secret");
    expect(secrets.keptIn).toBe("session");
    expect(await secrets.get("a")).toBe("secret");
    expect(JSON.stringify(log.lines)).not.toContain("secret");
    keychain.failWrites = null;
    await secrets.set("a", "secret");
    expect(secrets.keptIn).toBe("keychain");
    expect(keychain.kept.get("a")).toBe("secret");
  });
});
