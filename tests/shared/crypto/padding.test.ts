import { padded, padmeLength, unpadded } from "@beiakte/shared/crypto/padding";
import fc from "fast-check";
import { expect, test } from "vitest";

// Worked out by hand from the paper's algorithm 1.
test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [8, 8],
  [9, 10],
  [17, 18],
  [100, 104],
  [1000, 1024],
  [1025, 1088],
  [65_537, 67_584],
  [2 ** 32 + 1, 2 ** 32 + 2 ** 26],
])("[CR2] %d bytes are padded to %d", (length, expected) => {
  expect(padmeLength(length)).toBe(expected);
});

test("[CR2] padding never shortens, adds at most 12 %, keeps the order, and is its own padding", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (length) => {
      const found = padmeLength(length);
      expect(found).toBeGreaterThanOrEqual(length);
      expect(found).toBeLessThanOrEqual(length * 1.12);
      expect(padmeLength(found)).toBe(found);
      expect(padmeLength(length + 1)).toBeGreaterThanOrEqual(found);
    }),
    { numRuns: 1000 },
  );
});

test("[CR3] what is padded comes back as it was", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      const whole = padded(Uint8Array.from(bytes));
      expect(whole.length).toBe(padmeLength(whole.length));
      expect(unpadded(whole)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
    }),
  );
});

test("[CR3] padding of another length, or of other bytes than zeros, is malformed", () => {
  const whole = padded(new Uint8Array(1000));
  expect(unpadded(whole.slice(0, -1)).ok).toBe(false);
  expect(unpadded(Uint8Array.from([...whole, 0])).ok).toBe(false);
  whole[whole.length - 1] = 1;
  expect(unpadded(whole).ok).toBe(false);
  expect(unpadded(new Uint8Array(0)).ok).toBe(false);
});

test("[CR3] what is shorter than the least length has one length with it, and comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 180 }), (bytes) => {
      const whole = padded(Uint8Array.from(bytes), 192);
      expect(whole.length).toBe(192);
      expect(unpadded(whole, 192)).toEqual({ ok: true, value: Uint8Array.from(bytes) });
      expect(unpadded(whole, 200).ok).toBe(false);
    }),
  );
});
