/** A page's text with one kind of space, hyphen and slash, and the way back to its own places. */
export type Folded = {
  readonly text: string;
  /** Where in the page's text this character stands. */
  readonly placeOf: (index: number) => number;
};

/** Shown as nothing: soft hyphen, zero-width spaces and joiners, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;

/** Length stays where nothing is doubled or invisible, which is nearly always. */
export function fold(page: string): Folded {
  if (!/\s\s|[^ -~äöüÄÖÜß]/.test(page)) return { text: page, placeOf: (index) => index };
  const even = page
    .replace(/\s/g, " ")
    .replace(/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, "-")
    .replace(/[\u2044\u2215\uFF0F]/g, "/")
    .replace(/[\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  if (!/\s\s/.test(page) && !INVISIBLE.test(page)) return { text: even, placeOf: (index) => index };
  const places: number[] = [];
  let text = "";
  let last = "";
  for (let place = 0; place < even.length; place += 1) {
    const character = even.charAt(place);
    if (INVISIBLE.test(character) || (character === " " && last === " ")) continue;
    places.push(place);
    text += character;
    last = character;
  }
  return { text, placeOf: (index) => places[index] ?? page.length };
}
