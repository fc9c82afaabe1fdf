/**
 * Who else is here: one beacon a context every 15 s says what it has open; carets go only to the
 * devices that have the same document open. Nothing of this is ever stored.
 */
import { type Bytes, bytesToHex } from "../base/bytes";
import type { DeviceId, DocumentId, MemberId, SpaceId } from "../base/ids";
import { type Live, type Variable, variable } from "../base/live";
import type { Cancel, Clock, Random } from "../base/ports";
import { type SealingKey, whisperKey } from "../crypto/seal";
import type { EpochKey } from "../crypto/secret";
import type { SigningKey } from "../crypto/signature";
import type { Head } from "../log/entry";
import type { EpochKeys } from "../log/opening";
import type { Roster } from "../space/roster";
import {
  type OpenDocument,
  openWhisper,
  sealWhisper,
  type WhisperBody,
  whisperEpoch,
} from "./whisper";

/** Whispers out and in; to all of the space where no device is named. */
export type WhisperChannel = {
  readonly whisper: (space: SpaceId, to: readonly DeviceId[], bytes: Bytes) => void;
  readonly onWhisper: (
    listener: (whisper: {
      readonly space: SpaceId;
      readonly from: DeviceId;
      readonly bytes: Bytes;
    }) => void,
  ) => () => void;
};

export type PresenceContext = {
  readonly space: SpaceId;
  readonly self: DeviceId;
  readonly signingKey: SigningKey;
  readonly roster: () => Roster;
  readonly keys: EpochKeys;
  readonly channel: WhisperChannel;
  readonly clock: Clock;
  readonly random: Random;
};

/** One document that this context has open. */
export type OpenPresence = {
  /** Members who have it open elsewhere, each once; the own one on another device too. */
  readonly others: Live<readonly MemberId[]>;
  /** How far colleagues have come with it, as they said last. */
  readonly seenHeads: Live<readonly Head[]>;
  /** Sent within 50 ms; the last word wins. */
  readonly sendAwareness: (bytes: Bytes) => void;
  /** `from`: who has sealed it. */
  readonly onAwareness: (listener: (bytes: Bytes, from: MemberId) => void) => () => void;
  /** We have read on: the next beacon says so, soon. */
  readonly readOn: () => void;
  readonly close: () => void;
};

const BEACON_EVERY_MS = 15_000;
// Two beacons missed and some: gone without a word (closed lid, lost network).
const GONE_AFTER_MS = 40_000;
// A caret that follows every 50 ms is seen as moving; more often only costs. Not at once: it stands
// behind a letter, and where it comes before that letter's entry it points at nothing and vanishes.
const AWARENESS_AFTER_MS = 50;
// What was just read is told together: a beacon for every entry would be a beacon for every letter.
const READ_ON_AFTER_MS = 1000;

type Neighbour = {
  readonly device: DeviceId;
  readonly count: number;
  readonly heardAt: number;
  readonly open: readonly OpenDocument[];
};

type Mine = {
  readonly heads: () => readonly Head[];
  readonly others: Variable<readonly MemberId[]>;
  readonly seenHeads: Variable<readonly Head[]>;
  readonly listeners: Set<(bytes: Bytes, from: MemberId) => void>;
  awareness: Bytes | undefined;
  sending: Cancel | undefined;
};

export class Presence {
  readonly #context: PresenceContext;
  readonly #me: Bytes;
  readonly #mine = new Map<DocumentId, Mine>();
  readonly #neighbours = new Map<string, Neighbour>();
  readonly #keys = new Map<EpochKey, Promise<SealingKey>>();
  readonly #online = variable<readonly MemberId[]>([]);
  readonly #stop: () => void;
  #count = 0;
  #beacon: Cancel | undefined;
  #soon: Cancel | undefined;
  #sending: Promise<void> = Promise.resolve();
  #receiving: Promise<void> = Promise.resolve();

  constructor(context: PresenceContext) {
    this.#context = context;
    this.#me = context.random.bytes(8);
    this.#stop = context.channel.onWhisper(({ bytes, from, space }) => {
      if (space !== context.space) return;
      this.#receiving = this.#receiving.then(() => this.#received(from, bytes));
    });
    this.#sendBeacon();
  }

  /** Members of whom some device spoke lately. */
  get online(): Live<readonly MemberId[]> {
    return this.#online;
  }

  open(document: DocumentId, heads: () => readonly Head[]): OpenPresence {
    const mine: Mine = {
      heads,
      others: variable<readonly MemberId[]>([]),
      seenHeads: variable<readonly Head[]>([]),
      listeners: new Set(),
      awareness: undefined,
      sending: undefined,
    };
    this.#mine.set(document, mine);
    this.#refresh();
    this.#sendBeacon();
    return {
      others: mine.others,
      seenHeads: mine.seenHeads,
      sendAwareness: (bytes) => this.#sendAwareness(document, mine, bytes),
      onAwareness: (listener) => {
        mine.listeners.add(listener);
        return () => mine.listeners.delete(listener);
      },
      readOn: () => {
        this.#soon ??= this.#context.clock.after(READ_ON_AFTER_MS, () => this.#sendBeacon());
      },
      close: () => {
        mine.sending?.();
        if (this.#mine.get(document) === mine) this.#mine.delete(document);
        this.#sendBeacon();
      },
    };
  }

  /** After the connection came back: colleagues should not wait for the next beacon. */
  announce(): void {
    this.#sendBeacon();
  }

  close(): void {
    this.#mine.clear();
    this.#whisper([], { type: "beacon", open: [] });
    this.#beacon?.();
    this.#soon?.();
    this.#stop();
  }

  #sendBeacon(): void {
    this.#beacon?.();
    this.#soon?.();
    this.#soon = undefined;
    const open = [...this.#mine].map(([document, { heads }]) => ({ document, heads: heads() }));
    this.#whisper([], { type: "beacon", open });
    this.#beacon = this.#context.clock.after(BEACON_EVERY_MS, () => {
      this.#refresh();
      this.#sendBeacon();
    });
  }

  #sendAwareness(document: DocumentId, mine: Mine, bytes: Bytes): void {
    mine.awareness = bytes;
    // Who goes says so at once: there is no later.
    if (this.#mine.get(document) !== mine) return this.#tell(document, mine);
    mine.sending ??= this.#context.clock.after(AWARENESS_AFTER_MS, () => {
      mine.sending = undefined;
      this.#tell(document, mine);
    });
  }

  #tell(document: DocumentId, mine: Mine): void {
    const to = this.#devicesAt(document);
    if (to.length === 0 || mine.awareness === undefined) return;
    this.#whisper(to, { type: "awareness", document, bytes: mine.awareness });
  }

  #whisper(to: readonly DeviceId[], body: WhisperBody): void {
    const { channel, clock, keys, random, roster, self, signingKey, space } = this.#context;
    this.#count += 1;
    const content = { context: this.#me, count: this.#count, time: clock.now(), body };
    const epoch = roster().currentEpoch.id;
    const epochKey = keys.keyFor(epoch);
    if (epochKey === undefined) return;
    this.#sending = this.#sending.then(async () => {
      const key = await this.#keyOf(epochKey);
      const place = { space, from: self, epoch };
      channel.whisper(space, to, await sealWhisper(content, place, key, signingKey, random));
    });
  }

  async #received(from: DeviceId, bytes: Bytes): Promise<void> {
    const { clock, keys, roster, space } = this.#context;
    const epoch = whisperEpoch(bytes);
    const epochKey = epoch === undefined ? undefined : keys.keyFor(epoch);
    const device = roster().devices.get(from);
    if (epoch === undefined || epochKey === undefined || device === undefined) return;
    const key = await this.#keyOf(epochKey);
    const place = { space, from, epoch };
    const content = await openWhisper(bytes, place, key, device.signingKey);
    if (content === undefined) return;
    const name = `${from}/${bytesToHex(content.context)}`;
    const before = this.#neighbours.get(name);
    // Played again by somebody on the way: it says nothing that was not said.
    if (content.count <= (before?.count ?? 0)) return;
    const open = content.body.type === "beacon" ? content.body.open : (before?.open ?? []);
    const { count } = content;
    this.#neighbours.set(name, { device: from, count, heardAt: clock.now(), open });
    this.#refresh();
    if (content.body.type === "awareness") {
      const { bytes: awareness, document } = content.body;
      for (const listener of this.#mine.get(document)?.listeners ?? []) {
        listener(awareness, device.member);
      }
      return;
    }
    const arrived = open.filter(
      ({ document }) => !(before?.open ?? []).some((known) => known.document === document),
    );
    // Who comes to a document that we have open sees us at once, and our caret.
    const shared = arrived.flatMap(({ document }) => this.#mine.get(document) ?? []);
    if (shared.length > 0) this.#sendBeacon();
    for (const { document } of arrived) {
      const mine = this.#mine.get(document);
      if (mine !== undefined) this.#tell(document, mine);
    }
  }

  #refresh(): void {
    const { clock, roster } = this.#context;
    for (const [name, { heardAt }] of this.#neighbours) {
      if (clock.now() - heardAt > GONE_AFTER_MS) this.#neighbours.delete(name);
    }
    const { devices } = roster();
    const memberOf = (device: DeviceId): MemberId | undefined => devices.get(device)?.member;
    const neighbours = [...this.#neighbours.values()];
    setIfOther(this.#online, unique(neighbours.map(({ device }) => memberOf(device))));
    for (const [document, mine] of this.#mine) {
      const here = neighbours.filter(({ open }) => open.some((one) => one.document === document));
      setIfOther(mine.others, unique(here.map(({ device }) => memberOf(device))));
      const heads = here.flatMap(({ open }) =>
        open.filter((one) => one.document === document).flatMap((one) => one.heads),
      );
      mine.seenHeads.set(heads);
    }
  }

  #devicesAt(document: DocumentId): readonly DeviceId[] {
    const here = [...this.#neighbours.values()].filter(({ open }) =>
      open.some((one) => one.document === document),
    );
    return [...new Set(here.map(({ device }) => device))];
  }

  #keyOf(epochKey: EpochKey): Promise<SealingKey> {
    const known = this.#keys.get(epochKey);
    if (known !== undefined) return known;
    const made = whisperKey(epochKey, this.#context.space);
    this.#keys.set(epochKey, made);
    return made;
  }
}

function unique(members: readonly (MemberId | undefined)[]): readonly MemberId[] {
  return [...new Set(members.filter((member) => member !== undefined))].toSorted();
}

function setIfOther(live: Variable<readonly MemberId[]>, members: readonly MemberId[]): void {
  if (live.get().join() !== members.join()) live.set(members);
}
