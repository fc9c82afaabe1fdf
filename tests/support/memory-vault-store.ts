/** The vault's file and the browser session in memory, with a disk that can be full or fail. */
import { type Bytes, concatBytes, textToBytes } from "@beiakte/shared/base/bytes";
import type { Random } from "@beiakte/shared/base/ports";
import { err, ok } from "@beiakte/shared/base/result";
import { hash } from "@beiakte/shared/crypto/hash";
import type { StoreFault, VaultDependencies } from "../../extension/src/workspace/vault";

export type MemoryVaultStore = {
  readonly dependencies: VaultDependencies;
  /** What lies on the disk, and what the browser keeps until it is closed. */
  file: Bytes | undefined;
  kept: Bytes | undefined;
  /** What the next writings and readings answer; nothing else is changed by them. */
  writeFault: StoreFault | undefined;
  readFault: "store-failed" | undefined;
  /** All that was ever written, the newest last. */
  readonly written: Bytes[];
};

export function memoryVaultStore(random: Random): MemoryVaultStore {
  let last: Promise<unknown> = Promise.resolve();
  const memory: MemoryVaultStore = {
    file: undefined,
    kept: undefined,
    writeFault: undefined,
    readFault: undefined,
    written: [],
    dependencies: {
      random,
      store: {
        read: () =>
          Promise.resolve(memory.readFault === undefined ? ok(memory.file) : err(memory.readFault)),
        write(bytes) {
          if (memory.writeFault !== undefined) return Promise.resolve(err(memory.writeFault));
          memory.file = bytes;
          memory.written.push(bytes);
          return Promise.resolve(ok(undefined));
        },
      },
      session: {
        get: () => Promise.resolve(memory.kept),
        set(bytes) {
          memory.kept = bytes;
          return Promise.resolve();
        },
        clear() {
          memory.kept = undefined;
          return Promise.resolve();
        },
      },
      // Argon2id has its own test; here only that passphrase and salt both count.
      deriveFromPassphrase: (passphrase, cost) =>
        hash(concatBytes(textToBytes(passphrase), cost.salt)),
      exclusively(work) {
        const result = last.then(work);
        last = result.catch(() => undefined);
        return result;
      },
    },
  };
  return memory;
}
