/** A portal profile while somebody edits it: rows carry a number of their own, as fields move. */
import { bytesToHex } from "@beiakte/shared/base/bytes";
import type { Random } from "@beiakte/shared/base/ports";
import type { Result } from "@beiakte/shared/base/result";
import { SOURCED_CLIP } from "@beiakte/shared/portal/clip-template";
import type { PortalKind } from "@beiakte/shared/portal/portal-kind";
import {
  parseProfile,
  type PortalFact,
  type PortalProfile,
  PROFILE_KINDS,
  type ProfileFault,
} from "@beiakte/shared/portal/profile";

/** A label's words or a place's selector, with the kind of number that they mean; or a field's. */
export type DraftRow<Kind extends string = PortalKind> = {
  readonly number: number;
  readonly kind: Kind;
  readonly written: string;
};

export type ProfileDraft = {
  readonly name: string;
  readonly path: string;
  readonly kinds: readonly PortalKind[];
  readonly labels: readonly DraftRow[];
  readonly places: readonly DraftRow[];
  readonly fields: readonly DraftRow<PortalFact>[];
  /** See `clip-template`. */
  readonly clip: string;
};

export function newProfile(random: Random, origin: string): PortalProfile {
  return {
    id: `team-${bytesToHex(random.bytes(8))}`,
    name: new URL(origin).host,
    addresses: [{ origin, path: "/" }],
    kinds: PROFILE_KINDS,
    labels: [],
    places: [],
    fields: [],
    clip: SOURCED_CLIP,
  };
}

export function draftOf(profile: PortalProfile, origin: string): ProfileDraft {
  return {
    name: profile.name,
    path: profile.addresses.find((address) => address.origin === origin)?.path ?? "/",
    kinds: profile.kinds,
    labels: profile.labels.map(({ kind, words }, number) => ({ number, kind, written: words })),
    places: profile.places.map(({ kind, selector }, number) => ({
      number,
      kind,
      written: selector,
    })),
    fields: profile.fields.map(({ fact, selector }, number) => ({
      number,
      kind: fact,
      written: selector,
    })),
    clip: profile.clip,
  };
}

/** What the draft makes of the profile; rows that nobody has written in are left out. */
export function profileOf(
  before: PortalProfile,
  origin: string,
  draft: ProfileDraft,
): Result<PortalProfile, ProfileFault> {
  const others = before.addresses.filter((address) => address.origin !== origin);
  return parseProfile({
    ...before,
    name: draft.name,
    clip: draft.clip,
    kinds: draft.kinds,
    addresses: [...others, { origin, path: draft.path.trim() === "" ? "/" : draft.path.trim() }],
    labels: filled(draft.labels).map(({ kind, written }) => ({ kind, words: written })),
    places: filled(draft.places).map(({ kind, written }) => ({ kind, selector: written })),
    fields: filled(draft.fields).map(({ kind, written }) => ({ fact: kind, selector: written })),
  });
}

/** The row that a fault such as `labels[1].words` means. */
export function faultyRow(
  rows: readonly DraftRow<string>[],
  part: "labels" | "places" | "fields",
  fault: ProfileFault | undefined,
): number | undefined {
  if (fault === undefined || !fault.at.startsWith(`${part}[`)) return undefined;
  return filled(rows)[Number.parseInt(fault.at.slice(part.length + 1), 10)]?.number;
}

export function withRow<Kind extends string>(
  rows: readonly DraftRow<Kind>[],
  kind: Kind,
): readonly DraftRow<Kind>[] {
  return [...rows, { number: (rows.at(-1)?.number ?? -1) + 1, kind, written: "" }];
}

function filled<Kind extends string>(rows: readonly DraftRow<Kind>[]): readonly DraftRow<Kind>[] {
  return rows.filter(({ written }) => written.trim() !== "");
}
