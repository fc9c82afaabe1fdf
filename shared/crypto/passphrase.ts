/** Which passphrases are taken, how dear trying them is, and the key that one becomes. */
import { type Bytes, textToBytes } from "../base/bytes";
import type { Reader, Writer } from "../base/codec";
import type { Random } from "../base/ports";
import { type PassphraseKey, Secret } from "./secret";

/** Stored beside what the passphrase seals, so that it can be raised later. */
export type PassphraseCost = {
  readonly memoryKiB: number;
  readonly passes: number;
  /** 16 random bytes. */
  readonly salt: Bytes;
};

/** Gives the 32 bytes that stand for a passphrase: `stretchPassphrase`, here or in a worker. */
export type DeriveFromPassphrase = (passphrase: string, cost: PassphraseCost) => Promise<Bytes>;

/** Code points. Length is the only rule: rules about letters make passphrases worse (NIST SP 800-63B). */
export const PASSPHRASE_LEAST = 12;

const COST_VERSION = 1;
const SALT_LENGTH = 16;

// The second choice of RFC 9106 §4 (64 MiB, 3 passes): 0.5 s here, and it fits into small machines.
const MEMORY_KIB = 64 << 10;
const PASSES = 3;

// Read from a file that anyone with the disk may have written: neither weaker than the first
// version ever was, nor so dear that unlocking never ends.
const MEMORY_KIB_MOST = 256 << 10;
const PASSES_MOST = 10;

export function newPassphraseCost(random: Random): PassphraseCost {
  return { memoryKiB: MEMORY_KIB, passes: PASSES, salt: random.bytes(SALT_LENGTH) };
}

export function isLongEnough(passphrase: string): boolean {
  return [...normalised(passphrase)].length >= PASSPHRASE_LEAST;
}

/** What is stretched: the same bytes from every keyboard. */
export function passphraseBytes(passphrase: string): Bytes {
  return textToBytes(normalised(passphrase));
}

/** What `DeriveFromPassphrase` gave, as a key. */
export function passphraseKeyOf(stretched: Bytes): PassphraseKey {
  return new Secret("passphrase", stretched);
}

export function writePassphraseCost(writer: Writer, cost: PassphraseCost): Writer {
  writer.byte(COST_VERSION).varint(cost.memoryKiB).varint(cost.passes);
  return writer.fixed(cost.salt);
}

export function readPassphraseCost(reader: Reader): PassphraseCost {
  if (reader.byte() !== COST_VERSION) reader.refuse();
  const memoryKiB = reader.varint();
  if (memoryKiB < MEMORY_KIB || memoryKiB > MEMORY_KIB_MOST) reader.refuse();
  const passes = reader.varint();
  if (passes < PASSES || passes > PASSES_MOST) reader.refuse();
  return { memoryKiB, passes, salt: reader.fixed(SALT_LENGTH) };
}

// OpaqueString of RFC 8265 §4.2: an "ä" typed on another keyboard is the same "ä", and a
// no-break space is a space.
function normalised(passphrase: string): string {
  return passphrase.replaceAll(/\p{Zs}/gu, " ").normalize("NFC");
}
