/**
 * The page beside the panel: which cases its identifiers name, the case that the panel goes to by
 * itself, and the index by which the background answers pages while the vault is open.
 */
import type { CaseId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { Cancel, Clock, Random } from "@beiakte/shared/base/ports";
import { BLINDING_KEY_LENGTH } from "@beiakte/shared/crypto/blind-index";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { IdentifierKey } from "@beiakte/shared/model/identifier-keys";
import { kindUse } from "@beiakte/shared/portal/portal-kind";
import type { PageIdentifier } from "../messages/page-words";
import {
  casesByName,
  makeCaseIndex,
  removeCaseIndex,
  type SessionArea,
  writeCaseIndex,
} from "./case-index";
import { type CaseNames, namesOf } from "./case-names";
import type { PortalsPort } from "./open-portals";
import type { PortalRules } from "./portal-rules";
import type { ClipPort } from "./clip-inbox";
import { takeWish } from "./page-wish";
import type { PageView, Workbench, WorkbenchView } from "./workspace";

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
  readonly portals: PortalsPort;
};

export type PageWatchContext = {
  readonly port: PagePort;
  readonly caseload: Live<readonly CaseRow[]>;
  readonly names: CaseNames;
  /** Under which the space's attached numbers are blinded. */
  readonly identifierKeys: Live<readonly IdentifierKey[]>;
  readonly workbench: Live<Pick<WorkbenchView, "place">> & Pick<Workbench, "set">;
  /** Whether the panel stays where it is for now. */
  readonly isHeld: Live<boolean>;
  /** What may be offered for keeping. */
  readonly rules: Live<Pick<PortalRules, "kinds">>;
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
    const { caseload, identifierKeys, port, random, rules } = context;
    this.#key = random.bytes(BLINDING_KEY_LENGTH);
    this.#view = variable<PageView>(this.#viewNow());
    this.#stops = [
      port.identifiers.subscribe(() => {
        this.#look();
        void this.#compare();
      }),
      identifierKeys.subscribe(() => {
        this.#indexSoon();
        void this.#compare();
      }),
      rules.subscribe(() => this.#look()),
      caseload.subscribe(() => {
        this.#look();
        this.#goToWanted();
        this.#indexSoon();
      }),
      port.wishes.subscribe(() => void this.#fulfil()),
    ];
    this.#indexSoon();
    this.#follow(this.#view.get());
    void this.#compare();
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
    if (!this.#isBusyElsewhere()) this.#open(only);
  }

  /** What somebody has typed there would be gone; the bar at the top names the case all the same. */
  #isBusyElsewhere(): boolean {
    const { isHeld, workbench } = this.#context;
    const { place } = workbench.get();
    return isHeld.get() || place === "settings" || place === "team";
  }

  async #fulfil(): Promise<void> {
    const { clock, port } = this.#context;
    const wish = await takeWish(port.session, clock.now());
    if (wish === undefined || this.#isClosed) return;
    this.#wanted = wish;
    this.#goToWanted();
    await this.#compare();
  }

  /** Attached numbers are compared by their HMACs, which take a moment. */
  async #compare(): Promise<void> {
    const wanted = this.#wanted === undefined ? [] : [this.#wanted];
    const all = [...this.#context.port.identifiers.get(), ...wanted];
    await this.#context.names.learn(all.map(({ value }) => value));
    if (this.#isClosed) return;
    this.#look();
    this.#goToWanted();
  }

  /** After unlocking the caseload may still be coming. */
  #goToWanted(): void {
    if (this.#wanted === undefined) return;
    const [only, ...others] = this.#context.names.casesOf(this.#wanted.value);
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
    const { names, rules } = this.#context;
    const { kinds } = rules.get();
    return {
      identifiers: identifiers.map((one) => ({
        ...one,
        cases: names.casesOf(one.value),
        isProposed: kindUse(one.kind, kinds) === "proposed",
      })),
    };
  }

  #indexSoon(): void {
    this.#pending ??= this.#context.clock.after(INDEX_AFTER_MS, () => {
      this.#pending = undefined;
      this.#writing = this.#writing.then(() => this.#index());
    });
  }

  async #index(): Promise<void> {
    if (this.#isClosed) return;
    const { caseload, names, port } = this.#context;
    const rows = caseload.get().toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const named = namesOf(rows);
    const attached = names.attachedOf(rows);
    const said = JSON.stringify([named, attached.map(({ cases }) => [...cases])]);
    if (said === this.#written) return;
    this.#written = said;
    const index = await makeCaseIndex(this.#key, casesByName(named), attached);
    await writeCaseIndex(port.session, index);
    port.tellPages();
  }
}
