/**
 * The vault: this device's keys at rest. A random key seals the contents; the passphrase seals
 * that key, and for the rest of the browser session a random session key does so too. Of session
 * key (kept by the browser in memory) and session box (in the file) either alone is worthless.
 *
 * The file is always written whole, so a crash leaves the old vault or the new one.
 */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { vaultKey } from "@beiakte/shared/crypto/keys";
import { type DeriveFromPassphrase, isLongEnough } from "@beiakte/shared/crypto/passphrase";
import type { SealingKey } from "@beiakte/shared/crypto/seal";
import { newSecret, type VaultKey } from "@beiakte/shared/crypto/secret";
import {
  openContents,
  openWithPassphrase,
  openWithSession,
  sealContents,
  sealWithPassphrase,
  sealWithSession,
} from "./vault-boxes";
import type { VaultContents } from "./vault-contents";
import { encodeVaultFile, parseVaultFile, type VaultFile } from "./vault-file";

export type StoreFault = "store-full" | "store-failed";

/** Where the file lies. `write` replaces it whole or not at all, and durably. */
export type VaultStore = {
  readonly read: () => Promise<Result<Bytes | undefined, "store-failed">>;
  readonly write: (bytes: Bytes) => Promise<Result<void, StoreFault>>;
};

/**
 * What the browser keeps in memory until it is closed, readable by our own pages only. It never
 * rejects: what it could not keep only means that the passphrase is asked for again.
 */
export type SessionSecrets = {
  readonly get: () => Promise<Bytes | undefined>;
  readonly set: (bytes: Bytes) => Promise<void>;
  readonly clear: () => Promise<void>;
};

export type VaultDependencies = {
  readonly store: VaultStore;
  readonly session: SessionSecrets;
  readonly random: Random;
  readonly deriveFromPassphrase: DeriveFromPassphrase;
  /** One at a time over all contexts of this device (a Web Lock): two panels lose no change. */
  readonly exclusively: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

/** `damaged`: the file was changed or broken; no passphrase opens it. */
export type ReadFault = "no-vault" | "damaged" | "too-new" | "store-failed";

/** An open vault. Whoever locks it lets go of it; its keys go with it. */
export class Vault {
  readonly #dependencies: VaultDependencies;
  readonly #contents: Variable<VaultContents>;
  #key: SealingKey | undefined;

  /** Not for callers: `createVault`, `unlockVault` and `resumeVault` make it. */
  constructor(dependencies: VaultDependencies, key: SealingKey, contents: VaultContents) {
    this.#dependencies = dependencies;
    this.#key = key;
    this.#contents = variable(contents);
  }

  get contents(): Live<VaultContents> {
    return this.#contents;
  }

  /**
   * Changes what the vault holds. `change` gets what lies in the store now, which another panel
   * may have changed since; it must not wait for anything.
   */
  update(
    change: (contents: VaultContents) => VaultContents,
  ): Promise<Result<void, ReadFault | "locked" | "store-full">> {
    const { store, random, exclusively } = this.#dependencies;
    return exclusively(async () => {
      const read = await this.#read();
      if (!read.ok) return read;
      const { file, key, contents } = read.value;
      const next = change(contents);
      const contentsBox = await sealContents(key, random, next);
      const written = await store.write(await encodeVaultFile({ ...file, contentsBox }));
      if (written.ok) this.#contents.set(next);
      return written;
    });
  }

  /** Takes in what another panel of this device has written. */
  async reload(): Promise<Result<void, ReadFault | "locked">> {
    const read = await this.#read();
    if (!read.ok) return read;
    this.#contents.set(read.value.contents);
    return ok(undefined);
  }

  /**
   * The vault's key stays: who had both the old file and the old passphrase has this device's keys
   * already, and only a new device would help. One write makes the change.
   */
  changePassphrase(
    before: string,
    after: string,
  ): Promise<Result<void, ReadFault | "wrong-passphrase" | "passphrase-too-short" | "store-full">> {
    const { store, random, deriveFromPassphrase, exclusively } = this.#dependencies;
    return exclusively(async () => {
      if (!isLongEnough(after)) return err("passphrase-too-short");
      const read = await readFile(store);
      if (!read.ok) return read;
      const secret = await openWithPassphrase(read.value, before, deriveFromPassphrase);
      if (!secret.ok) return secret;
      const sealed = await sealWithPassphrase(secret.value, after, random, deriveFromPassphrase);
      return store.write(await encodeVaultFile({ ...read.value, ...sealed }));
    });
  }

  /** Forgets the key, and ends the session for every panel. What is pending must be sealed before. */
  lock(): Promise<void> {
    const { store, session, exclusively } = this.#dependencies;
    this.#key = undefined;
    return exclusively(async () => {
      // First of all: without the session key the box in the file is worthless, even if the disk
      // refuses the rest.
      await session.clear();
      const read = await readFile(store);
      if (read.ok && read.value.sessionBox !== undefined) {
        await store.write(await encodeVaultFile({ ...read.value, sessionBox: undefined }));
      }
    });
  }

  async #read(): Promise<Result<OpenFile, ReadFault | "locked">> {
    const key = this.#key;
    if (key === undefined) return err("locked");
    const file = await readFile(this.#dependencies.store);
    if (!file.ok) return file;
    const contents = await openContents(key, file.value);
    return contents.ok ? ok({ file: file.value, key, contents: contents.value }) : contents;
  }
}

type OpenFile = {
  readonly file: VaultFile;
  readonly key: SealingKey;
  readonly contents: VaultContents;
};

/** A device's first vault. There must be none: an old one is removed on purpose, or never. */
export function createVault(
  dependencies: VaultDependencies,
  passphrase: string,
  contents: VaultContents,
): Promise<Result<Vault, StoreFault | "passphrase-too-short" | "vault-exists">> {
  const { store, random, deriveFromPassphrase, exclusively } = dependencies;
  return exclusively(async () => {
    if (!isLongEnough(passphrase)) return err("passphrase-too-short");
    const existing = await store.read();
    if (!existing.ok) return existing;
    if (existing.value !== undefined) return err("vault-exists");
    const secret = newSecret("vault", random);
    const key = await vaultKey(secret);
    const sealed = await sealWithPassphrase(secret, passphrase, random, deriveFromPassphrase);
    const { session, sessionBox } = await sealWithSession(secret, random);
    await dependencies.session.set(session);
    const contentsBox = await sealContents(key, random, contents);
    const written = await store.write(
      await encodeVaultFile({ ...sealed, sessionBox, contentsBox }),
    );
    return written.ok ? ok(new Vault(dependencies, key, contents)) : written;
  });
}

export function unlockVault(
  dependencies: VaultDependencies,
  passphrase: string,
): Promise<Result<Vault, ReadFault | "wrong-passphrase">> {
  const { store, random, deriveFromPassphrase, exclusively } = dependencies;
  return exclusively(async () => {
    const file = await readFile(store);
    if (!file.ok) return file;
    const secret = await openWithPassphrase(file.value, passphrase, deriveFromPassphrase);
    if (!secret.ok) return secret;
    const vault = await opened(dependencies, file.value, secret.value);
    if (!vault.ok) return vault;
    // A full disk must not keep anybody out: then there is no session, and that is all.
    const { session, sessionBox } = await sealWithSession(secret.value, random);
    await dependencies.session.set(session);
    await store.write(await encodeVaultFile({ ...file.value, sessionBox }));
    return vault;
  });
}

/** Without asking, as long as the browser has not been closed and nobody has locked. */
export async function resumeVault(
  dependencies: VaultDependencies,
): Promise<Result<Vault, ReadFault | "no-session">> {
  const file = await readFile(dependencies.store);
  if (!file.ok) return file;
  const secret = await openWithSession(file.value, await dependencies.session.get());
  return secret === undefined ? err("no-session") : opened(dependencies, file.value, secret);
}

async function readFile(store: VaultStore): Promise<Result<VaultFile, ReadFault>> {
  const bytes = await store.read();
  if (!bytes.ok) return bytes;
  return bytes.value === undefined ? err("no-vault") : parseVaultFile(bytes.value);
}

async function opened(
  dependencies: VaultDependencies,
  file: VaultFile,
  secret: VaultKey,
): Promise<Result<Vault, "damaged" | "too-new">> {
  const key = await vaultKey(secret);
  const contents = await openContents(key, file);
  return contents.ok ? ok(new Vault(dependencies, key, contents.value)) : contents;
}
