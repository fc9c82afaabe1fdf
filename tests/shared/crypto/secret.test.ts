import { decode, encode } from "@beiakte/shared/base/codec";
import {
  newSecret,
  readSecret,
  Secret,
  secretBytes,
  writeSecret,
} from "@beiakte/shared/crypto/secret";
import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { seeded } from "../../support/seeded";

const secret = newSecret("epoch", seeded("secret"));

test("[CR1] a secret is printed as <key>, whichever way it is printed", () => {
  const ways = [
    String(secret),
    `${secret}`,
    inspect(secret),
    inspect({ inside: [secret] }, { showHidden: true, depth: 9 }),
    format("%o %s %j", secret, secret, secret),
    JSON.stringify({ secret }),
  ];
  const hex = Buffer.from(secretBytes(secret)).toString("hex");
  for (const way of ways) {
    expect(way).toContain("<key>");
    expect(way).not.toContain(hex.slice(0, 8));
    expect(way).not.toContain(secretBytes(secret).slice(0, 4).join());
  }
});

test("[CR1] no key of a secret, and no copy of it, gives its bytes", () => {
  expect(Object.values(secret)).toEqual(["epoch"]);
  expect(JSON.stringify(structuredClone(secret))).toBe('{"kind":"epoch"}');
});

test("[CR1] whoever changes the bytes that a secret was made of changes no secret", () => {
  const bytes = new Uint8Array(32).fill(7);
  const made = new Secret("draft", bytes);
  bytes.fill(0);
  secretBytes(made).fill(0);
  expect(secretBytes(made)).toEqual(new Uint8Array(32).fill(7));
});

test("[CR1] a secret comes back from the codec, and from nothing shorter", () => {
  const bytes = encode((writer) => writeSecret(writer, secret));
  const found = decode(bytes, (reader) => readSecret(reader, "epoch"));
  expect(found.ok && secretBytes(found.value)).toEqual(secretBytes(secret));
  expect(decode(bytes.slice(1), (reader) => readSecret(reader, "epoch")).ok).toBe(false);
});
