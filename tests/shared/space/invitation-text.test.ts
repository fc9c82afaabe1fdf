import { bytesToId } from "@beiakte/shared/base/ids";
import { secretBytes } from "@beiakte/shared/crypto/secret";
import { bytesToBase32, base32ToBytes } from "@beiakte/shared/space/base32";
import { type Invitation, newInvitation } from "@beiakte/shared/space/invitation";
import {
  invitationToText,
  isInvitationRelay,
  parseInvitation,
} from "@beiakte/shared/space/invitation-text";
import fc from "fast-check";
import { expect, test } from "vitest";
import { must, NOON } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("invitation");
const space = bytesToId("SpaceId", random.bytes(32));
const invitation = newInvitation(random, "wss://relay.stadt.example/beiakte", space, NOON);
const text = await invitationToText(invitation);
const MISTYPED = { ok: false, error: "mistyped" };

function plain(found: Invitation): object {
  return { ...found, secret: [...secretBytes(found.secret)] };
}

async function expectRead(pasted: string): Promise<void> {
  expect(plain(must(await parseInvitation(pasted)))).toEqual(plain(invitation));
}

test("[SP10] an invitation comes back from its text", async () => {
  expect(text).toMatch(/^beiakte-1(-[0-9a-hjkmnp-tv-z]{1,5})+$/);
  await expectRead(text);
});

test("[SP10] an invitation for any relay and time comes back", async () => {
  const relay = fc.stringMatching(/^wss?:\/\/[!-~]{1,150}$/);
  await fc.assert(
    fc.asyncProperty(relay, fc.maxSafeNat(), fc.nat(), async (address, expiresAt, seed) => {
      const id = bytesToId("SpaceId", seeded(seed).bytes(32));
      const made = { ...newInvitation(seeded(seed), address, id, NOON), expiresAt };
      const found = must(await parseInvitation(await invitationToText(made)));
      expect(plain(found)).toEqual(plain(made));
    }),
    { numRuns: 50 },
  );
});

test.each<[string, (text: string) => string]>([
  ["in capitals", (own) => own.toUpperCase()],
  ["without hyphens", (own) => own.replace("beiakte-1-", "").replaceAll("-", "")],
  ["wrapped by a mail program", (own) => own.replaceAll(/(.{60})/g, "$1\r\n")],
  ["quoted in an answer", (own) => `> ${own.replaceAll(/(.{50})/g, "$1\n> ")}`],
  ["with no-break and soft hyphens", (own) => own.replaceAll("-", "\u2011\u00AD")],
  ["with invisible blanks", (own) => own.replaceAll("-", "\u200B-\u00A0")],
  ["within a mail", (own) => `Liebe Frau Demir,\nIhre Einladung:\n\n${own}\n\nViele Grüße`],
  ["within a sentence", (own) => `Die Einladung für Beiakte (${own}) gilt drei Tage.`],
  ["in bold", (own) => `**${own}**`],
])("[SP10] an invitation is read %s", async (_, change) => {
  const changed = change(text);
  await expectRead(changed.toLowerCase().includes("beiakte") ? changed : `beiakte-1-${changed}`);
});

test("[SP10] a zero typed as O, and a one typed as I or L, are read as meant", async () => {
  const head = "beiakte-1-";
  const body = text.slice(head.length);
  await expectRead(head + body.replaceAll("0", "O").replaceAll("1", "l"));
  await expectRead(head + body.replaceAll("0", "o").replaceAll("1", "I"));
});

test("[SP11] any one letter mistyped is found", async () => {
  const head = "beiakte-1-".length;
  const found = await Promise.all(
    [...text].flatMap((letter, at) => {
      if (at < head || letter === "-") return [];
      const other = letter === "x" ? "y" : "x";
      return [parseInvitation(text.slice(0, at) + other + text.slice(at + 1))];
    }),
  );
  expect(found.length).toBeGreaterThan(100);
  expect(found).toEqual(found.map(() => MISTYPED));
});

test("[SP11] any two neighbours exchanged, and any letter left out or doubled, are found", async () => {
  const head = "beiakte-1-";
  const letters = text.slice(head.length).replaceAll("-", "");
  const changed = [...letters].flatMap((letter, at) => {
    const [before, next, after] = [letters.slice(0, at), letters[at + 1], letters.slice(at + 2)];
    const withoutOrDoubled = [before + letters.slice(at + 1), before + letter + letters.slice(at)];
    if (next === undefined || next === letter) return withoutOrDoubled;
    return withoutOrDoubled.concat(before + next + letter + after);
  });
  // Doubling the last letter leaves the invitation whole: it stands behind its end.
  const broken = changed.filter((each) => !each.startsWith(letters));
  const found = await Promise.all(broken.map((each) => parseInvitation(head + each)));
  expect(found).toEqual(found.map(() => MISTYPED));
});

test("[SP11] an invitation that was cut off is mistyped", async () => {
  const found = await Promise.all(
    [1, 2, 3, 10, 60, text.length - "beiakte-1-".length].map((cut) =>
      parseInvitation(text.slice(0, -cut)),
    ),
  );
  expect(found).toEqual(found.map(() => MISTYPED));
});

test.each([
  "",
  "hallo",
  "beiakte",
  "https://beiakte.example/einladung",
  "beiakte-x-00000",
  text.slice(9),
])("[SP11] a text without an invitation is malformed: '%s'", async (pasted) => {
  expect(await parseInvitation(pasted)).toEqual({ ok: false, error: "malformed" });
});

test("[SP11] an invitation of a later version is too new", async () => {
  const later = text.replace("beiakte-1-", "beiakte-2-");
  expect(await parseInvitation(later)).toEqual({ ok: false, error: "too-new" });
});

test("[SP11] whatever is pasted, nothing is thrown", async () => {
  const alphabet = fc.constantFrom(...Array.from("0123456789abcdefghjkmnpqrstvwxyz-OILu ü🌳\n"));
  const tails = fc.array(alphabet, { maxLength: 250 }).map((letters) => letters.join(""));
  await fc.assert(
    fc.asyncProperty(tails, async (tail) => {
      expect((await parseInvitation(`beiakte-1-${tail}`)).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("[SP12] an invitation never has the form of a web address, nor names its relay in clear", () => {
  expect(text).not.toMatch(/[:/.?#@]/);
  expect(text).not.toContain("relay");
});

test("[SP12] an address that is no relay's stands in no invitation", () => {
  const good = ["wss://relay.example", "ws://127.0.0.1:7420", "wss://relay.example:8443/a"];
  const bad = ["https://relay.example", "relay.example", "wss://", "wss://a b", "wss://ü.example"];
  expect(good.map(isInvitationRelay)).toEqual([true, true, true]);
  expect([...bad, `wss://${"a".repeat(160)}`].some(isInvitationRelay)).toBe(false);
});

test("[SP10] base32 has one form: bytes come back, and bits left over must be zero", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(base32ToBytes(bytesToBase32(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
  expect(base32ToBytes("00")).toEqual(Uint8Array.of(0));
  expect(base32ToBytes("01")).toBeUndefined();
  expect(base32ToBytes("000")).toBeUndefined();
  expect(base32ToBytes("u0")).toBeUndefined();
});
