/** Between what is seen on the page, what the background says of it, and the marks. */
import type { Clock } from "@beiakte/shared/base/ports";
import {
  type CaseMatch,
  type ContentWord,
  IDENTIFIERS_MOST,
  type PageIdentifier,
  type PageWord,
  parseMatches,
} from "../messages/page-words";
import type { DomReads } from "./dom-reads";
import type { Marks, Place } from "./marks";
import { placeOf } from "./sighting-place";
import type { Sighting } from "./sightings";

export type PageDeskPorts = {
  readonly dom: DomReads;
  readonly marks: Pick<Marks, "show" | "tell">;
  readonly clock: Pick<Clock, "after">;
  /** To the background; may reject, and answers nothing where it is not to be asked or not awake. */
  readonly send: (word: PageWord) => Promise<unknown>;
  /** After an update this script is cut off from its extension, and has no business any more. */
  readonly isCutOff: () => boolean;
};

/** The background may be waking, or this page over its limit: asked again, each time later. */
const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 8_000;

// Marks beside a whole table would be wallpaper.
const MARKS_MOST = 20;

export class PageDesk {
  readonly #ports: PageDeskPorts;
  #sightings: readonly Sighting[] = [];
  #asked = 0;

  constructor(ports: PageDeskPorts) {
    this.#ports = ports;
  }

  saw(sightings: readonly Sighting[]): void {
    this.#sightings = sightings;
    void this.#ask();
  }

  /** The answer where one is asked for. */
  hear(word: ContentWord | undefined): PageWord | undefined {
    if (word?.type === "list") return { type: "found", identifiers: unique(this.#sightings) };
    if (word?.type === "tell") void this.#ask();
    return undefined;
  }

  /** What the background says of how this page is read; the reader itself is in the page then. */
  brief(): Promise<unknown> {
    return this.#answered(
      () => ({ type: "read" }),
      (answer) => answer,
    );
  }

  async #ask(): Promise<void> {
    const identifiers = unique(this.#sightings);
    this.#asked += 1;
    const asked = this.#asked;
    const matches = await this.#answered(
      () => (asked === this.#asked ? { type: "found", identifiers } : undefined),
      (answer) => parseMatches(answer, identifiers.length),
    );
    // Not answered, or the page has gone on since: the marks stay until the next answer.
    if (matches === undefined || asked !== this.#asked) return;
    const byKey = new Map(identifiers.map((one, at) => [keyOf(one), matches[at]]));
    this.#show(byKey);
  }

  #show(matches: ReadonlyMap<string, CaseMatch | undefined>): void {
    const { dom } = this.#ports;
    const written = new Set<string>();
    const marks = this.#sightings.slice(0, MARKS_MOST).flatMap((sighting) => {
      const key = keyOf(sighting);
      // In a sentence further down a mark would only lie over the next word.
      if (sighting.place.type === "text" && written.has(key)) return [];
      written.add(key);
      const match = matches.get(key);
      const { kind, value } = sighting;
      const place = placeOf(dom, sighting.place);
      const clicked = (): void => void this.#open({ kind, value }, place);
      return isWorthAMark(sighting, match) ? [{ place, match, clicked }] : [];
    });
    this.#ports.marks.show(marks);
  }

  /** Where the panel does not come by itself, the answer says what opens it. */
  async #open(identifier: PageIdentifier, place: Place): Promise<void> {
    const answer = await this.#send({ type: "open", identifier });
    if (typeof answer === "string") this.#ports.marks.tell(answer, place);
  }

  /** The first answer that can be read, as long as there is a question. */
  async #answered<Answer>(
    question: () => PageWord | undefined,
    read: (answer: unknown) => Answer | undefined,
    waitMs = FIRST_WAIT_MS,
  ): Promise<Answer | undefined> {
    const word = question();
    const answer = word && read(await this.#send(word));
    if (word === undefined || answer !== undefined || waitMs > LAST_WAIT_MS) return answer;
    await new Promise<void>((resolve) => void this.#ports.clock.after(waitMs, resolve));
    return this.#answered(question, read, waitMs * 2);
  }

  async #send(word: PageWord): Promise<unknown> {
    const { isCutOff, send } = this.#ports;
    try {
      return isCutOff() ? undefined : await send(word);
    } catch {
      return undefined;
    }
  }
}

/** What may only be compared is marked where it names a case: it could be offered to none. */
function isWorthAMark({ isOffered }: Sighting, match: CaseMatch | undefined): match is CaseMatch {
  return match !== undefined && (isOffered || match === "known" || match === "several");
}

function unique(sightings: readonly Sighting[]): readonly PageIdentifier[] {
  const byKey = new Map(sightings.map((one) => [keyOf(one), { kind: one.kind, value: one.value }]));
  return [...byKey.values()].slice(0, IDENTIFIERS_MOST);
}

function keyOf({ kind, value }: PageIdentifier): string {
  return `${kind} ${value}`;
}
