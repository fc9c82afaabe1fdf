/**
 * Argon2id (RFC 9106) by hash-wasm: what makes trying passphrases dear. It takes half a second and
 * 64 MiB, so the extension runs it in a worker; bytes and not a `Secret` cross that border. In a
 * file of its own, so that no page has to load hash-wasm.
 */
import { argon2id } from "hash-wasm";
import type { Bytes } from "../base/bytes";
import { type PassphraseCost, passphraseBytes } from "./passphrase";
import { SECRET_LENGTH } from "./secret";

export async function stretchPassphrase(passphrase: string, cost: PassphraseCost): Promise<Bytes> {
  const bytes = await argon2id({
    password: passphraseBytes(passphrase),
    salt: cost.salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: SECRET_LENGTH,
    outputType: "binary",
  });
  return new Uint8Array(bytes);
}
