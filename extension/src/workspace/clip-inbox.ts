/**
 * What was taken from pages and is not in a case yet. After unlocking each clip is opened; those
 * whose page names exactly one case are filed, the others wait for the person. One context of the
 * device works at a time, and the row goes last, so each is filed once.
 */
import type { CaseId, ClipId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { openClipBox } from "@beiakte/shared/crypto/clip-box-open";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { IdentifierKey } from "@beiakte/shared/model/identifier-keys";
import { type Clip, parseClip } from "@beiakte/shared/portal/clip";
import type { CaseNames } from "./case-names";
import { casesNamed, onlyCaseOf } from "./clip-cases";
import { fileClip, type FilingContext, noteIdOf } from "./clip-filing";
import type { ClipRow } from "./entry-store";
import type { ClipView, FileFault, InboxView } from "./workspace";

export type ClipPort = {
  /** Counts up when a clip has come or gone, in whatever context. */
  readonly rings: Live<number>;
  readonly ring: () => void;
};

export type ClipInboxContext = FilingContext & {
  readonly port: ClipPort;
  readonly caseload: Live<readonly CaseRow[]>;
  readonly names: Pick<CaseNames, "casesOf" | "learn">;
  /** Under which attached numbers are blinded. */
  readonly identifierKeys: Live<readonly IdentifierKey[]>;
  /** Done when the caseload is as new as the device's store. */
  readonly settled: () => Promise<void>;
};

type Waiting = { readonly row: ClipRow; readonly clip: Clip };

const LOCK = "clips";

export class ClipInbox {
  readonly #context: ClipInboxContext;
  readonly #view: Variable<InboxView> = variable<InboxView>({ clips: [], unreadable: [] });
  readonly #casesOf = (value: string): readonly CaseId[] => this.#context.names.casesOf(value);
  readonly #opened = new Map<ClipId, Clip | "unreadable">();
  readonly #stops: readonly (() => void)[];
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(context: ClipInboxContext) {
    this.#context = context;
    // A case may have got the number for which a clip waits.
    const lookAgain = (): void => {
      if (this.#view.get().clips.length > 0) this.#lookSoon();
    };
    this.#stops = [
      context.port.rings.subscribe(() => this.#lookSoon()),
      context.caseload.subscribe(lookAgain),
      context.identifierKeys.subscribe(lookAgain),
    ];
    this.#lookSoon();
  }

  get view(): Live<InboxView> {
    return this.#view;
  }

  async file(id: ClipId, caseId: CaseId): Promise<Result<CaseId, FileFault>> {
    const filed = await this.#alone(async () => {
      const waiting = (await this.#read()).find(({ clip }) => clip.clip === id);
      return waiting === undefined ? err("gone" as const) : this.#file(waiting, caseId);
    });
    this.#lookSoon();
    return filed;
  }

  /** Gives what brings it back. */
  async discard(id: ClipId): Promise<Result<() => Promise<void>, "store-full" | "store-failed">> {
    const { store } = this.#context.session.context;
    const row = (await store.clips.all()).find(({ clip }) => clip === id);
    const removed = await store.clips.remove(id);
    if (!removed.ok) return err(removed.error.type);
    this.#changed();
    return ok(async () => {
      if (row !== undefined) await store.clips.put(row);
      this.#changed();
    });
  }

  /** Done when what was asked for before has been looked at. */
  async idle(): Promise<void> {
    await this.#work;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    await this.#work;
    this.#opened.clear();
  }

  #changed(): void {
    this.#context.port.ring();
    this.#lookSoon();
  }

  #lookSoon(): void {
    this.#work = this.#work
      .then(() => this.#look())
      // The store is gone for the moment: the next ring or unlocking looks again.
      .catch(() => undefined);
  }

  async #look(): Promise<void> {
    if (this.#isClosed) return;
    const waiting = await this.#read();
    if (waiting.length > 0) {
      await this.#context.settled();
      const identifiers = waiting.flatMap(({ clip }) => clip.identifiers);
      await this.#context.names.learn(identifiers.map(({ value }) => value));
      for (const one of waiting) {
        if (this.#isClosed) return;
        // oxlint-disable-next-line no-await-in-loop -- one after another, in the order of taking
        await this.#fileIfClear(one.clip.clip);
      }
    }
    await this.#show();
  }

  async #show(): Promise<void> {
    const rows = await this.#rows();
    if (this.#isClosed) return;
    const clips = rows.flatMap(({ clip: id }): readonly ClipView[] => {
      const clip = this.#opened.get(id);
      if (clip === undefined || clip === "unreadable") return [];
      const { at, identifiers, origin, text, title } = clip;
      const cases = [...casesNamed(identifiers, this.#casesOf)];
      return [{ clip: id, at, cases, origin, text, title }];
    });
    const unreadable = rows
      .map(({ clip }) => clip)
      .filter((id) => this.#opened.get(id) === "unreadable");
    const next = { clips, unreadable };
    if (JSON.stringify(next) !== JSON.stringify(this.#view.get())) this.#view.set(next);
  }

  async #fileIfClear(id: ClipId): Promise<void> {
    const clip = this.#opened.get(id);
    if (clip === undefined || clip === "unreadable") return;
    const { session } = this.#context;
    const note = await noteIdOf(id);
    const only = onlyCaseOf(clip.identifiers, this.#casesOf);
    // Begun before a crash: the note itself says where it belongs.
    const isBegun = (await session.context.store.progressAt(session.space, note)) !== undefined;
    if (only === undefined && !isBegun) return;
    await this.#alone(async () => {
      // Another panel may have been here meanwhile.
      const waiting = (await this.#read()).find((one) => one.clip.clip === id);
      return waiting === undefined ? undefined : this.#file(waiting, only);
    });
  }

  async #file({ clip }: Waiting, caseId: CaseId | undefined): Promise<Result<CaseId, FileFault>> {
    const { session } = this.#context;
    const filed = await fileClip(this.#context, clip, caseId);
    if (!filed.ok) return filed;
    const removed = await session.context.store.clips.remove(clip.clip);
    // It is filed all the same; the row goes with the next look.
    if (removed.ok) this.#context.port.ring();
    return filed;
  }

  #alone<Value>(run: () => Promise<Value>): Promise<Value> {
    return this.#context.session.context.locks.alone(LOCK, run);
  }

  async #rows(): Promise<readonly ClipRow[]> {
    const { session } = this.#context;
    const rows = await session.context.store.clips.all();
    await Promise.all(
      rows.map(async ({ bytes, clip: id }) => {
        if (this.#opened.has(id)) return;
        const plain = await openClipBox(session.own.sealingPair, id, bytes);
        const clip = plain.ok ? parseClip(plain.value) : plain;
        const isTrue = clip.ok && clip.value.clip === id;
        this.#opened.set(id, isTrue ? clip.value : "unreadable");
      }),
    );
    return rows;
  }

  async #read(): Promise<readonly Waiting[]> {
    const rows = await this.#rows();
    return rows.flatMap((row) => {
      const clip = this.#opened.get(row.clip);
      return clip === undefined || clip === "unreadable" ? [] : [{ row, clip }];
    });
  }
}
