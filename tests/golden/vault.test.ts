/** A vault that version 0.1 wrote, with the real Argon2id. Its passphrase is no secret. */
import { bytesToId } from "@beiakte/shared/base/ids";
import { stretchPassphrase } from "@beiakte/shared/crypto/stretch-passphrase";
import { secretBytes } from "@beiakte/shared/crypto/secret";
import { expect, test } from "vitest";
import { resumeVault, unlockVault } from "../../extension/src/workspace/vault";
import { must } from "../support/devices";
import { memoryVaultStore } from "../support/memory-vault-store";
import { seeded } from "../support/seeded";
import { goldenBytes } from "./read-golden";

const memory = memoryVaultStore(seeded("golden vault"));
const dependencies = { ...memory.dependencies, deriveFromPassphrase: stretchPassphrase };

test("[VA11] a vault of format 1 is resumed by its session, and unlocked by its passphrase", async () => {
  memory.file = goldenBytes("vault/v1/vault");
  memory.kept = goldenBytes("vault/v1/session");
  expect((await resumeVault(dependencies)).ok).toBe(true);
  const { contents } = must(await unlockVault(dependencies, "schönes Wetter heute"));
  const { device, draftKey, projectionKey, spaces } = contents.get();
  const secrets = [device, draftKey, projectionKey].map((secret) => secretBytes(secret)[0]);
  expect(secrets).toEqual([2, 12, 13]);
  const [team, waiting] = spaces;
  expect([...(team?.keyring.keys.values() ?? [])].map((key) => secretBytes(key)[0])).toEqual([14]);
  expect(team).toMatchObject({
    keyring: { space: bytesToId("SpaceId", new Uint8Array(32).fill(20)) },
    relay: "wss://relay.example",
    teamName: "Team Süd",
    self: { name: "Anna", organisation: "Stadt" },
    membership: { type: "member", member: bytesToId("MemberId", new Uint8Array(16).fill(5)) },
  });
  expect(waiting?.relay).toBeUndefined();
  expect(waiting?.membership).toMatchObject({
    type: "waiting",
    expiresAt: Date.UTC(2026, 0, 8, 9),
  });
});
