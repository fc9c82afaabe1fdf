import { bytesToHex, textToBytes } from "@beiakte/shared/base/bytes";
import { decode, encode } from "@beiakte/shared/base/codec";
import {
  isLongEnough,
  newPassphraseCost,
  type PassphraseCost,
  readPassphraseCost,
  writePassphraseCost,
} from "@beiakte/shared/crypto/passphrase";
import { stretchPassphrase } from "@beiakte/shared/crypto/stretch-passphrase";
import { expect, test } from "vitest";
import { seeded } from "../../support/seeded";

const cost = newPassphraseCost(seeded("passphrase"));
const cheap = { ...cost, memoryKiB: 64, passes: 1 };

test("[CR8] a passphrase is stretched by Argon2id as its reference implementation does", async () => {
  // phc-winner-argon2, test.c: version 0x13, t=2, m=2^16 KiB, p=1.
  const about = { memoryKiB: 65_536, passes: 2, salt: textToBytes("somesalt") };
  expect(bytesToHex(await stretchPassphrase("password", about))).toBe(
    "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
  );
});

test("[CR8] a new passphrase costs 64 MiB and three passes, with a salt of its own", () => {
  expect([cost.memoryKiB, cost.passes, cost.salt.length]).toEqual([65_536, 3, 16]);
  expect(newPassphraseCost(seeded("other")).salt).not.toEqual(cost.salt);
});

test("[CR9] the same passphrase on another keyboard is the same passphrase", async () => {
  const composed = await stretchPassphrase("schönes\u00A0Wetter heute", cheap);
  const decomposed = await stretchPassphrase("scho\u0308nes Wetter heute", cheap);
  expect(composed).toEqual(decomposed);
  expect(await stretchPassphrase("Schönes Wetter heute", cheap)).not.toEqual(composed);
});

test("[CR9] a passphrase has twelve letters at least, counted as people count", () => {
  expect(isLongEnough("zwölf Zeiche")).toBe(true);
  expect(isLongEnough("elf Zeichen")).toBe(false);
  expect(isLongEnough("o\u0308".repeat(11))).toBe(false);
  expect(isLongEnough("🌳".repeat(11))).toBe(false);
});

test("[CR10] the cost comes back as it was written", () => {
  const bytes = encode((writer) => writePassphraseCost(writer, cost));
  expect(decode(bytes, readPassphraseCost)).toEqual({ ok: true, value: cost });
});

test.each<[string, Partial<PassphraseCost>]>([
  ["less memory", { memoryKiB: 65_535 }],
  ["fewer passes", { passes: 2 }],
  ["so much memory that unlocking never ends", { memoryKiB: 2 ** 40 }],
  ["so many passes that unlocking never ends", { passes: 1e9 }],
])("[CR10] a cost of %s is refused when it is read", (_, change) => {
  const bytes = encode((writer) => writePassphraseCost(writer, { ...cost, ...change }));
  expect(decode(bytes, readPassphraseCost).ok).toBe(false);
});
