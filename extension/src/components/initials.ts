/** "Aylin Kaya" is AK; a single name gives its first letter. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return (firstLetter(first) + firstLetter(last)).toLocaleUpperCase("de-DE");
}

const SHAPES = ["round", "square", "leaf"] as const;
export const PERSON_COLOURS = 6;

export type PersonMark = { readonly shape: (typeof SHAPES)[number]; readonly colour: number };

/**
 * The same member looks the same on every screen and device: from the id, which is random, so no
 * two devices have to agree on anything.
 */
export function markOf(memberId: string): PersonMark {
  const number = Number.parseInt(memberId.slice(0, 6), 16) || 0;
  return {
    colour: (number % PERSON_COLOURS) + 1,
    shape: SHAPES[Math.floor(number / PERSON_COLOURS) % SHAPES.length] ?? "round",
  };
}

function firstLetter(word: string): string {
  return Array.from(word)[0] ?? "";
}
