/**
 * A key as an object that cannot be printed: logs, error reports and JSON show `<key>`. Its bytes
 * are read in this folder only (`secretBytes`), and leave it only inside a codec (`writeSecret`),
 * on the way into something sealed.
 */
import { assert } from "../base/assert";
import type { Bytes } from "../base/bytes";
import type { Reader, Writer } from "../base/codec";
import type { Random } from "../base/ports";

/** What a secret is for. A secret of one kind is never taken for one of another. */
export type SecretKind =
  | "device"
  | "draft"
  | "epoch"
  | "invitation"
  | "join-name"
  | "passphrase"
  | "projection"
  | "session"
  | "vault";

export const SECRET_LENGTH = 32;

const PRINTED = "<key>";
// Node prints objects by this symbol, private fields and all, unless it is there.
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** 32 bytes that nobody sees. */
export class Secret<Kind extends SecretKind> {
  readonly kind: Kind;
  readonly #bytes: Bytes;

  constructor(kind: Kind, bytes: Bytes) {
    assert(bytes.length === SECRET_LENGTH, "a secret has 32 bytes");
    this.kind = kind;
    this.#bytes = bytes.slice();
  }

  static bytesOf(secret: Secret<SecretKind>): Bytes {
    return secret.#bytes.slice();
  }

  toString(): string {
    return PRINTED;
  }

  toJSON(): string {
    return PRINTED;
  }

  [INSPECT](): string {
    return PRINTED;
  }
}

/** Opens a device's lockboxes: the seed of its HPKE pair. */
export type DeviceSecret = Secret<"device">;
/** Seals the local changes that are not yet entries. */
export type DraftKey = Secret<"draft">;
/** The space's key between two renewals. */
export type EpochKey = Secret<"epoch">;
/** What an invitation's holder knows; everything else of the invitation follows from it. */
export type InvitationSecret = Secret<"invitation">;
/** Opens the name in a join request, and nothing else: the directory may hold it. */
export type JoinNameKey = Secret<"join-name">;
/** What Argon2id made of a passphrase. */
export type PassphraseKey = Secret<"passphrase">;
/** Seals the rows for list and search. */
export type ProjectionKey = Secret<"projection">;
/** Unlocks the vault without the passphrase until the browser is closed. */
export type SessionKey = Secret<"session">;
export type VaultKey = Secret<"vault">;

export function newSecret<Kind extends SecretKind>(kind: Kind, random: Random): Secret<Kind> {
  return new Secret(kind, random.bytes(SECRET_LENGTH));
}

/** The bytes themselves: for the files of this folder. */
export function secretBytes(secret: Secret<SecretKind>): Bytes {
  return Secret.bytesOf(secret);
}

/** Only into bytes that are sealed before they leave the memory. */
export function writeSecret(writer: Writer, secret: Secret<SecretKind>): Writer {
  return writer.fixed(Secret.bytesOf(secret));
}

export function readSecret<Kind extends SecretKind>(reader: Reader, kind: Kind): Secret<Kind> {
  return new Secret(kind, reader.fixed(SECRET_LENGTH));
}
