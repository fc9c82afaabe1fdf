import { textToBytes } from "@beiakte/shared/base/bytes";
import { encode } from "@beiakte/shared/base/codec";
import { bytesToId } from "@beiakte/shared/base/ids";
import { closeClipBox } from "@beiakte/shared/crypto/clip-box";
import { openClipBox } from "@beiakte/shared/crypto/clip-box-open";
import { sealingPairOf } from "@beiakte/shared/crypto/lockbox";
import { newSecret } from "@beiakte/shared/crypto/secret";
import { type Clip, CLIP_MOST, encodeClip, parseClip } from "@beiakte/shared/portal/clip";
import { PORTAL_KINDS } from "@beiakte/shared/portal/portal-kind";
import fc from "fast-check";
import { expect, test } from "vitest";
import { must } from "../../support/devices";
import { seeded } from "../../support/seeded";

const random = seeded("clip");
const CLIP: Clip = {
  clip: bytesToId("ClipId", random.bytes(16)),
  text: "Bitte reichen Sie die Unterlagen ein.",
  anchor: { prefix: "Hinweis: ", suffix: " Ende", start: 812 },
  origin: "https://portal.example",
  path: "/klienten/1001",
  title: "Akte",
  at: Date.UTC(2026, 10, 22, 9, 40),
  identifiers: [{ kind: "bg_number", value: "12345//0012345" }],
};

const words = (most: number) => fc.string({ unit: "grapheme", maxLength: Math.min(most, 60) });
const ANY: fc.Arbitrary<Clip> = fc.record({
  clip: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => bytesToId("ClipId", bytes)),
  text: words(CLIP_MOST.text).filter((text) => text !== ""),
  anchor: fc.record({
    prefix: fc.string({ maxLength: CLIP_MOST.context }),
    suffix: fc.string({ maxLength: CLIP_MOST.context }),
    start: fc.maxSafeNat(),
  }),
  origin: fc.string({ maxLength: CLIP_MOST.origin }),
  path: fc.string({ maxLength: 100 }),
  title: fc.string({ maxLength: CLIP_MOST.title }),
  at: fc.maxSafeNat(),
  identifiers: fc.array(
    fc.record({
      kind: fc.constantFrom(...PORTAL_KINDS),
      value: fc.string({ maxLength: CLIP_MOST.value }),
    }),
    { maxLength: CLIP_MOST.identifiers },
  ),
});

test("[CL1] a clip comes back from its bytes as it was", () => {
  fc.assert(
    fc.property(ANY, (clip) => {
      expect(must(parseClip(encodeClip(clip)))).toEqual(clip);
    }),
  );
});

test("[CL1] bytes that are cut, prolonged or random are malformed, never an exception", () => {
  const bytes = encodeClip(CLIP);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), (length) => {
      expect(parseClip(bytes.slice(0, length)).ok).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      parseClip(new Uint8Array(noise));
      expect(parseClip(Uint8Array.from([...bytes, ...noise, 0])).ok).toBe(false);
    }),
  );
});

test("[CL1] nothing in it is longer than its limit, nor of an unknown kind, nor empty", () => {
  const longest = { ...CLIP, text: "ä".repeat(CLIP_MOST.text) };
  expect(must(parseClip(encodeClip(longest)))).toEqual(longest);
  const wrong: readonly Partial<Clip>[] = [
    { text: "" },
    { text: "a".repeat(CLIP_MOST.text + 1) },
    { title: "a".repeat(CLIP_MOST.title + 1) },
    { path: "a".repeat(CLIP_MOST.path + 1) },
    { anchor: { prefix: "a".repeat(CLIP_MOST.context + 1), suffix: "", start: 0 } },
    { identifiers: Array.from({ length: 41 }, () => ({ kind: "azr", value: "1" }) as const) },
    { identifiers: [{ kind: "passport" as never, value: "1" }] },
  ];
  for (const over of wrong) expect(parseClip(encodeClip({ ...CLIP, ...over })).ok).toBe(false);
});

test("[CL2] a clip is sealed with the device's public key and opens with its private one only", async () => {
  const own = await sealingPairOf(newSecret("device", random));
  const other = await sealingPairOf(newSecret("device", random));
  const sealed = must(await closeClipBox(own.publicKey, CLIP.clip, encodeClip(CLIP)));
  const opened = must(await openClipBox(own, CLIP.clip, sealed));
  expect(must(parseClip(opened))).toEqual(CLIP);
  expect(await openClipBox(other, CLIP.clip, sealed)).toEqual({ ok: false, error: "unreadable" });
  const elsewhere = bytesToId("ClipId", random.bytes(16));
  expect((await openClipBox(own, elsewhere, sealed)).ok).toBe(false);
  for (const at of [0, 1, 40, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await openClipBox(own, CLIP.clip, changed)).ok).toBe(false);
  }
  expect(
    await openClipBox(
      own,
      CLIP.clip,
      encode((to) => to.byte(2)),
    ),
  ).toEqual({
    ok: false,
    error: "too-new",
  });
  expect((await openClipBox(own, CLIP.clip, textToBytes("").slice())).ok).toBe(false);
});

test("[CL2] a word and a paragraph have one length, and a key that cannot be sealed to is told", async () => {
  const own = await sealingPairOf(newSecret("device", random));
  const lengthOf = async (text: string) =>
    must(await closeClipBox(own.publicKey, CLIP.clip, encodeClip({ ...CLIP, text }))).length;
  expect(await lengthOf("ja")).toBe(await lengthOf("ein Satz. ".repeat(60)));
  const sealed = await closeClipBox(new Uint8Array(32), CLIP.clip, encodeClip(CLIP));
  expect(sealed).toEqual({ ok: false, error: "unusable-key" });
});
