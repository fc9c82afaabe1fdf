/** A clip that version 0.1 wrote, and the same sealed to the device whose secret is all 2. */
import { bytesToId } from "@beiakte/shared/base/ids";
import { openClipBox } from "@beiakte/shared/crypto/clip-box-open";
import { sealingPairOf } from "@beiakte/shared/crypto/lockbox";
import { Secret } from "@beiakte/shared/crypto/secret";
import { type Clip, encodeClip, parseClip } from "@beiakte/shared/portal/clip";
import { expect, test } from "vitest";
import { must } from "../support/devices";
import { goldenBytes } from "./read-golden";

const CLIP: Clip = {
  clip: bytesToId("ClipId", new Uint8Array(16).fill(7)),
  text: "Bitte reichen Sie die Unterlagen\nbis 1. Februar 2027 ein.",
  anchor: { prefix: "Hinweis: ", suffix: "Ende", start: 812 },
  origin: "https://portal.example",
  path: "/klienten/1001",
  title: "Akte Übung",
  at: Date.UTC(2026, 10, 22, 9, 40),
  identifiers: [
    { kind: "bg_number", value: "12345//0012345" },
    { kind: "azr", value: "150917012345" },
  ],
};

test("[CL3] a clip of format 1 is written as it was, and read", () => {
  const bytes = goldenBytes("clip/v1/clip");
  expect(must(parseClip(bytes))).toEqual(CLIP);
  expect(encodeClip(CLIP)).toEqual(bytes);
});

test("[CL3] a box of format 1 opens for its device", async () => {
  const pair = await sealingPairOf(new Secret("device", new Uint8Array(32).fill(2)));
  const opened = must(await openClipBox(pair, CLIP.clip, goldenBytes("clip/v1/box")));
  expect(must(parseClip(opened))).toEqual(CLIP);
});
