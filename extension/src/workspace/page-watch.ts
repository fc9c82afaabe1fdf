/**
 * The page beside the panel: which cases its identifiers name, the case that the panel goes to by
 * itself, and the index by which the background answers pages while the vault is open.
 */
import type { CaseId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { Cancel, Clock, Random } from "@beiakte/shared/base/ports";
import { BLINDING_KEY_LENGTH } from "@beiakte/shared/crypto/blind-index";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { identifierKey } from "@beiakte/shared/model/identifiers";
import { KIND_USE } from "@beiakte/shared/portal/portal-kind";
import type { PageIdentifier } from "../messages/page-words";
import { makeCaseIndex, removeCaseIndex, type SessionArea, writeCaseIndex } from "./case-index";
import type { ClipPort } from "./clip-inbox";
import { takeWish } from "./page-wish";
import type { PageView, Workbench } from "./workspace";

/** What the browser tells of the pages beside this panel. */
export type PagePort = {
  readonly session: SessionArea;
  /** On the tab that is on screen in this panel's window. */
  readonly identifiers: Live<readonly PageIdentifier[]>;
  /** Counts up when a mark in some page was clicked. */
  readonly wishes: Live<number>;
  /** The index has changed: every page asks anew. */
  readonly tellPages: () => void;
  readonly clips: ClipPort;
};

export type PageWatchContext = {
  readonly port: PagePort;
  readonly caseload: Live<readonly CaseRow[]>;
  readonly workbench: Pick<Workbench, "set">;
  readonly clock: Clock;
  readonly random: Random;
};

// Whoever types an identifier changes the caseload with each pause; the index may follow slowly.
const INDEX_AFTER_MS = 500;

export class PageWatch {
  readonly #context: PageWatchContext;
  readonly #view: Variable<PageView>;
  readonly #isPinned = variable(false);
  readonly #key: Uint8Array<ArrayBuffer>;
  readonly #stops: readonly (() => void)[];
  #pending: Cancel | undefined;
  #written = "";
  #followed: CaseId | undefined;
  #wanted: PageIdentifier | undefined;
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(context: PageWatchContext) {
    this.#context = context;
    const { caseload, port, random } = context;
    this.#key = random.bytes(BLINDING_KEY_LENGTH);
    this.#view = variable<PageView>(this.#viewNow());
    this.#stops = [
      port.identifiers.subscribe(() => this.#look()),
      caseload.subscribe(() => {
        this.#look();
        this.#goToWanted();
        this.#indexSoon();
      }),
      port.wishes.subscribe(() => void this.#fulfil()),
    ];
    this.#indexSoon();
    this.#follow(this.#view.get());
    void this.#fulfil();
  }

  get view(): Live<PageView> {
    return this.#view;
  }

  /** Pinned, the panel stays at its case whatever page is on screen. */
  get isPinned(): Live<boolean> {
    return this.#isPinned;
  }

  pin(isPinned: boolean): void {
    this.#isPinned.set(isPinned);
    if (isPinned) return;
    this.#followed = undefined;
    this.#follow(this.#view.get());
  }

  /** The vault locks: from now on nobody can say which case an identifier names. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#pending?.();
    for (const stop of this.#stops) stop();
    await this.#writing;
    await removeCaseIndex(this.#context.port.session);
    this.#context.port.tellPages();
  }

  #look(): void {
    const next = this.#viewNow();
    if (JSON.stringify(next) === JSON.stringify(this.#view.get())) return;
    this.#view.set(next);
    this.#follow(next);
  }

  /** Goes to a page's one case once, when it comes: the person may have gone on from there since. */
  #follow({ identifiers }: PageView): void {
    const named = new Set(identifiers.flatMap(({ cases }) => cases));
    const [only] = named;
    if (only === undefined || named.size > 1) {
      if (identifiers.length === 0) this.#followed = undefined;
      return;
    }
    if (only === this.#followed || this.#isPinned.get()) return;
    this.#followed = only;
    this.#open(only);
  }

  async #fulfil(): Promise<void> {
    const { clock, port } = this.#context;
    const wish = await takeWish(port.session, clock.now());
    if (wish === undefined || this.#isClosed) return;
    this.#wanted = wish;
    this.#goToWanted();
  }

  /** After unlocking the caseload may still be coming. */
  #goToWanted(): void {
    if (this.#wanted === undefined) return;
    const [only, ...others] = this.#casesOf(this.#wanted);
    if (only === undefined) return;
    this.#wanted = undefined;
    // Several: the bar at the top lets the person choose.
    if (others.length === 0) this.#open(only);
  }

  #open(openCase: CaseId): void {
    this.#context.workbench.set({ place: "cases", openCase });
  }

  #viewNow(): PageView {
    const identifiers = this.#context.port.identifiers.get();
    return {
      identifiers: identifiers.map((one) => ({
        ...one,
        cases: this.#casesOf(one),
        isProposed: KIND_USE[one.kind] === "proposed",
      })),
    };
  }

  #casesOf({ value }: PageIdentifier): readonly CaseId[] {
    const key = identifierKey(value);
    return this.#context.caseload
      .get()
      .filter((row) => row.identifiers.some((one) => identifierKey(one.value) === key))
      .map(({ caseId }) => caseId);
  }

  #indexSoon(): void {
    this.#pending ??= this.#context.clock.after(INDEX_AFTER_MS, () => {
      this.#pending = undefined;
      this.#writing = this.#writing.then(() => this.#index());
    });
  }

  async #index(): Promise<void> {
    if (this.#isClosed) return;
    const { caseload, port } = this.#context;
    const named = caseload.get().map(({ caseId, identifiers }) => {
      return { caseId, identifiers: identifiers.map(({ value }) => value) };
    });
    const said = JSON.stringify(named.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)));
    if (said === this.#written) return;
    this.#written = said;
    await writeCaseIndex(port.session, await makeCaseIndex(this.#key, named));
    port.tellPages();
  }
}
