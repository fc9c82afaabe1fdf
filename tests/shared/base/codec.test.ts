import { decode, encode, type Reader, type Writer } from "@beiakte/shared/base/codec";
import fc from "fast-check";
import { expect, test } from "vitest";

const BYTES = fc.uint8Array({ maxLength: 200 });

/** One field of each form that the codec knows, written and read alike. */
type Field =
  | { readonly type: "byte" | "varint"; readonly value: number }
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "list"; readonly value: readonly number[] };

const NUMBER = fc.oneof(fc.nat(300), fc.maxSafeNat());
const FIELDS: fc.Arbitrary<readonly Field[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant("byte" as const), value: fc.nat(255) }),
    fc.record({ type: fc.constant("varint" as const), value: NUMBER }),
    fc.record({ type: fc.constant("bytes" as const), value: BYTES }),
    fc.record({ type: fc.constant("text" as const), value: fc.string({ unit: "grapheme" }) }),
    fc.record({ type: fc.constant("list" as const), value: fc.array(NUMBER) }),
  ),
);

function write(writer: Writer, field: Field): void {
  switch (field.type) {
    case "byte":
      writer.byte(field.value);
      return;
    case "varint":
      writer.varint(field.value);
      return;
    case "bytes":
      writer.bytes(field.value);
      return;
    case "text":
      writer.text(field.value);
      return;
    case "list":
      writer.list(field.value, (to, value) => to.varint(value));
  }
}

function read(reader: Reader, type: Field["type"]): Field["value"] {
  switch (type) {
    case "byte":
      return reader.byte();
    case "varint":
      return reader.varint();
    case "bytes":
      return reader.bytes();
    case "text":
      return reader.text();
    case "list":
      return reader.list(1000, (from) => from.varint());
  }
}

test("[BA1] whatever is written is read back as it was", () => {
  fc.assert(
    fc.property(FIELDS, (fields) => {
      const bytes = encode((writer) => fields.forEach((field) => write(writer, field)));
      const found = decode(bytes, (reader) => fields.map((field) => read(reader, field.type)));
      expect(found).toEqual({ ok: true, value: fields.map((field) => field.value) });
    }),
  );
});

test("[BA1] whatever is read has no second spelling", () => {
  fc.assert(
    fc.property(BYTES, fc.constantFrom("varint", "bytes", "list"), (bytes, type) => {
      const found = decode(bytes, (reader) => read(reader, type));
      if (!found.ok) return;
      const again = encode((writer) => write(writer, { type, value: found.value } as Field));
      expect(again).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["a trailing zero group", [0x81, 0x00]],
  ["more than 2^53 - 1", [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
  ["more groups than any number has", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ["an end in the middle", [0x80]],
])("[BA1] a varint with %s is malformed", (_, bytes) => {
  const found = decode(Uint8Array.from(bytes), (reader) => reader.varint());
  expect(found).toEqual({ ok: false, error: { type: "malformed" } });
});

test("[BA1] the largest number takes eight bytes and comes back", () => {
  const bytes = encode((writer) => writer.varint(Number.MAX_SAFE_INTEGER));
  expect(bytes.length).toBe(8);
  expect(decode(bytes, (reader) => reader.varint())).toEqual({
    ok: true,
    value: Number.MAX_SAFE_INTEGER,
  });
});

test("[BA2] any bytes read in any way are a value or malformed, never an exception", () => {
  const types = fc.array(
    fc.constantFrom<Field["type"][]>("byte", "varint", "bytes", "text", "list"),
  );
  fc.assert(
    fc.property(BYTES, types, (bytes, fields) => {
      decode(bytes, (reader) => fields.map((type) => read(reader, type)));
    }),
    { numRuns: 1000 },
  );
});

test("[BA2] bytes that are left over are malformed", () => {
  const found = decode(Uint8Array.of(1, 2), (reader) => reader.byte());
  expect(found).toEqual({ ok: false, error: { type: "malformed" } });
});

test("[BA2] a fault of the program inside a reading is not taken for malformed bytes", () => {
  const broken = (): never => {
    throw new Error("a bug");
  };
  expect(() => decode(Uint8Array.of(1), broken)).toThrow("a bug");
});

test("[BA3] a short frame cannot announce a long list or a long string", () => {
  const long = encode((writer) => writer.varint(1e9).byte(1));
  let reads = 0;
  const list = decode(long, (reader) => reader.list(Number.MAX_SAFE_INTEGER, () => (reads += 1)));
  expect(list.ok).toBe(false);
  expect(decode(long, (reader) => reader.bytes()).ok).toBe(false);
  expect(reads).toBe(0);
});

test("[BA3] a list or string longer than its reader allows is malformed", () => {
  const four = encode((writer) => writer.list([1, 2, 3, 4], (to, value) => to.byte(value)));
  expect(decode(four, (reader) => reader.list(3, (from) => from.byte())).ok).toBe(false);
  expect(decode(four, (reader) => reader.bytes(3)).ok).toBe(false);
  expect(decode(four, (reader) => reader.bytes(4)).ok).toBe(true);
});
