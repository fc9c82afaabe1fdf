/**
 * Who is in which space, as the relay knows it. A roster is verified once when it is first needed,
 * then record by record; the store is asked again only after a start.
 */
import { type Bytes, equalBytes } from "@beiakte/shared/base/bytes";
import type { DeviceId, InvitationId, RecordId, SpaceId } from "@beiakte/shared/base/ids";
import { unreachable } from "@beiakte/shared/base/assert";
import type { Clock } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import { RECORDS_MOST } from "@beiakte/shared/protocol/limits";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import { parseRecord, recordId } from "@beiakte/shared/space/record";
import {
  extendRoster,
  parseRoster,
  type Roster,
  type RosterFault,
} from "@beiakte/shared/space/roster";
import type { Store } from "./store/store";
import { voucherHash } from "./voucher";

/** A space's roster, and the records that it was made of. */
export type Membership = { readonly roster: Roster; readonly records: readonly Bytes[] };

/** What a roster became. `from`: how many records there were before. */
export type RosterStep = {
  readonly space: SpaceId;
  readonly head: RecordId;
  readonly from: number;
  readonly after: Membership;
  readonly lockboxes: readonly SealedLockbox[];
};

export type Foundation = {
  readonly device: DeviceId;
  /** Nobody but this machine can reach the relay: no voucher is asked for. */
  readonly isLocal: boolean;
  readonly space: SpaceId;
  readonly records: readonly Bytes[];
  readonly lockboxes: readonly SealedLockbox[];
  readonly voucher: string;
};

export class Members {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #memberships = new Map<SpaceId, Membership>();
  readonly #turns = new Map<SpaceId, Promise<unknown>>();

  constructor({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  async of(space: SpaceId): Promise<Result<Membership, "unknown-space" | "store-failed">> {
    const held = this.#memberships.get(space);
    if (held !== undefined) return ok(held);
    const records = await this.#store.records(space);
    if (!records.ok) return records;
    if (records.value.length === 0) return err("unknown-space");
    const roster = await parseRoster(records.value);
    // Only a damaged file holds a chain that was valid once and is not now.
    if (!roster.ok) return err("store-failed");
    // Somebody may have been faster, and gone on from there.
    const newer = this.#memberships.get(space);
    if (newer !== undefined) return ok(newer);
    const membership = { roster: roster.value, records: records.value };
    this.#memberships.set(space, membership);
    return ok(membership);
  }

  /** The membership as it stands in this very moment, of a space that `of` has given. */
  current(space: SpaceId): Membership | undefined {
    return this.#memberships.get(space);
  }

  /**
   * A whole roster: of a new space, or given back to a relay that lost it or its newest part. The
   * step is missing where there was nothing new in it.
   */
  found(foundation: Foundation): Promise<Result<RosterStep | undefined, Refusal>> {
    return this.#inTurn(foundation.space, async () => {
      const known = await this.of(foundation.space);
      if (known.ok) return this.#catchUp(known.value, foundation);
      if (known.error === "store-failed") return known;
      return this.#foundNew(foundation);
    });
  }

  /** One record more, by the device that brings it. The step is missing where it is there already. */
  record(
    device: DeviceId,
    space: SpaceId,
    bytes: Bytes,
    lockboxes: readonly SealedLockbox[],
  ): Promise<Result<RosterStep | undefined, Refusal>> {
    return this.#inTurn(space, async () => {
      const known = await this.of(space);
      if (!known.ok) return known;
      const { roster, records } = known.value;
      if (!roster.devices.has(device)) return err("not-a-member");
      if (records.some((held) => equalBytes(held, bytes))) return ok(undefined);
      const parsed = parseRecord(bytes);
      if (!parsed.ok) return err(refusalOf(parsed.error));
      if (parsed.value.author !== device) return err("wrong-sender");
      if (records.length >= RECORDS_MOST) return err("space-full");
      // The later of both clocks: what the relay takes must stay valid for readers, who go by the
      // record's own time.
      const at = Math.max(this.#clock.now(), parsed.value.time);
      const next = await extendRoster(roster, bytes, at);
      if (!next.ok) return err(refusalOf(next.error));
      return this.#extend(known.value, next.value, [bytes], lockboxes, "new");
    });
  }

  async #foundNew(foundation: Foundation): Promise<Result<RosterStep, Refusal>> {
    const { device, isLocal, space, records, lockboxes, voucher } = foundation;
    const at = this.#clock.now();
    const hash = isLocal ? undefined : voucherHash(voucher);
    if (hash !== undefined) {
      // Before the signatures are looked at: ten thousand of them cost seconds.
      if (voucher === "") return err("voucher-needed");
      const isOpen = await this.#store.hasVoucher(hash, at);
      if (!isOpen.ok) return isOpen;
      if (!isOpen.value) return err("voucher-invalid");
    }
    const roster = await parseRoster(records);
    if (!roster.ok) return err(refusalOf(roster.error));
    if (roster.value.space !== space) return err("malformed");
    if (!roster.value.devices.has(device)) return err("not-a-member");
    if (!areKnown(roster.value, lockboxes)) return err("not-allowed");
    const stored = await this.#store.found({ space, records, lockboxes, voucherHash: hash, at });
    if (!stored.ok) return stored;
    switch (stored.value) {
      case "voucher-invalid":
        return err("voucher-invalid");
      case "known":
        return err("roster-moved");
      case "stored":
        return ok(this.#step(0, { roster: roster.value, records }, lockboxes));
      default:
        return unreachable(stored.value);
    }
  }

  async #catchUp(
    known: Membership,
    { device, records, lockboxes }: Foundation,
  ): Promise<Result<RosterStep | undefined, Refusal>> {
    const isFork = known.records.some((held, i) => {
      const brought = records[i];
      return brought !== undefined && !equalBytes(held, brought);
    });
    if (isFork) return err("roster-moved");
    const missing = records.slice(known.records.length);
    let { roster } = known;
    for (const record of missing) {
      // By the records' own times: others have seen this chain accepted.
      // oxlint-disable-next-line no-await-in-loop
      const next = await extendRoster(roster, record);
      if (!next.ok) return err(refusalOf(next.error));
      roster = next.value;
    }
    if (!roster.devices.has(device)) return err("not-a-member");
    if (missing.length === 0) return ok(undefined);
    return this.#extend(known, roster, missing, lockboxes, "held");
  }

  async #extend(
    known: Membership,
    roster: Roster,
    added: readonly Bytes[],
    lockboxes: readonly SealedLockbox[],
    lockboxesWin: "new" | "held",
  ): Promise<Result<RosterStep, Refusal>> {
    if (!areKnown(roster, lockboxes)) return err("not-allowed");
    const from = known.records.length;
    const stored = await this.#store.extend({
      space: roster.space,
      from,
      records: added,
      lockboxes,
      lockboxesWin,
      settled: usedSince(known.roster, roster),
    });
    if (!stored.ok) return stored;
    if (stored.value === "moved") {
      // Another relay on the same store was faster: what we hold is old.
      this.#memberships.delete(roster.space);
      return err("roster-moved");
    }
    return ok(this.#step(from, { roster, records: [...known.records, ...added] }, lockboxes));
  }

  #step(from: number, after: Membership, lockboxes: readonly SealedLockbox[]): RosterStep {
    const { space, head } = after.roster;
    this.#memberships.set(space, after);
    return { space, head, from, after, lockboxes };
  }

  /** One change of a roster at a time: each is judged by what the one before made. */
  #inTurn<Value>(space: SpaceId, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#turns.get(space) ?? Promise.resolve()).then(work, work);
    this.#turns.set(space, turn);
    const done = (): void => {
      if (this.#turns.get(space) === turn) this.#turns.delete(space);
    };
    turn.then(done, done);
    return turn;
  }
}

/** The id that answers a brought roster: of its last record. */
export async function headOfRecords(records: readonly Bytes[]): Promise<RecordId | undefined> {
  const last = records.at(-1);
  return last === undefined ? undefined : recordId(last);
}

function usedSince(before: Roster, after: Roster): readonly InvitationId[] {
  return [...after.invitations.values()]
    .filter(
      ({ invitation, usedBy }) =>
        usedBy !== undefined && before.invitations.get(invitation)?.usedBy === undefined,
    )
    .map(({ invitation }) => invitation);
}

/** A lockbox for nobody, or of an epoch that never was, would lie here for ever. */
function areKnown(roster: Roster, lockboxes: readonly SealedLockbox[]): boolean {
  return lockboxes.every(
    ({ device, epoch }) =>
      roster.devices.has(device) && roster.epochs.some(({ id }) => id === epoch),
  );
}

function refusalOf(fault: RosterFault): Refusal {
  switch (fault.type) {
    case "malformed":
    case "bad-signature":
    case "not-allowed":
    case "invitation-invalid":
      return fault.type;
    case "too-new":
      return "unknown-version";
    case "moved":
      return "roster-moved";
    default:
      return unreachable(fault);
  }
}
