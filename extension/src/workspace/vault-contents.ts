/** What the vault holds, format 1. It is sealed as one, so nobody sees how many teams there are. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { decode, encode, type Reader, type Writer } from "@beiakte/shared/base/codec";
import type { MemberId } from "@beiakte/shared/base/ids";
import type { Random } from "@beiakte/shared/base/ports";
import { err, type Result } from "@beiakte/shared/base/result";
import { padded, unpadded } from "@beiakte/shared/crypto/padding";
import {
  type DeviceSecret,
  type DraftKey,
  type InvitationSecret,
  newSecret,
  type ProjectionKey,
  readSecret,
  writeSecret,
} from "@beiakte/shared/crypto/secret";
import type { NewcomerName } from "@beiakte/shared/space/join";
import { type Keyring, readKeyring, writeKeyring } from "@beiakte/shared/space/keyring";

export type VaultContents = {
  /** The seed of this device's HPKE pair. */
  readonly device: DeviceSecret;
  readonly draftKey: DraftKey;
  readonly projectionKey: ProjectionKey;
  readonly spaces: readonly VaultSpace[];
};

export type VaultSpace = {
  /** Empty until the lockbox has come. It names the space. */
  readonly keyring: Keyring;
  /** Where the relay is. Missing in the practice space, which is never sent anywhere. */
  readonly relay: string | undefined;
  /** As given when it was founded; empty for who was invited: the directory has the name. */
  readonly teamName: string;
  readonly self: NewcomerName;
  readonly membership: Membership;
};

export type Membership =
  | { readonly type: "member"; readonly member: MemberId }
  /** The invitation is accepted, an admin has still to approve. */
  | {
      readonly type: "waiting";
      readonly invitation: InvitationSecret;
      readonly expiresAt: number;
    };

const CONTENTS_VERSION = 1;
const SPACES_MOST = 1000;
const TEXT_MOST_BYTES = 4096;

// A device with one team and one with five have vaults of one size.
const PADDED_TO = 4096;

/** The keys of a new device that is in no space yet. */
export function newVaultContents(random: Random): VaultContents {
  return {
    device: newSecret("device", random),
    draftKey: newSecret("draft", random),
    projectionKey: newSecret("projection", random),
    spaces: [],
  };
}

/** Plain text: for sealing only. Padded, or its length would tell how many spaces there are. */
export function encodeContents(contents: VaultContents): Bytes {
  const plaintext = encode((writer) => {
    writer.byte(CONTENTS_VERSION);
    for (const secret of [contents.device, contents.draftKey, contents.projectionKey]) {
      writeSecret(writer, secret);
    }
    writer.list(contents.spaces, writeSpace);
  });
  return padded(plaintext, PADDED_TO);
}

/** What only a holder of the vault's key can have written: damage here is a fault of ours. */
export function parseContents(bytes: Bytes): Result<VaultContents, "damaged" | "too-new"> {
  const plaintext = unpadded(bytes, PADDED_TO);
  if (!plaintext.ok) return err("damaged");
  const version = plaintext.value[0];
  if (version !== undefined && version > CONTENTS_VERSION) return err("too-new");
  const parsed = decode(plaintext.value, (reader) => {
    if (reader.byte() !== CONTENTS_VERSION) reader.refuse();
    return {
      device: readSecret(reader, "device"),
      draftKey: readSecret(reader, "draft"),
      projectionKey: readSecret(reader, "projection"),
      spaces: reader.list(SPACES_MOST, readSpace),
    };
  });
  return parsed.ok ? parsed : err("damaged");
}

const MEMBERSHIPS = ["member", "waiting"] as const satisfies readonly Membership["type"][];

function writeSpace(writer: Writer, space: VaultSpace): void {
  const { keyring, relay, teamName, self, membership } = space;
  writeKeyring(writer, keyring).list(relay === undefined ? [] : [relay], (to, text) =>
    to.text(text),
  );
  writer.text(teamName).text(self.name).text(self.organisation);
  writer.byte(MEMBERSHIPS.indexOf(membership.type));
  switch (membership.type) {
    case "member":
      writer.id(membership.member);
      return;
    case "waiting":
      writeSecret(writer, membership.invitation).varint(membership.expiresAt);
      return;
  }
}

function readSpace(reader: Reader): VaultSpace {
  return {
    keyring: readKeyring(reader),
    relay: reader.list(1, readText)[0],
    teamName: readText(reader),
    self: { name: readText(reader), organisation: readText(reader) },
    membership: readMembership(reader),
  };
}

function readMembership(reader: Reader): Membership {
  const type = MEMBERSHIPS[reader.byte()] ?? reader.refuse();
  switch (type) {
    case "member":
      return { type, member: reader.id("MemberId") };
    case "waiting":
      return { type, invitation: readSecret(reader, "invitation"), expiresAt: reader.varint() };
  }
}

function readText(reader: Reader): string {
  return reader.text(TEXT_MOST_BYTES);
}
