/**
 * Answers portal pages: whether an identifier names a case, and the panel for who asks for it. It
 * reads the index of the open vault and holds no content key; a page never hears a word of a case.
 */
import type { Clock } from "@beiakte/shared/base/ports";
import type { PageBrief } from "../messages/page-brief";
import {
  type CaseMatch,
  type PageIdentifier,
  type PageWord,
  parsePageWord,
} from "../messages/page-words";
import { RateLimit } from "../messages/rate-limit";
import { type PortalPage, portalPageOf, type Sender } from "../messages/senders";
import { casesOf, readCaseIndex, type SessionArea } from "../workspace/case-index";
import { writeWish } from "../workspace/page-wish";

export type PortalDeskContext = {
  readonly extension: string;
  readonly session: SessionArea;
  readonly clock: Clock;
  /** Whether the person has allowed this origin. */
  readonly isAllowed: (origin: string) => Promise<boolean>;
  /**
   * Must be called before anything is waited for: the click is the person's leave. Gives the words
   * for who must open it by hand.
   */
  readonly openPanel: (window: number) => Promise<string | undefined>;
  /** Puts the script into the page that knows what a number is. */
  readonly bringReader: (tab: number) => Promise<void>;
  /** How the portal at this address is read: what is set, what the team says, what is shipped. */
  readonly briefAt: (url: string) => Promise<PageBrief>;
  /** At the toolbar's button, for who does not see the mark in the page. */
  readonly showMatches: (tab: number, matches: readonly CaseMatch[]) => Promise<void>;
};

// A page that changes all the time says so at most this often; a hostile one is not heard more.
const WORDS_AT_ONCE = 20;
const WORD_EVERY_MS = 500;

/**
 * To `found` a match each; to `read` what to look for; to `open`, where the panel does not come by
 * itself, how to open it.
 */
export type DeskAnswer = readonly CaseMatch[] | PageBrief | string;

export class PortalDesk {
  readonly #context: PortalDeskContext;
  readonly #limit: RateLimit;

  constructor(context: PortalDeskContext) {
    this.#context = context;
    this.#limit = new RateLimit({
      clock: context.clock,
      burst: WORDS_AT_ONCE,
      everyMs: WORD_EVERY_MS,
    });
  }

  /** The answer, or nothing where whoever speaks is not answered. */
  hear(data: unknown, sender: Sender): Promise<DeskAnswer | undefined> | undefined {
    const page = portalPageOf(sender, this.#context.extension);
    if (page === undefined || !this.#limit.allows(page.tab)) return undefined;
    const word = parsePageWord(data);
    return word === undefined ? undefined : this.#answer(word, page);
  }

  async #answer(word: PageWord, page: PortalPage): Promise<DeskAnswer | undefined> {
    const { briefAt, bringReader, isAllowed, openPanel, session } = this.#context;
    if (word.type === "found") {
      if (!(await isAllowed(page.origin))) return undefined;
      return this.#matches(word.identifiers, page);
    }
    if (word.type === "read") {
      if (!(await isAllowed(page.origin))) return undefined;
      await bringReader(page.tab);
      return briefAt(page.address);
    }
    const opening = openPanel(page.window);
    if (!(await isAllowed(page.origin))) return undefined;
    // It may be locked: then the panel asks for the passphrase first and goes to the case after.
    await writeWish(session, word.identifier, this.#context.clock.now());
    return await opening;
  }

  async #matches(
    identifiers: readonly PageIdentifier[],
    page: PortalPage,
  ): Promise<readonly CaseMatch[]> {
    const { session, showMatches } = this.#context;
    const index = await readCaseIndex(session);
    const values = identifiers.map(({ value }) => value);
    const matches =
      index === undefined
        ? identifiers.map(() => "locked" as const)
        : (await casesOf(index, values)).map((cases) => matchOf(cases.length));
    await showMatches(page.tab, matches);
    return matches;
  }
}

function matchOf(cases: number): CaseMatch {
  if (cases === 0) return "none";
  return cases === 1 ? "known" : "several";
}
