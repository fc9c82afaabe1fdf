/** Classes of characters by code: the scanners look at each character a bounded number of times. */

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 47 && code < 58;
}

export function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** Latin letters with their accents; of other scripts no identifier is made. */
export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const capital = code & ~32;
  return (capital > 64 && capital < 91) || (code > 0xbf && code < 0x250 && code !== 0xd7);
}

export function isWordCharacter(text: string, at: number): boolean {
  return isDigit(text, at) || isLetter(text, at);
}
