/** Between what is seen on the page, what the background says of it, and the marks. */
import {
  type CaseMatch,
  IDENTIFIERS_MOST,
  type PageIdentifier,
  type PageWord,
  parseContentWord,
  parseMatches,
} from "../messages/page-words";
import type { DomReads } from "./dom-reads";
import type { Marks, Place } from "./marks";
import { placeOf } from "./sighting-place";
import type { Sighting } from "./sightings";

export type PageDeskPorts = {
  readonly dom: DomReads;
  readonly marks: Pick<Marks, "show" | "tell" | "close">;
  /** To the background; rejects where nobody is there any more. */
  readonly send: (word: PageWord) => Promise<unknown>;
  readonly gone: () => void;
};

// Marks beside a whole table would be wallpaper.
const MARKS_MOST = 20;

export class PageDesk {
  readonly #ports: PageDeskPorts;
  #sightings: readonly Sighting[] = [];
  #asked = 0;
  #isGone = false;

  constructor(ports: PageDeskPorts) {
    this.#ports = ports;
  }

  saw(sightings: readonly Sighting[]): void {
    this.#sightings = sightings;
    void this.#ask();
  }

  /** The answer where one is asked for. */
  hear(data: unknown): PageWord | undefined {
    const word = parseContentWord(data);
    if (word?.type === "list") return { type: "found", identifiers: unique(this.#sightings) };
    if (word?.type === "tell") void this.#ask();
    return undefined;
  }

  /** What the background says of how this page is read; the reader itself is in the page then. */
  brief(): Promise<unknown> {
    return this.#send({ type: "read" });
  }

  async #ask(): Promise<void> {
    const identifiers = unique(this.#sightings);
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await this.#send({ type: "found", identifiers });
    const matches = parseMatches(answer, identifiers.length);
    // Not answered, or the page has gone on since: the marks stay until the next answer.
    if (matches === undefined || asked !== this.#asked) return;
    const byKey = new Map(identifiers.map((one, at) => [keyOf(one), matches[at]]));
    this.#show(byKey);
  }

  #show(matches: ReadonlyMap<string, CaseMatch | undefined>): void {
    const { dom } = this.#ports;
    const marks = this.#sightings.slice(0, MARKS_MOST).flatMap((sighting) => {
      const match = matches.get(keyOf(sighting));
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

  async #send(word: PageWord): Promise<unknown> {
    if (this.#isGone) return undefined;
    try {
      return await this.#ports.send(word);
    } catch {
      this.#isGone = true;
      this.#ports.marks.close();
      this.#ports.gone();
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
