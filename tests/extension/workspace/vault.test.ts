import type { Bytes } from "@beiakte/shared/base/bytes";
import { bytesToId } from "@beiakte/shared/base/ids";
import { hash } from "@beiakte/shared/crypto/hash";
import { newSecret, secretBytes } from "@beiakte/shared/crypto/secret";
import { stretchPassphrase } from "@beiakte/shared/crypto/stretch-passphrase";
import { emptyKeyring } from "@beiakte/shared/space/keyring";
import fc from "fast-check";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  createVault,
  resumeVault,
  unlockVault,
  type Vault,
} from "../../../extension/src/workspace/vault";
import {
  encodeContents,
  newVaultContents,
  parseContents,
  type VaultContents,
  type VaultSpace,
} from "../../../extension/src/workspace/vault-contents";
import { encodeVaultFile, parseVaultFile } from "../../../extension/src/workspace/vault-file";
import { must, newMember, newSpace, NOON } from "../../support/devices";
import { type MemoryVaultStore, memoryVaultStore } from "../../support/memory-vault-store";
import { seeded } from "../../support/seeded";

const random = seeded("vault");
const PASSPHRASE = "schönes Wetter heute";
const OTHER = "morgen wird es regnen";
const { keyring } = await newSpace(random);

const TEAM: VaultSpace = {
  keyring,
  relay: "wss://relay.stadt.example",
  teamName: "Integrationsmanagement Süd",
  self: { name: "Anna Petrenko", organisation: "Stadt Neustadt" },
  membership: { type: "member", member: newMember(random) },
};
const WAITING: VaultSpace = {
  keyring: emptyKeyring(bytesToId("SpaceId", random.bytes(32))),
  relay: undefined,
  teamName: "",
  self: { name: "Ben", organisation: "" },
  membership: {
    type: "waiting",
    invitation: newSecret("invitation", random),
    expiresAt: NOON,
  },
};
const CONTENTS: VaultContents = { ...newVaultContents(random), spaces: [TEAM, WAITING] };

/** Contents as bytes: the one form in which secrets can be compared. */
function bytesOf(contents: VaultContents): Bytes {
  return encodeContents(contents);
}

async function vaultWith(
  passphrase: string,
): Promise<{ readonly memory: MemoryVaultStore; readonly vault: Vault }> {
  const memory = memoryVaultStore(random);
  return { memory, vault: must(await createVault(memory.dependencies, passphrase, CONTENTS)) };
}

function withTeamName(contents: VaultContents, teamName: string): VaultContents {
  return { ...contents, spaces: [{ ...TEAM, teamName }] };
}

function closeBrowser(memory: MemoryVaultStore): void {
  memory.kept = undefined;
}

test("[VA1] a vault gives back what was put in, by its passphrase", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  expect(bytesOf(vault.contents.get())).toEqual(bytesOf(CONTENTS));
  closeBrowser(memory);
  const opened = must(await unlockVault(memory.dependencies, PASSPHRASE));
  expect(bytesOf(opened.contents.get())).toEqual(bytesOf(CONTENTS));
});

test("[VA1] with the real Argon2id it does so too", async () => {
  const memory = memoryVaultStore(random);
  const dependencies = { ...memory.dependencies, deriveFromPassphrase: stretchPassphrase };
  must(await createVault(dependencies, PASSPHRASE, CONTENTS));
  const opened = must(await unlockVault(dependencies, PASSPHRASE.normalize("NFD")));
  expect(bytesOf(opened.contents.get())).toEqual(bytesOf(CONTENTS));
});

test("[VA1] where there is no vault, that is said", async () => {
  const { dependencies } = memoryVaultStore(random);
  expect(await unlockVault(dependencies, PASSPHRASE)).toEqual({ ok: false, error: "no-vault" });
  expect(await resumeVault(dependencies)).toEqual({ ok: false, error: "no-vault" });
});

test("[VA1] a vault is never written over by a new one", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const before = memory.file;
  const again = await createVault(memory.dependencies, OTHER, newVaultContents(random));
  expect(again).toEqual({ ok: false, error: "vault-exists" });
  expect(memory.file).toEqual(before);
});

test("[VA2] a wrong passphrase opens nothing and changes nothing", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const before = memory.file;
  for (const wrong of ["", OTHER, `${PASSPHRASE} `, PASSPHRASE.toUpperCase()]) {
    const found = await unlockVault(memory.dependencies, wrong);
    expect(found).toEqual({ ok: false, error: "wrong-passphrase" });
  }
  expect(memory.file).toEqual(before);
});

test("[VA2] a passphrase that is too short makes no vault, and replaces none", async () => {
  const memory = memoryVaultStore(random);
  const short = await createVault(memory.dependencies, "elf Zeichen", CONTENTS);
  expect(short).toEqual({ ok: false, error: "passphrase-too-short" });
  expect([memory.file, memory.kept]).toEqual([undefined, undefined]);
  const { vault } = await vaultWith(PASSPHRASE);
  const changed = await vault.changePassphrase(PASSPHRASE, "elf Zeichen");
  expect(changed).toEqual({ ok: false, error: "passphrase-too-short" });
});

test("[VA3] a file of which any byte is changed or missing is damaged, not a wrong passphrase", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const file = memory.file ?? new Uint8Array(0);
  const changed = Array.from(file, (byte, at) => file.with(at, byte ^ 1));
  const cut = [0, 1, 31, 32, 33, file.length - 1].map((length) => file.slice(0, length));
  const found = await Promise.all([...changed, ...cut].map(parseVaultFile));
  expect(found).toEqual(found.map(() => ({ ok: false, error: "damaged" })));
  memory.file = changed[100];
  const damaged = { ok: false, error: "damaged" };
  expect(await unlockVault(memory.dependencies, PASSPHRASE)).toEqual(damaged);
  expect(await resumeVault(memory.dependencies)).toEqual(damaged);
});

test("[VA3] contents that another key sealed are damaged", async () => {
  const [mine, other] = [await vaultWith(PASSPHRASE), await vaultWith(PASSPHRASE)];
  const file = must(await parseVaultFile(mine.memory.file ?? new Uint8Array(0)));
  const { contentsBox } = must(await parseVaultFile(other.memory.file ?? new Uint8Array(0)));
  mine.memory.file = await encodeVaultFile({ ...file, contentsBox });
  const found = await unlockVault(mine.memory.dependencies, PASSPHRASE);
  expect(found).toEqual({ ok: false, error: "damaged" });
  expect(await mine.vault.reload()).toEqual({ ok: false, error: "damaged" });
});

test("[VA3] a box under another cost than it was sealed with does not open", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const file = must(await parseVaultFile(memory.file ?? new Uint8Array(0)));
  memory.file = await encodeVaultFile({ ...file, cost: { ...file.cost, passes: 4 } });
  const found = await unlockVault(memory.dependencies, PASSPHRASE);
  expect(found).toEqual({ ok: false, error: "wrong-passphrase" });
});

test("[VA3] any bytes are a file or damaged, any plain text contents or damaged", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect((await parseVaultFile(Uint8Array.from(bytes))).ok).toBe(false);
      expect(parseContents(Uint8Array.from(bytes)).ok).toBe(false);
    }),
  );
});

test("[VA4] another panel of the same browser session opens the vault without asking", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const resumed = must(await resumeVault(memory.dependencies));
  expect(bytesOf(resumed.contents.get())).toEqual(bytesOf(CONTENTS));
});

test("[VA4] a session ends with the browser, and each unlocking begins a new one", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const first = memory.kept;
  closeBrowser(memory);
  const none = { ok: false, error: "no-session" };
  expect(await resumeVault(memory.dependencies)).toEqual(none);
  must(await unlockVault(memory.dependencies, PASSPHRASE));
  expect((await resumeVault(memory.dependencies)).ok).toBe(true);
  memory.kept = first;
  expect(await resumeVault(memory.dependencies)).toEqual(none);
});

test("[VA4] the session's secret without the file, or with another one, opens nothing", async () => {
  const [mine, other] = [await vaultWith(PASSPHRASE), await vaultWith(PASSPHRASE)];
  other.memory.kept = mine.memory.kept;
  const none = { ok: false, error: "no-session" };
  expect(await resumeVault(other.memory.dependencies)).toEqual(none);
  for (const kept of [new Uint8Array(0), new Uint8Array(31), new Uint8Array(32)]) {
    mine.memory.kept = kept;
    expect(await resumeVault(mine.memory.dependencies)).toEqual(none);
  }
});

test("[VA5] locking ends the session for every panel, and the vault gives nothing more", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  await vault.lock();
  expect(memory.kept).toBeUndefined();
  expect(await resumeVault(memory.dependencies)).toEqual({ ok: false, error: "no-session" });
  const locked = { ok: false, error: "locked" };
  expect(await vault.update((contents) => contents)).toEqual(locked);
  expect(await vault.reload()).toEqual(locked);
  expect((await unlockVault(memory.dependencies, PASSPHRASE)).ok).toBe(true);
});

test("[VA5] after locking, not even the secret of the ended session opens the file", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  const kept = memory.kept;
  await vault.lock();
  memory.kept = kept;
  expect(await resumeVault(memory.dependencies)).toEqual({ ok: false, error: "no-session" });
});

test("[VA5] locking works on a full disk, and on one that fails", async () => {
  for (const fault of ["store-full", "store-failed"] as const) {
    const { memory, vault } = await vaultWith(PASSPHRASE);
    memory.writeFault = fault;
    if (fault === "store-failed") memory.readFault = fault;
    await vault.lock();
    memory.readFault = undefined;
    expect(await resumeVault(memory.dependencies)).toEqual({ ok: false, error: "no-session" });
  }
});

test("[VA6] after a change only the new passphrase opens the vault, with all that it held", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  expect(await vault.changePassphrase(PASSPHRASE, OTHER)).toEqual({ ok: true, value: undefined });
  const old = await unlockVault(memory.dependencies, PASSPHRASE);
  expect(old).toEqual({ ok: false, error: "wrong-passphrase" });
  const opened = must(await unlockVault(memory.dependencies, OTHER));
  expect(bytesOf(opened.contents.get())).toEqual(bytesOf(CONTENTS));
});

test("[VA6] whoever does not know the passphrase does not change it", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  const before = memory.file;
  const found = await vault.changePassphrase(OTHER, "ganz etwas anderes");
  expect(found).toEqual({ ok: false, error: "wrong-passphrase" });
  expect(memory.file).toEqual(before);
});

test("[VA6] a change is one write: before it the old passphrase opens the vault, after it the new", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  const count = memory.written.length;
  memory.writeFault = "store-full";
  const failed = await vault.changePassphrase(PASSPHRASE, OTHER);
  expect(failed).toEqual({ ok: false, error: "store-full" });
  expect((await unlockVault(memory.dependencies, PASSPHRASE)).ok).toBe(true);
  memory.writeFault = undefined;
  must(await vault.changePassphrase(PASSPHRASE, OTHER));
  expect(memory.written.length).toBe(count + 1);
  expect((await unlockVault(memory.dependencies, OTHER)).ok).toBe(true);
});

test("[VA6] other panels of the session stay open over a change, and keep what they write", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  const second = must(await resumeVault(memory.dependencies));
  must(await vault.changePassphrase(PASSPHRASE, OTHER));
  must(await second.update((contents) => withTeamName(contents, "Team Nord")));
  const opened = must(await unlockVault(memory.dependencies, OTHER));
  expect(opened.contents.get().spaces[0]?.teamName).toBe("Team Nord");
});

test("[VA7] what two panels change at once is all there", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  const second = must(await resumeVault(memory.dependencies));
  const add = (teamName: string) => (contents: VaultContents) => ({
    ...contents,
    spaces: [...contents.spaces, { ...TEAM, teamName }],
  });
  await Promise.all([
    vault.update(add("a")),
    second.update(add("b")),
    vault.update(add("c")),
    second.update(add("d")),
  ]);
  must(await vault.reload());
  const names = vault.contents.get().spaces.map((space) => space.teamName);
  expect(names).toEqual([TEAM.teamName, "", "a", "b", "c", "d"]);
});

test("[VA7] who listens hears of a change, once it is written", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  const heard: (string | undefined)[] = [];
  vault.contents.subscribe(() => heard.push(vault.contents.get().spaces[0]?.teamName));
  memory.writeFault = "store-full";
  const failed = await vault.update((contents) => withTeamName(contents, "Team Ost"));
  expect(failed).toEqual({ ok: false, error: "store-full" });
  memory.writeFault = undefined;
  must(await vault.update((contents) => withTeamName(contents, "Team West")));
  expect(heard).toEqual(["Team West"]);
});

test("[VA8] a disk that is full or fails is told, and what lay there lies there still", async () => {
  for (const fault of ["store-full", "store-failed"] as const) {
    const fresh = memoryVaultStore(random);
    fresh.writeFault = fault;
    const created = await createVault(fresh.dependencies, PASSPHRASE, CONTENTS);
    expect(created).toEqual({ ok: false, error: fault });
  }
  const { memory, vault } = await vaultWith(PASSPHRASE);
  memory.readFault = "store-failed";
  const failed = { ok: false, error: "store-failed" };
  expect(await unlockVault(memory.dependencies, PASSPHRASE)).toEqual(failed);
  expect(await resumeVault(memory.dependencies)).toEqual(failed);
  expect(await vault.update((contents) => contents)).toEqual(failed);
  expect(await vault.changePassphrase(PASSPHRASE, OTHER)).toEqual(failed);
  expect(await createVault(memory.dependencies, PASSPHRASE, CONTENTS)).toEqual(failed);
});

test("[VA8] a full disk keeps nobody out", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  memory.writeFault = "store-full";
  const opened = must(await unlockVault(memory.dependencies, PASSPHRASE));
  expect(bytesOf(opened.contents.get())).toEqual(bytesOf(CONTENTS));
});

test("[VA8] where the device was removed meanwhile, nothing is written again", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  memory.file = undefined;
  const gone = { ok: false, error: "no-vault" };
  expect(await vault.update((contents) => contents)).toEqual(gone);
  expect(await vault.changePassphrase(PASSPHRASE, OTHER)).toEqual(gone);
  await vault.lock();
  expect(memory.file).toBeUndefined();
});

test("[VA9] neither a name nor a key is found in what was ever written, nor in a printed vault", async () => {
  const { memory, vault } = await vaultWith(PASSPHRASE);
  must(await vault.update((contents) => ({ ...contents, spaces: [TEAM] })));
  await vault.lock();
  const needles = [
    ...["Petrenko", "Neustadt", "relay.stadt", "Integrations"].map((word) => Buffer.from(word)),
    ...[CONTENTS.device, CONTENTS.draftKey, ...keyring.keys.values()].map((secret) =>
      Buffer.from(secretBytes(secret)),
    ),
  ];
  const plain = Buffer.from(bytesOf(CONTENTS));
  expect(needles.map((needle) => plain.includes(needle))).not.toContain(false);
  for (const bytes of memory.written) {
    expect(needles.map((needle) => Buffer.from(bytes).includes(needle))).not.toContain(true);
  }
  expect(inspect(vault.contents.get(), { depth: 9, showHidden: true })).not.toMatch(/Uint8Array/);
});

test("[VA9] the file is as long with one team as with two, and with a new device's none", async () => {
  const lengths = [CONTENTS, { ...CONTENTS, spaces: [TEAM] }, newVaultContents(random)].map(
    (contents) => bytesOf(contents).length,
  );
  expect(new Set(lengths).size).toBe(1);
});

test("[VA10] contents come back from their bytes, and a later version is told apart", () => {
  const bytes = bytesOf(CONTENTS);
  const found = must(parseContents(bytes));
  expect(bytesOf(found)).toEqual(bytes);
  expect(found.spaces.map((space) => space.membership.type)).toEqual(["member", "waiting"]);
  expect(found.spaces.map((space) => space.relay)).toEqual([TEAM.relay, undefined]);
});

test("[VA10] a file of a later version is told apart", async () => {
  const { memory } = await vaultWith(PASSPHRASE);
  const body = Uint8Array.from((memory.file ?? new Uint8Array(0)).slice(0, -32).with(0, 2));
  memory.file = Uint8Array.from([...body, ...(await hash(body))]);
  const found = await unlockVault(memory.dependencies, PASSPHRASE);
  expect(found).toEqual({ ok: false, error: "too-new" });
});
