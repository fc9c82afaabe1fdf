import { expect, test } from "vitest";
import { challengeToSign } from "@beiakte/shared/protocol/challenge";

test("[PR5] what is signed for one host and challenge is signed for no other", () => {
  const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const signed = [
    challengeToSign("relay.example.org", one),
    challengeToSign("relay.example.org", two),
    challengeToSign("relay.example.or", one),
    challengeToSign("relay.example.org:1", one),
  ].map((bytes) => bytes.join());
  expect(new Set(signed).size).toBe(4);
});
