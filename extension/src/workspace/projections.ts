/**
 * The caseload and the search read projections: one sealed row a document, with the place in the
 * log that it was computed from. After unlocking only documents that have changed since are opened,
 * newest first. Projections are never synced.
 */
import { bytesToText, textToBytes, type Bytes } from "@beiakte/shared/base/bytes";
import type { DocumentId, SpaceId } from "@beiakte/shared/base/ids";
import { type Live, variable } from "@beiakte/shared/base/live";
import type { Cancel, Random } from "@beiakte/shared/base/ports";
import { openBox, sealBox, type SealingKey } from "@beiakte/shared/crypto/seal";
import { type CaseRow, caseRow } from "@beiakte/shared/model/case-row";
import { viewCaseFile } from "@beiakte/shared/model/case-file";
import { type NoteView, viewNote } from "@beiakte/shared/model/note";
import type * as Y from "yjs";
import type { Documents } from "./documents";
import type { SpaceSession } from "./space-session";

export type Projection =
  | { readonly type: "case"; readonly row: CaseRow }
  | { readonly type: "note"; readonly note: NoteView };

/** A row's form on the disk; rows of another one are computed anew. */
const FORM = 2;

// While somebody types the row need not follow each letter.
const SETTLE_MS = 400;

export class Projections {
  readonly #session: SpaceSession;
  readonly #documents: Documents;
  readonly #key: SealingKey;
  readonly #rows = new Map<DocumentId, { readonly order: number; readonly value: Projection }>();
  readonly #version = variable(0);
  readonly #due = new Set<DocumentId>();
  readonly #stop: () => void;
  #timer: Cancel | undefined;
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(session: SpaceSession, documents: Documents, key: SealingKey) {
    this.#session = session;
    this.#documents = documents;
    this.#key = key;
    this.#stop = session.context.news.subscribe(({ document, kind, space }) => {
      if (space === session.space && kind !== "seen") this.#mark(document);
    });
  }

  /** Counts up when a row has changed. */
  get version(): Live<number> {
    return this.#version;
  }

  get(document: DocumentId): Projection | undefined {
    return this.#rows.get(document)?.value;
  }

  /** The order of the newest entry that a document's row stands for; 0 where there is none. */
  orderOf(document: DocumentId): number {
    return this.#rows.get(document)?.order ?? 0;
  }

  /** Reads all rows, then brings those up to date whose documents have changed since. */
  async load(): Promise<void> {
    const { store } = this.#session.context;
    const sealed = await store.projections.all(this.#session.space);
    await Promise.all(
      sealed.map(async ({ bytes, document, order }) => {
        const value = await this.#opened(document, bytes);
        if (value !== undefined) this.#rows.set(document, { order, value });
      }),
    );
    this.#version.set(this.#version.get() + 1);
    const progress = await store.progressOf(this.#session.space);
    const stale = progress.filter(({ document, newest }) => newest > this.orderOf(document));
    for (const { document } of stale.toSorted((a, b) => b.newest - a.newest))
      this.#due.add(document);
    this.#renewDue();
  }

  /** Done when every row that is due has been renewed. */
  async settled(): Promise<void> {
    await this.#work;
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.();
    this.#stop();
  }

  #mark(document: DocumentId): void {
    this.#due.add(document);
    this.#timer ??= this.#session.context.clock.after(SETTLE_MS, () => {
      this.#timer = undefined;
      this.#renewDue();
    });
  }

  #renewDue(): void {
    const due = [...this.#due];
    this.#due.clear();
    for (const document of due) {
      this.#work = this.#work
        .then(() => this.#renew(document))
        // The store is gone for the moment: the row is due with the next news, or the next opening.
        .catch(() => void this.#due.add(document));
    }
  }

  async #renew(document: DocumentId): Promise<void> {
    if (this.#isClosed) return;
    const { random, store } = this.#session.context;
    const { space } = this.#session;
    const newest = (await store.progressAt(space, document))?.newest;
    const open = await this.#documents.open(document);
    const value = projectionOf(open.doc, document);
    await open.close();
    if (value === undefined || newest === undefined || this.#isClosed) return;
    const before = this.#rows.get(document)?.value;
    const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(value);
    this.#rows.set(document, { order: newest, value: isSame ? before : value });
    if (!isSame) this.#version.set(this.#version.get() + 1);
    const place = { space, document };
    const bytes = await sealProjection(this.#key, random, place, value);
    // A row that could not be written is computed again next time; nothing is lost by that.
    await store.projections.put({ ...place, order: newest, bytes });
  }

  async #opened(document: DocumentId, bytes: Bytes): Promise<Projection | undefined> {
    const place = { space: this.#session.space, document };
    const opened = await openBox(this.#key, bytes, bound(place));
    const text = opened.ok ? bytesToText(opened.value) : undefined;
    if (text === undefined) return undefined;
    // Only this device can have sealed it, from a view of its own: the form says which version did.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- opening has vouched for it
    const parsed = JSON.parse(text) as { readonly form: number; readonly value: Projection };
    return parsed.form === FORM ? parsed.value : undefined;
  }
}

type Place = { readonly space: SpaceId; readonly document: DocumentId };

export function sealProjection(
  key: SealingKey,
  random: Random,
  place: Place,
  value: Projection,
): Promise<Bytes> {
  const text = JSON.stringify({ form: FORM, value });
  return sealBox(key, random, textToBytes(text), bound(place));
}

function bound({ document, space }: Place): Bytes {
  return textToBytes(`projection/${space}/${document}`);
}

/** Nothing for a document that is no case file and no note, or of which nothing has come yet. */
export function projectionOf(doc: Y.Doc, document: DocumentId): Projection | undefined {
  const note = viewNote(doc, document);
  if (note.ok) return { type: "note", note: note.value };
  const file = viewCaseFile(doc);
  return file.ok ? { type: "case", row: caseRow(file.value) } : undefined;
}
