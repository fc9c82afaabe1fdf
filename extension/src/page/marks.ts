/**
 * The small marks beside identifiers, in a closed shadow root that lies over the page: no page
 * element is moved, and no word of a case is ever in it.
 */
import type { CaseMatch } from "../messages/page-words";

/** Where on the page something stands. */
export type Place = { readonly getBoundingClientRect: () => DOMRect };

export type Mark = {
  readonly place: Place;
  readonly match: CaseMatch;
  readonly clicked: () => void;
};

/** What a mark says of its number, in the browser's language. */
export type SayMatch = (match: CaseMatch) => string;

/**
 * `!important` within beats what the page says of our element. A ring of each shade keeps the mark
 * legible on white and on dark pages.
 */
const LOOK = `:host{all:initial!important;position:absolute!important;top:0!important;left:0!important;z-index:2147483647!important}
button,p{all:initial;position:absolute}
button{forced-color-adjust:none;width:12px;height:12px;border-radius:8px;cursor:pointer;border:2px solid #fff;--c:#17457a;background:var(--c);box-shadow:0 0 0 1px var(--c)}
[hidden]{display:none}
[data-match=none]{background:#fff}
[data-match=locked]{--c:#6b6b6b}
[data-match=several]{border-radius:4px}
button:focus-visible{outline:3px solid #fc0}
p{width:240px;padding:8px;border:1px solid #fff;font:14px sans-serif;background:#17457a;color:#fff}`;
const HOST = "beiakte-marks";
const SIZE_PX = 16;
const GAP_PX = 4;

/** A person needs longer to aim; a page that moves the mark below a pointer does not. */
const STEADY_MS = 200;

/** Not every browser tells it: then what was covered before the click is not known. */
const WATCHED = { threshold: 0, trackVisibility: true, delay: 100 };

/** A page may hide what it is asked for behind an element of that name: the prototype is asked. */
function make(name: string): HTMLElement {
  return Document.prototype.createElement.call(document, name);
}

function rootElement(): Element | undefined {
  const root: unknown = Reflect.get(Document.prototype, "documentElement", document);
  return root instanceof Element ? root : undefined;
}

export class Marks {
  readonly #say: SayMatch;
  readonly #now: () => number;
  /** Where in the window a mark stands, and since when. */
  #stands: readonly Stand[] = [];
  /** Those of which the browser does not say yet that they are seen as they are. */
  readonly #covered = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const { target } = entry;
      if ("isVisible" in entry && entry.isVisible !== true) this.#covered.add(target);
      else this.#covered.delete(target);
    }
  }, WATCHED);
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #shown = new Map<HTMLElement, Place>();
  #isMoving = false;
  /** They may have to stand elsewhere. */
  readonly moved = (): void => {
    if (this.#isMoving || this.#shown.size === 0) return;
    // At most once a frame, however much scrolls.
    this.#isMoving = true;
    requestAnimationFrame(() => {
      this.#isMoving = false;
      this.#place();
    });
  };

  constructor(say: SayMatch, now: () => number) {
    this.#say = say;
    this.#now = now;
    // Of a script that an update has cut off: that it goes is also what makes that script look.
    for (const old of rootElement()?.querySelectorAll(HOST) ?? []) old.remove();
    this.#host = make(HOST);
    this.#root = this.#host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    this.#root.adoptedStyleSheets = [sheet];
  }

  /** Our own element: who looks at the page leaves it out. */
  get host(): HTMLElement {
    return this.#host;
  }

  /** A sentence below the mark that was clicked, until the marks are shown anew. */
  tell(words: string, place: Place): void {
    const sentence = make("p");
    sentence.setAttribute("role", "status");
    sentence.textContent = words;
    const { bottom, right } = place.getBoundingClientRect();
    const origin = this.#host.getBoundingClientRect();
    sentence.style.left = `${right - origin.x + GAP_PX}px`;
    sentence.style.top = `${bottom - origin.y + GAP_PX}px`;
    for (const before of this.#root.querySelectorAll("p")) before.remove();
    this.#root.append(sentence);
  }

  show(marks: readonly Mark[]): void {
    this.#forget();
    const buttons = marks.map(({ clicked, match, place }) => {
      const button = make("button");
      button.dataset["match"] = match;
      // Its name for screen readers, too: there are no words in it.
      button.title = this.#say(match);
      button.addEventListener("click", (event) => {
        // A page may click on anything, and lure a person to click on what they do not see.
        if (event.isTrusted && this.#isPlain(button)) clicked();
      });
      this.#covered.add(button);
      this.#observer.observe(button);
      this.#shown.set(button, place);
      return button;
    });
    this.#root.replaceChildren(...buttons);
    if (buttons.length === 0) return this.#leave();
    if (!this.#host.isConnected) {
      rootElement()?.append(this.#host);
      addEventListener("resize", this.moved);
    }
    this.#place();
  }

  close(): void {
    this.show([]);
  }

  #leave(): void {
    removeEventListener("resize", this.moved);
    this.#host.remove();
  }

  #forget(): void {
    this.#shown.clear();
    this.#covered.clear();
    this.#observer.disconnect();
  }

  /** Whether it has been standing there uncovered for a while. */
  #isPlain(button: Element): boolean {
    const box = button.getBoundingClientRect();
    const stand = this.#stands.find((one) => isNear(one, box));
    if (stand === undefined) this.#place();
    const sinceMs = this.#now() - (stand?.since ?? Infinity);
    return sinceMs >= STEADY_MS && !this.#covered.has(button);
  }

  /** All are measured first, then all are moved: the page is laid out once. */
  #place(): void {
    const origin = this.#host.getBoundingClientRect();
    const places = [...this.#shown].map(([button, place]) => {
      const box = place.getBoundingClientRect();
      const x = box.right + GAP_PX;
      const y = box.top + (box.height - SIZE_PX) / 2;
      return { button, x, y, isHidden: box.width + box.height === 0 };
    });
    const now = this.#now();
    const before = this.#stands;
    this.#stands = places.map(({ x, y }) => {
      return { x, y, since: before.find((one) => isNear(one, { x, y }))?.since ?? now };
    });
    for (const { button, isHidden, x, y } of places) {
      button.hidden = isHidden;
      button.style.left = `${x - origin.x}px`;
      button.style.top = `${y - origin.y}px`;
    }
  }
}

type Stand = { readonly x: number; readonly y: number; readonly since: number };

function isNear(one: Pick<Stand, "x" | "y">, other: Pick<Stand, "x" | "y">): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < 2;
}
