import fc from "fast-check";
import { expect, test } from "vitest";
import { FRAME_MOST_BYTES } from "@beiakte/shared/protocol/limits";
import { framePieces, PieceReader } from "@beiakte/shared/protocol/pieces";

test("[PR4] a frame of any length comes together from pieces that are never too long", () => {
  const reader = new PieceReader();
  for (const length of [0, 1, FRAME_MOST_BYTES - 1, FRAME_MOST_BYTES, 3 * FRAME_MOST_BYTES]) {
    const frame = new Uint8Array(length).fill(7);
    frame[length - 1] = 9;
    const pieces = framePieces(frame);
    expect(pieces.every((piece) => piece.length <= FRAME_MOST_BYTES)).toBe(true);
    const results = pieces.map((piece) => reader.accept(piece));
    for (const result of results.slice(0, -1))
      expect(result).toEqual({ ok: true, value: undefined });
    const last = results.at(-1);
    expect(last?.ok && last.value && Buffer.compare(last.value, frame)).toBe(0);
  }
});

test("[PR4] nobody makes a reader hold more than the limit", () => {
  const full = new Uint8Array(FRAME_MOST_BYTES);
  full[0] = 1;
  const reader = new PieceReader();
  const results = [1, 2, 3].map(() => reader.accept(full, 2 * FRAME_MOST_BYTES));
  expect(results.map((result) => (result.ok ? "more" : result.error))).toEqual([
    "more",
    "more",
    "too-large",
  ]);
  expect(new PieceReader().accept(new Uint8Array(FRAME_MOST_BYTES + 1))).toEqual({
    ok: false,
    error: "too-large",
  });
});

test("[PR4] an unknown mark, no mark and short pieces with a successor are malformed", () => {
  for (const message of [[], [2, 1], [1], [1, 5, 5]]) {
    const result = new PieceReader().accept(Uint8Array.from(message));
    expect(result).toEqual({ ok: false, error: "malformed" });
  }
});

test("[PR4] random messages never throw", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (messages) => {
      const reader = new PieceReader();
      for (const message of messages) reader.accept(Uint8Array.from(message));
    }),
  );
});
