/**
 * What two spellings of one name share. Names come to us through several alphabets and offices:
 * Müller and Mueller, Çelik and Celik, Muhammad, Mohamed and Mohammed are found by each other.
 */

/** Small letters of the Latin base alphabet; umlauts as one letter, whether written ü or ue. */
export function foldName(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll("ß", "ss")
      .replaceAll("ı", "i")
      .replaceAll("ł", "l")
      .replaceAll("đ", "d")
      .replaceAll("ø", "o")
      .replaceAll("æ", "a")
      // Parts of a letter that decomposition leaves: accents, and the hamza and ayn of scholars.
      .normalize("NFD")
      .replaceAll(/[\p{M}'’‘ʿʾʼ`´]/gu, "")
      .replaceAll(/ae/gu, "a")
      .replaceAll(/oe/gu, "o")
      .replaceAll(/ue/gu, "u")
  );
}

/** The words of a name, folded, without the article that some write and some do not. */
export function nameWords(text: string): readonly string[] {
  const words = foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const meaning = words.filter((word) => word !== "al" && word !== "el");
  return meaning.length > 0 ? meaning : words;
}

const DOUBLES = /(.)\1+/gu;

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dsch|dzh|dj/gu, "j"],
  [/tsch|tch/gu, "c"],
  [/sch|sh|ch/gu, "s"],
  [/kh|ck|q/gu, "k"],
  [/gh/gu, "g"],
  [/ph/gu, "f"],
  [/th|dh/gu, "d"],
  [/x/gu, "ks"],
  [/c/gu, "k"],
  [/z/gu, "s"],
  [/w/gu, "v"],
  [/t/gu, "d"],
  // Before a vowel Y, I and J stand for each other (Yusuf, Jusuf); elsewhere Y and I are vowels.
  [/^[yij](?=[aeiouy])/gu, "j"],
  [/(?!^)[aeiouy]+/gu, ""],
  [/^[aeiy]/gu, "a"],
  [/^[ou]/gu, "u"],
  [/h$/gu, ""],
  [DOUBLES, "$1"],
];

/**
 * The consonants of one folded word by sound, after the vowel that it may begin with. Too little is left of short words to tell them
 * apart (Ali, Ola), so those keep their vowels.
 */
export function soundOf(word: string): string {
  let sound = word;
  for (const [letters, by] of SOUNDS) sound = sound.replaceAll(letters, by);
  return sound.length >= 3 ? sound : word.replaceAll(DOUBLES, "$1");
}

/** A whole name by sound, its words in any order: given and family names change places. */
export function nameKey(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => nameWords(part).map(soundOf))
    .sort()
    .join(" ");
}
