import {
  bytesToHex,
  bytesToText,
  concatBytes,
  equalBytes,
  hexToBytes,
  textToBytes,
} from "@beiakte/shared/base/bytes";
import fc from "fast-check";
import { expect, test } from "vitest";

test("[BA5] text and hexadecimal come back as they were", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uint8Array(), (text, bytes) => {
      expect(bytesToText(textToBytes(text))).toBe(text);
      expect(hexToBytes(bytesToHex(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test.each([[[0xff]], [[0xc3]], [[0xed, 0xa0, 0x80]], [[0xc0, 0xaf]]])(
  "[BA5] bytes that are not UTF-8 are no text, and are not repaired: %j",
  (bytes) => {
    expect(bytesToText(Uint8Array.from(bytes))).toBeUndefined();
  },
);

test("[BA5] a byte order mark stays part of the text", () => {
  expect(bytesToText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("\uFEFFa");
});

test("[BA5] what is not lower-case hexadecimal of even length is no bytes", () => {
  for (const text of ["0", "0g", "AB", "0x00", " 00"]) expect(hexToBytes(text)).toBeUndefined();
});

test("[BA5] joined bytes hold their parts in order, and equal only themselves", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (parts) => {
      const whole = concatBytes(...parts);
      expect([...whole]).toEqual(parts.flatMap((part) => [...part]));
      expect(equalBytes(whole, whole.slice())).toBe(true);
      expect(equalBytes(whole, concatBytes(whole, Uint8Array.of(0)))).toBe(false);
    }),
  );
});
