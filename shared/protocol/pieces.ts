/**
 * One frame in several WebSocket messages: a byte that says whether more follows, then the piece.
 * A socket keeps the order, so one frame is under way at a time and nothing needs a number.
 */
import { type Bytes, concatBytes } from "../base/bytes";
import { err, ok, type Result } from "../base/result";
import { FRAME_MOST_BYTES, WHOLE_MOST_BYTES } from "./limits";

const LAST = 0;
const MORE = 1;
const PIECE_BYTES = FRAME_MOST_BYTES - 1;

/** The messages that carry one frame, in order. */
export function framePieces(frame: Bytes): readonly Bytes[] {
  const pieces: Bytes[] = [];
  for (let at = 0; at === 0 || at < frame.length; at += PIECE_BYTES) {
    const piece = frame.subarray(at, at + PIECE_BYTES);
    const more = at + PIECE_BYTES < frame.length;
    pieces.push(concatBytes(Uint8Array.of(more ? MORE : LAST), piece));
  }
  return pieces;
}

/** Puts one sender's messages together. After a fault the connection is to be closed. */
export class PieceReader {
  #held: Bytes[] = [];
  #heldBytes = 0;

  /** The frame, or nothing while more is to come. `most`: bytes of a whole frame. */
  accept(
    message: Bytes,
    most: number = WHOLE_MOST_BYTES,
  ): Result<Bytes | undefined, "malformed" | "too-large"> {
    if (message.length > FRAME_MOST_BYTES) return err("too-large");
    const mark = message[0];
    if (mark !== LAST && mark !== MORE) return err("malformed");
    const piece = message.subarray(1);
    // Only a full piece has a successor: else a stranger could send a million empty ones.
    if (mark === MORE && piece.length !== PIECE_BYTES) return err("malformed");
    if (this.#heldBytes + piece.length > most) return err("too-large");
    this.#held.push(piece);
    this.#heldBytes += piece.length;
    if (mark === MORE) return ok(undefined);
    const frame = this.#held.length === 1 ? piece : concatBytes(...this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    return ok(frame);
  }
}
