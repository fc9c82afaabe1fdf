import { bytesToId } from "@beiakte/shared/base/ids";
import { sixWords, WORDS } from "@beiakte/shared/space/words";
import { expect, test } from "vitest";
import { newDevice } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("words");
const space = bytesToId("SpaceId", random.bytes(32));
const invitation = bytesToId("InvitationId", random.bytes(16));

test("[SP16] newcomer and admin see the same six words", async () => {
  const { keys } = await newDevice(random);
  const words = await sixWords(space, invitation, keys);
  expect(words).toHaveLength(6);
  expect(words.every((word) => WORDS.includes(word))).toBe(true);
  expect(await sixWords(space, invitation, structuredClone(keys))).toEqual(words);
});

test("[SP16] another space, invitation or key gives other words", async () => {
  const [ben, mallory] = [await newDevice(random), await newDevice(random)];
  const { signingKey, sealingKey } = mallory.keys;
  const found = await Promise.all([
    sixWords(space, invitation, ben.keys),
    sixWords(bytesToId("SpaceId", random.bytes(32)), invitation, ben.keys),
    sixWords(space, bytesToId("InvitationId", random.bytes(16)), ben.keys),
    sixWords(space, invitation, { ...ben.keys, signingKey }),
    sixWords(space, invitation, { ...ben.keys, sealingKey }),
  ]);
  expect(new Set(found.map((words) => words.join(" "))).size).toBe(found.length);
});

test("[SP17] there are 1,024 words, each once, of four to nine letters without umlauts", () => {
  expect(WORDS).toHaveLength(1024);
  expect(new Set(WORDS.map((word) => word.toLowerCase())).size).toBe(1024);
  expect(WORDS.filter((word) => !/^[A-Z][a-z]{3,8}$/.test(word))).toEqual([]);
});

test("[SP17] any two words differ in two letters and in two sounds, and none begins another", () => {
  const heard = WORDS.map((word) => [word.toLowerCase(), soundOf(word)] as const);
  const alike = heard.flatMap(([word, sound], at) =>
    heard.slice(at + 1).flatMap(([other, otherSound]) => {
      const begins = other.startsWith(word) || word.startsWith(other);
      const isAlike = begins || isNear(word, other) || isNear(sound, otherSound);
      return isAlike ? [`${word} ${other}`] : [];
    }),
  );
  expect(alike).toEqual([]);
});

/** How a word sounds on a bad line: b is p, d is t, g is k, m is n, and so on. */
function soundOf(word: string): string {
  return word
    .toLowerCase()
    .replaceAll("sch", "S")
    .replaceAll(/ch|ck/g, "k")
    .replaceAll("ph", "f")
    .replaceAll(/th|dt/g, "t")
    .replaceAll("tz", "z")
    .replaceAll("qu", "kf")
    .replaceAll(/ei|ai|ey/g, "A")
    .replaceAll("eu", "O")
    .replaceAll(/ie|y|j/g, "i")
    .replaceAll("x", "ks")
    .replaceAll(/(?<=[aeiouAO])h(?![aeiou])/g, "")
    .replaceAll("b", "p")
    .replaceAll("d", "t")
    .replaceAll("g", "k")
    .replaceAll(/[vw]/g, "f")
    .replaceAll("m", "n")
    .replaceAll(/(.)\1+/g, "$1");
}

/** Whether one change (a letter put in, left out or replaced) makes one of the other. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length === restB.length) return restA.slice(1) === restB.slice(1);
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
