/**
 * Whether a text may hold an identifier at all: three digits, or a letter and a digit that touch.
 * Most texts of every page hold none, and are not looked at any further.
 */
export function isPromising(text: string): boolean {
  return /(?:[\d\uFF10-\uFF19][^\d\uFF10-\uFF19]*){3}|[a-z]\d|\d[a-z]/i.test(text);
}
