import { describe, expect, test } from "vitest";
import type { LinkWord } from "../../../extension/src/workspace/link-words";
import { parseLinkWord } from "../../../extension/src/workspace/link-word-parser";
import { numberedId } from "../../support/plain-entries";

const SPACE = numberedId("SpaceId", 1);
const DEVICE = numberedId("DeviceId", 2);
const BYTES = new Uint8Array([1, 2, 3]);

const WORDS: readonly LinkWord[] = [
  { type: "wanted" },
  { type: "hello" },
  { type: "refresh" },
  { type: "wake" },
  { type: "whisper", space: SPACE, to: [DEVICE], bytes: BYTES },
  {
    type: "record",
    call: "7",
    space: SPACE,
    record: BYTES,
    lockboxes: [{ device: DEVICE, epoch: numberedId("RecordId", 3), bytes: BYTES }],
  },
  { type: "recorded", call: "7", refusal: undefined },
  { type: "recorded", call: "7", refusal: "too-slow" },
  { type: "rejected", space: SPACE },
  { type: "whispered", space: SPACE, from: DEVICE, bytes: BYTES },
  {
    type: "state",
    connection: { type: "online" },
    spaces: [[SPACE, { state: { type: "live" }, joinRequests: [BYTES] }]],
    activity: 4,
    arrivals: 2,
  },
  {
    type: "state",
    connection: { type: "refused", reason: "wrong-host" },
    spaces: [
      [SPACE, { state: { type: "refused", reason: "space-full" }, joinRequests: [] }],
      [SPACE, { state: { type: "store-fault", fault: "store-full" }, joinRequests: [] }],
    ],
    activity: 0,
    arrivals: 0,
  },
];

describe("what the contexts of a device say to each other about the relay", () => {
  test("[WS2] every word is heard as it was said", () => {
    for (const word of WORDS) expect(parseLinkWord(structuredClone(word))).toEqual(word);
  });

  test("[WS2] a word that lacks a field, or has another one's, is not heard", () => {
    for (const word of WORDS) {
      for (const field of Object.keys(word)) {
        const damaged = { ...structuredClone(word), [field]: Symbol("another version's") };
        expect(parseLinkWord(damaged), `${word.type} without ${field}`).toBeUndefined();
      }
    }
  });

  test("[WS2] what is no word at all is not heard", () => {
    for (const data of [undefined, null, 1, "hello", [], {}, { type: "louder" }]) {
      expect(parseLinkWord(data)).toBeUndefined();
    }
  });

  test("[WS2] a state, a reason or a fault that this version does not know is not heard", () => {
    const base = {
      type: "state",
      connection: { type: "online" },
      spaces: [],
      activity: 1,
      arrivals: 1,
    };
    const link = (state: unknown) => [[SPACE, { state, joinRequests: [] }]];
    for (const change of [
      { connection: { type: "dreaming" } },
      { connection: { type: "refused", reason: "tired" } },
      { spaces: link({ type: "asleep" }) },
      { spaces: link({ type: "store-fault", fault: "store-tired" }) },
      { spaces: [["no id", { state: { type: "live" }, joinRequests: [] }]] },
    ]) {
      expect(parseLinkWord({ ...base, ...change })).toBeUndefined();
    }
  });
});
