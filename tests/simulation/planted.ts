/** Finds a planted word in bytes, in every form in which it could lie there. */
export function formsOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word, "utf8");
  const utf16 = Buffer.from(word, "utf16le");
  // Of the three ways in which a text can fall into groups of three bytes: the middle, which does
  // not depend on what stands before and after.
  const base64 = [0, 1, 2].flatMap((skip) =>
    [utf8, utf16].map((bytes) => {
      const whole = bytes.subarray(skip, skip + 3 * Math.floor((bytes.length - skip) / 3));
      return Buffer.from(whole.toString("base64"), "latin1");
    }),
  );
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...base64];
}

export function isFoundIn(word: string, places: readonly Uint8Array[]): boolean {
  const forms = formsOf(word);
  return places.some((bytes) => forms.some((form) => Buffer.from(bytes).includes(form)));
}
