/**
 * The wire's alphabet: unsigned varints (LEB128, least significant group first, shortest form
 * only) and byte strings (varint length, then bytes). One value has exactly one encoding, so what
 * is signed cannot be written in two ways.
 */
import { assert } from "./assert";
import { type Bytes, bytesToText, textToBytes } from "./bytes";
import { bytesToId, type Id, ID_LENGTH, idToBytes } from "./ids";
import { err, ok, type Result } from "./result";

export type Malformed = { readonly type: "malformed" };

export class Writer {
  #bytes = new Uint8Array(256);
  #length = 0;

  byte(value: number): this {
    assert(value >= 0 && value <= 255, "a byte");
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  /** A whole number from 0 to 2^53 - 1. */
  varint(value: number): this {
    assert(Number.isSafeInteger(value) && value >= 0, "a varint is a safe whole number");
    this.#reserve(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
    return this;
  }

  fixed(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  bytes(bytes: Uint8Array): this {
    return this.varint(bytes.length).fixed(bytes);
  }

  text(text: string): this {
    return this.bytes(textToBytes(text));
  }

  id(id: Id<string>): this {
    return this.fixed(idToBytes(id));
  }

  list<Item>(items: readonly Item[], each: (writer: Writer, item: Item) => void): this {
    this.varint(items.length);
    for (const item of items) each(this, item);
    return this;
  }

  end(): Bytes {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Thrown inside `decode` only, which turns it into a value. */
class Refused extends Error {}

/** Reads a stranger's bytes. Every method refuses what is malformed by leaving `decode` at once. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get position(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) return this.refuse();
    this.#at += 1;
    return value;
  }

  varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) return this.refuse();
      if (byte < 128) {
        // A trailing zero group would be a second spelling of the same number.
        if (byte === 0 && factor > 1) return this.refuse();
        return value;
      }
      factor *= 128;
      if (factor > 2 ** 49) return this.refuse();
    }
  }

  fixed(length: number): Bytes {
    if (length > this.left) return this.refuse();
    const bytes = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }

  /** `most`: refused before anything is copied. */
  bytes(most = Number.POSITIVE_INFINITY): Bytes {
    const length = this.varint();
    if (length > most) return this.refuse();
    return this.fixed(length);
  }

  text(most = Number.POSITIVE_INFINITY): string {
    return bytesToText(this.bytes(most)) ?? this.refuse();
  }

  id<N extends keyof typeof ID_LENGTH>(name: N): Id<N> {
    return bytesToId(name, this.fixed(ID_LENGTH[name]));
  }

  list<Item>(most: number, each: (reader: Reader) => Item): Item[] {
    const length = this.varint();
    // Each item takes a byte at least: a short frame cannot announce a long list.
    if (length > most || length > this.left) return this.refuse();
    const items: Item[] = [];
    for (let i = 0; i < length; i += 1) items.push(each(this));
    return items;
  }

  refuse(): never {
    throw new Refused();
  }
}

export function encode(write: (writer: Writer) => void): Bytes {
  const writer = new Writer();
  write(writer);
  return writer.end();
}

/** The value, or `malformed`: never an exception, never a value with bytes left over. */
export function decode<Value>(
  bytes: Uint8Array,
  read: (reader: Reader) => Value,
): Result<Value, Malformed> {
  const reader = new Reader(bytes);
  try {
    const value = read(reader);
    return reader.left === 0 ? ok(value) : err({ type: "malformed" });
  } catch (thrown) {
    if (thrown instanceof Refused) return err({ type: "malformed" });
    throw thrown;
  }
}
