import { bytesToId, ID_LENGTH, idToBytes, parseId } from "@beiakte/shared/base/ids";
import fc from "fast-check";
import { expect, test } from "vitest";

const NAMES = Object.keys(ID_LENGTH) as (keyof typeof ID_LENGTH)[];

test.each(NAMES)("[BA4] an id comes back from its bytes and from its text: %s", (name) => {
  const length = ID_LENGTH[name];
  fc.assert(
    fc.property(fc.uint8Array({ minLength: length, maxLength: length }), (bytes) => {
      const id = bytesToId(name, bytes);
      expect(idToBytes(id)).toEqual(Uint8Array.from(bytes));
      expect(parseId(name, id)).toEqual({ ok: true, value: id });
    }),
  );
});

test.each([
  "",
  "00",
  "0".repeat(15),
  "G".repeat(16),
  "A".repeat(16),
  "0".repeat(18),
  " ".repeat(16),
])("[BA4] a text of another form is no writer's id: '%s'", (text) => {
  expect(parseId("WriterId", text)).toEqual({ ok: false, error: "malformed-id" });
});

test("[BA4] bytes of another length are a bug, not an id", () => {
  expect(() => bytesToId("WriterId", new Uint8Array(9))).toThrow("assertion failed");
});
