/** One space, unlocked in this context: its roster, its keys, who we are in it. */
import type { DeviceId, MemberId, RecordId, SpaceId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { Cancel, Clock, Random } from "@beiakte/shared/base/ports";
import type { EpochKey } from "@beiakte/shared/crypto/secret";
import type { Locks, News } from "@beiakte/shared/log/entry-store";
import type { EpochKeys } from "@beiakte/shared/log/opening";
import { keyFor, type Keyring, openLockboxes } from "@beiakte/shared/space/keyring";
import type { OwnDevice } from "@beiakte/shared/space/own-device";
import { parseRoster, type Roster } from "@beiakte/shared/space/roster";
import type { EntryStore } from "./entry-store";
import { OutboxWatch } from "./outbox-watch";
import type { RelayLink } from "./relay-link";

export type SessionContext = {
  readonly store: EntryStore;
  readonly locks: Locks;
  readonly news: News;
  readonly clock: Clock;
  readonly random: Random;
  /** Missing in the practice space. */
  readonly link: RelayLink | undefined;
  /** A new epoch's key has come: to be kept in the vault. */
  readonly keep: (keyring: Keyring) => Promise<void>;
};

// Records and their lockboxes come together, seldom, and may wait for a moment.
const REFRESH_SOON_MS = 200;

export class SpaceSession {
  readonly context: SessionContext;
  readonly space: SpaceId;
  readonly own: OwnDevice;
  readonly member: MemberId;
  readonly outbox: OutboxWatch;
  readonly #roster: Variable<Roster>;
  readonly #keyChanges = variable(0);
  readonly #activity = variable(0);
  readonly #stops: (() => void)[] = [];
  #keyring: Keyring;
  #soon: Cancel | undefined;
  #arrivals: number | undefined;
  #refreshing: Promise<void> = Promise.resolve();

  constructor(
    context: SessionContext,
    own: OwnDevice,
    member: MemberId,
    roster: Roster,
    keyring: Keyring,
  ) {
    this.context = context;
    this.space = roster.space;
    this.own = own;
    this.member = member;
    this.#roster = variable(roster);
    this.#keyring = keyring;
    const { link, news } = context;
    this.outbox = new OutboxWatch(context, this.space);
    if (link !== undefined) this.#stops.push(link.state.subscribe(() => this.#linkChanged(link)));
    this.#stops.push(
      news.subscribe(({ kind, space }) => {
        if (space === this.space && kind !== "seen") this.#activity.set(this.#activity.get() + 1);
      }),
    );
    this.#refreshSoon();
  }

  get roster(): Live<Roster> {
    return this.#roster;
  }

  get keyring(): Keyring {
    return this.#keyring;
  }

  readonly keys: EpochKeys = {
    keyFor: (epoch: RecordId): EpochKey | undefined => keyFor(this.#keyring, epoch),
  };

  /** Counts up when roster or keyring have grown: what could not be opened may be now. */
  get keyChanges(): Live<number> {
    return this.#keyChanges;
  }

  /** Counts up when anything of the space moved: entries, acknowledgements, the connection. */
  get activity(): Live<number> {
    return this.#activity;
  }

  memberOf(device: DeviceId): MemberId | undefined {
    return this.#roster.get().devices.get(device)?.member;
  }

  /** Takes the roster and the lockboxes of the store in. */
  refresh(): Promise<void> {
    const refreshed = this.#refreshing.then(() => this.#refreshNow());
    // The store may be gone for the moment: the next stirring reads again.
    this.#refreshing = refreshed.catch(() => undefined);
    return this.#refreshing;
  }

  close(): void {
    this.#soon?.();
    this.outbox.close();
    for (const stop of this.#stops) stop();
  }

  #linkChanged(link: RelayLink): void {
    const { arrivals } = link.state.get();
    if (arrivals !== this.#arrivals) this.#refreshSoon();
    this.#arrivals = arrivals;
    this.#activity.set(this.#activity.get() + 1);
  }

  #refreshSoon(): void {
    this.#soon ??= this.context.clock.after(REFRESH_SOON_MS, () => {
      this.#soon = undefined;
      void this.refresh();
    });
  }

  async #refreshNow(): Promise<void> {
    const { keep, store } = this.context;
    const records = await store.records(this.space);
    let hasGrown = false;
    if (records.length > this.#roster.get().length) {
      const roster = await parseRoster(records);
      if (roster.ok) {
        this.#roster.set(roster.value);
        hasGrown = true;
      }
    }
    const lockboxes = await store.lockboxes(this.space);
    const roster = this.#roster.get();
    const opened = await openLockboxes(this.#keyring, roster, this.own, lockboxes);
    if (opened.keyring.keys.size > this.#keyring.keys.size) {
      this.#keyring = opened.keyring;
      hasGrown = true;
      await keep(opened.keyring);
    }
    if (hasGrown) this.#keyChanges.set(this.#keyChanges.get() + 1);
  }
}
