/**
 * Where the workspace stands, and how it gets from one stage to the next: no vault, locked,
 * waiting for approval, open. Everything that a device is made of is made and let go here.
 */
import { bytesToId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { DeriveFromPassphrase } from "@beiakte/shared/crypto/passphrase";
import type { Locks, News } from "@beiakte/shared/log/entry-store";
import { invitationKeys } from "@beiakte/shared/space/invitation";
import { type OwnDevice, ownDevice } from "@beiakte/shared/space/own-device";
import { parseRoster } from "@beiakte/shared/space/roster";
import { sixWords } from "@beiakte/shared/space/words";
import { listMember } from "@beiakte/shared/model/directory";
import type { ConnectSocket } from "@beiakte/shared/sync/ports";
import { connectionOf } from "./connection";
import type { EntryStore } from "./entry-store";
import { openTeam, type TeamHandle } from "./open-team";
import type { PagePort } from "./page-watch";
import { type LinkChannel, RelayLink } from "./relay-link";
import { SpaceSession } from "./space-session";
import {
  resumeVault,
  type SessionSecrets,
  unlockVault,
  type Vault,
  type VaultDependencies,
} from "./vault";
import type { VaultSpace } from "./vault-contents";
import type { Connection, Stage, Workbench } from "./workspace";

export type StageContext = {
  readonly store: EntryStore;
  readonly session: SessionSecrets;
  readonly locks: Locks;
  readonly news: News;
  readonly clock: Clock;
  readonly random: Random;
  readonly connect: ConnectSocket;
  readonly linkChannel: () => LinkChannel;
  readonly deriveFromPassphrase: DeriveFromPassphrase;
  readonly openWorkbench: () => Promise<Workbench & { readonly close: () => void }>;
  readonly page: PagePort;
  /** Never sent anywhere. */
  readonly isPractice: boolean;
};

export class StageKeeper {
  readonly context: StageContext;
  readonly #stage: Variable<Stage> = variable<Stage>({ type: "starting" });
  #link: RelayLink | undefined;
  #vault: Vault | undefined;
  #handle: TeamHandle | undefined;
  #workbench: { readonly close: () => void } | undefined;
  #waiting: (() => void) | undefined;

  constructor(context: StageContext) {
    this.context = context;
  }

  get stage(): Live<Stage> {
    return this.#stage;
  }

  get link(): RelayLink | undefined {
    return this.#link;
  }

  get handle(): TeamHandle | undefined {
    return this.#handle;
  }

  get vaultDependencies(): VaultDependencies {
    const { deriveFromPassphrase, locks, random, session, store } = this.context;
    return {
      store: {
        read: async () => ok(await store.vault.read()),
        write: async (bytes) => {
          const written = await store.vault.write(bytes);
          return written.ok ? written : err(written.error.type);
        },
      },
      session,
      random,
      deriveFromPassphrase,
      exclusively: (work) => locks.alone("vault", work),
    };
  }

  /** At the start of a context: opens what the session still allows. */
  async start(): Promise<void> {
    this.connect();
    const resumed = await resumeVault(this.vaultDependencies);
    if (resumed.ok) return this.enter(resumed.value);
    if (resumed.error === "no-vault") return this.#stage.set({ type: "first-run" });
    if (resumed.error === "too-new")
      return this.#stage.set({ type: "broken", fault: "store-newer" });
    this.#stage.set({ type: "locked", because: "start" });
  }

  /** The line to the relay: it works with the vault locked too. */
  connect(): RelayLink | undefined {
    const { clock, connect, isPractice, linkChannel, locks, news, random, store } = this.context;
    if (isPractice) return undefined;
    this.#link ??= new RelayLink({
      store,
      locks,
      news,
      channel: linkChannel(),
      connect,
      clock,
      random,
      kind: "panel",
      rejected: () => void this.#handle?.resume(),
    });
    return this.#link;
  }

  /** After an attempt that failed: the line starts anew, without what was tried. */
  reconnect(): void {
    this.#link?.close();
    this.#link = undefined;
    this.connect();
  }

  async unlock(passphrase: string): Promise<Result<void, "wrong-passphrase" | "store-failed">> {
    const unlocked = await unlockVault(this.vaultDependencies, passphrase);
    if (unlocked.ok) {
      await this.enter(unlocked.value);
      return ok(undefined);
    }
    return err(unlocked.error === "wrong-passphrase" ? "wrong-passphrase" : "store-failed");
  }

  /** With an open vault: into the team, or to the page that waits for approval. */
  async enter(vault: Vault): Promise<void> {
    this.#vault = vault;
    const [space] = vault.contents.get().spaces;
    const device = await this.context.store.device.get();
    if (space === undefined || device === undefined) return this.#stage.set({ type: "first-run" });
    const own = await ownDevice(device.signing, vault.contents.get().device);
    if (space.membership.type === "waiting") return this.#wait(vault, space, own);
    await this.#open(vault, space, own);
  }

  async lock(because: "button" | "idle"): Promise<void> {
    const vault = this.#vault;
    if (vault === undefined) return;
    await this.#letGo();
    await vault.lock();
    this.#stage.set({ type: "locked", because });
  }

  /** Another panel has locked: the keys go here too. */
  async locked(because: "button" | "idle"): Promise<void> {
    if (this.#vault === undefined) return;
    await this.#letGo();
    this.#stage.set({ type: "locked", because });
  }

  /** Everything of this device goes: afterwards there is nothing to unlock. */
  async erase(): Promise<void> {
    await this.#letGo();
    this.#link?.close();
    this.#link = undefined;
    await this.context.session.clear();
    await this.context.store.erase();
  }

  async #letGo(): Promise<void> {
    this.#waiting?.();
    this.#waiting = undefined;
    this.#vault = undefined;
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
    this.#workbench?.close();
  }

  async #wait(vault: Vault, space: VaultSpace, own: OwnDevice): Promise<void> {
    if (space.membership.type !== "waiting") return;
    const { store } = this.context;
    const link = this.connect();
    const { invitation } = await invitationKeys(space.membership.invitation);
    const words = await sixWords(space.keyring.space, invitation, own.keys);
    const connection = variable<Connection>({ type: "connecting" });
    const look = async (): Promise<void> => {
      connection.set(connectionOf(link, space.keyring.space));
      const roster = await parseRoster(await store.records(space.keyring.space));
      const admitted = roster.ok ? roster.value.devices.get(own.device) : undefined;
      if (admitted === undefined || this.#vault !== vault) return;
      this.#waiting?.();
      this.#waiting = undefined;
      const membership = { type: "member", member: admitted.member } as const;
      await vault.update((contents) => ({
        ...contents,
        spaces: contents.spaces.map((one) =>
          one.keyring.space === space.keyring.space ? { ...one, membership } : one,
        ),
      }));
      await this.enter(vault);
    };
    this.#waiting = link?.state.subscribe(() => void look());
    this.#stage.set({ type: "waiting", words, connection });
    await look();
  }

  async #open(vault: Vault, space: VaultSpace, own: OwnDevice): Promise<void> {
    const { clock, locks, news, openWorkbench, page, random, store } = this.context;
    if (space.membership.type !== "member") return;
    const roster = await parseRoster(await store.records(space.keyring.space));
    if (!roster.ok) return this.#stage.set({ type: "broken", fault: "store-unavailable" });
    const session = new SpaceSession(
      {
        store,
        locks,
        news,
        clock,
        random,
        link: this.connect(),
        keep: async (keyring) => {
          await vault.update((contents) => ({
            ...contents,
            spaces: contents.spaces.map((one) =>
              one.keyring.space === keyring.space ? { ...one, keyring } : one,
            ),
          }));
        },
      },
      own,
      space.membership.member,
      roster.value,
      space.keyring,
    );
    await session.refresh();
    const workbench = await openWorkbench();
    this.#workbench = workbench;
    const { relay, teamName } = space;
    const handle = await openTeam({ session, vault, workbench, relay, teamName, page });
    this.#handle = handle;
    this.#nameSelf(handle, space);
    this.#stage.set({ type: "open", team: handle.team });
    void handle.resume();
  }

  /** Who was just admitted may be here before the admin's line in the directory is. */
  #nameSelf({ directory }: TeamHandle, { membership, self }: VaultSpace): void {
    if (membership.type !== "member") return;
    const members = directory.doc.getMap("members");
    if (members.has(`${membership.member}/name`)) return;
    listMember(directory.doc, { memberId: membership.member, ...self });
  }
}

export function newMemberId(random: Random): ReturnType<typeof bytesToId<"MemberId">> {
  return bytesToId("MemberId", random.bytes(16));
}
