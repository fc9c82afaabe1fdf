/** The relay's store without a disk: honest, and gone with its process. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { bytesToHex } from "@beiakte/shared/base/bytes";
import type { SpaceId } from "@beiakte/shared/base/ids";
import { assert } from "@beiakte/shared/base/assert";
import { err, ok } from "@beiakte/shared/base/result";
import { chainKey, type Head } from "@beiakte/shared/log/entry";
import { START } from "@beiakte/shared/protocol/cursor";
import type { SealedLockbox } from "@beiakte/shared/protocol/frames";
import { placementOf, type Shelf } from "../../sync-server/src/store/placement";
import { runningHash } from "../../sync-server/src/store/running-hash";
import {
  type Batch,
  type JoinRequest,
  type Offer,
  type Outcome,
  REQUESTS_PER_INVITATION_MOST,
  type Store,
} from "../../sync-server/src/store/store";

type Row = {
  readonly offer: Offer;
  readonly hash: Bytes;
  readonly leads: boolean;
  readonly at: number;
  bytes: Bytes | undefined;
};

type Space = {
  readonly records: Bytes[];
  readonly lockboxes: Map<string, SealedLockbox>;
  requests: { readonly request: JoinRequest; readonly at: number }[];
  readonly rows: Row[];
};

export type MemoryStore = Store & {
  /** From now on every write fails, as on a full disk; or none does. */
  setBroken: (isBroken: boolean) => void;
};

export function makeMemoryStore(): MemoryStore {
  const spaces = new Map<SpaceId, Space>();
  const vouchers = new Map<string, { readonly expiresAt: number; isUsed: boolean }>();
  let isBroken = false;

  const write = async <Value>(work: () => Value) =>
    isBroken ? err("store-failed" as const) : ok(work());
  const held = (space: SpaceId): Space => {
    const found = spaces.get(space);
    assert(found !== undefined, "the space is known");
    return found;
  };
  const isOpen = (hash: Bytes, at: number): boolean => {
    const voucher = vouchers.get(bytesToHex(hash));
    return voucher !== undefined && !voucher.isUsed && voucher.expiresAt >= at;
  };

  return {
    setBroken: (now) => (isBroken = now),
    found: (founding) =>
      write(() => {
        const { space, records, lockboxes, voucherHash, at } = founding;
        if (spaces.has(space)) return "known";
        if (voucherHash !== undefined) {
          if (!isOpen(voucherHash, at)) return "voucher-invalid";
          const voucher = vouchers.get(bytesToHex(voucherHash));
          if (voucher !== undefined) voucher.isUsed = true;
        }
        const made = { records: [...records], lockboxes: new Map(), requests: [], rows: [] };
        spaces.set(space, made);
        keepLockboxes(made, lockboxes, "new");
        return "stored";
      }),
    records: async (space) => ok([...(spaces.get(space)?.records ?? [])]),
    extend: (change) =>
      write(() => {
        const space = spaces.get(change.space);
        if (space?.records.length !== change.from) return "moved";
        space.records.push(...change.records);
        keepLockboxes(space, change.lockboxes, change.lockboxesWin);
        space.requests = space.requests.filter(
          ({ request }) => !change.settled.includes(request.invitation),
        );
        return "stored";
      }),
    lockboxes: async (space, device) =>
      ok(
        [...(spaces.get(space)?.lockboxes.values() ?? [])].filter(
          (lockbox) => lockbox.device === device,
        ),
      ),
    keepRequest: (id, request, at) =>
      write(() => {
        const space = held(id);
        const others = space.requests.filter(
          ({ request: other }) =>
            other.invitation !== request.invitation || other.device !== request.device,
        );
        const ofInvitation = others.filter(
          ({ request: other }) => other.invitation === request.invitation,
        );
        const tooMany = new Set(
          ofInvitation.slice(
            0,
            Math.max(0, ofInvitation.length + 1 - REQUESTS_PER_INVITATION_MOST),
          ),
        );
        space.requests = [...others.filter((other) => !tooMany.has(other)), { request, at }];
      }),
    requests: async (space) =>
      ok((spaces.get(space)?.requests ?? []).map(({ request }) => request)),
    append: (batch) =>
      write(() => batch.offers.map((offer) => appendOne(held(offer.space), offer, batch))),
    async read(id, after, most) {
      const rows = spaces.get(id)?.rows.slice(after, after + most.items) ?? [];
      let bytes = 0;
      const tooMany = rows.findIndex((row, i) => {
        bytes += row.bytes?.length ?? 0;
        return i > 0 && bytes > most.bytes;
      });
      return ok(
        rows.slice(0, tooMany === -1 ? rows.length : tooMany).map((row, i) => ({
          number: after + i + 1,
          id: row.offer.id,
          entry: row.bytes,
        })),
      );
    },
    hashAt: async (id, number) =>
      ok(number === 0 ? START.hash : spaces.get(id)?.rows[number - 1]?.hash),
    async head(id) {
      const { rows } = held(id);
      return ok({ number: rows.length, hash: rows.at(-1)?.hash ?? START.hash });
    },
    forget: (before) =>
      write(() => {
        let count = 0;
        for (const space of spaces.values()) {
          space.requests = space.requests.filter(({ at }) => at > before);
          count += forgetIn(space, before);
        }
        return count;
      }),
    addVoucher: (hash, expiresAt) =>
      write(() => void vouchers.set(bytesToHex(hash), { expiresAt, isUsed: false })),
    hasVoucher: async (hash, at) => ok(isOpen(hash, at)),
    close: async () => undefined,
  };
}

function appendOne(space: Space, offer: Offer, { at, spaceMostBytes }: Batch): Outcome {
  const { bytes } = offer.entry;
  const placement = placementOf(shelfOf(space, offer), offer);
  if (placement.type !== "free") return placement;
  const size = space.rows.reduce((sum, row) => sum + (row.bytes?.length ?? 0), 0);
  if (size + bytes.length > spaceMostBytes) return { type: "refused", reason: "space-full" };
  const hash = runningHash(space.rows.at(-1)?.hash ?? START.hash, offer.id);
  space.rows.push({ offer, hash, at, bytes, leads: placement.leads });
  return { type: "stored", number: space.rows.length };
}

function shelfOf(space: Space, offer: Offer): Shelf {
  const rowsOf = (key: string): readonly Row[] =>
    space.rows
      .filter(({ offer: { entry } }) => entry.header.document === offer.entry.header.document)
      .filter(({ offer: { entry } }) => chainKey(entry.header) === key);
  return {
    at(chain, seq) {
      const row = rowsOf(chainKey(chain)).find((held) => held.offer.entry.header.seq === seq);
      return row && { id: row.offer.id, number: space.rows.indexOf(row) + 1 };
    },
    head: (chain) =>
      rowsOf(chainKey(chain))
        .map(({ offer: { id, entry } }) => ({ id, seq: entry.header.seq }))
        .toSorted((a, b) => b.seq - a.seq)[0],
    covers: () => coversOf(leading(space, offer.entry.header.document).at(-1)),
  };
}

function forgetIn(space: Space, before: number): number {
  const documents = new Set(space.rows.map(({ offer }) => offer.entry.header.document));
  let count = 0;
  for (const document of documents) {
    const snapshots = leading(space, document);
    const kept = new Set(snapshots.slice(-2));
    const due = snapshots.findLast(({ at }) => at <= before);
    const covers = new Map((coversOf(due) ?? []).map((head) => [chainKey(head), head.seq]));
    for (const row of space.rows) {
      const { header } = row.offer.entry;
      const isCovered =
        header.document === document && header.seq <= (covers.get(chainKey(header)) ?? 0);
      if (!isCovered || kept.has(row) || row.bytes === undefined) continue;
      row.bytes = undefined;
      count += 1;
    }
  }
  return count;
}

function leading(space: Space, document: string): readonly Row[] {
  return space.rows.filter(({ leads, offer }) => leads && offer.entry.header.document === document);
}

function coversOf(row: Row | undefined): readonly Head[] | undefined {
  const header = row?.offer.entry.header;
  return header?.kind === "snapshot" ? header.covers : undefined;
}

function keepLockboxes(
  space: Space,
  lockboxes: readonly SealedLockbox[],
  win: "new" | "held",
): void {
  for (const lockbox of lockboxes) {
    const key = `${lockbox.device}/${lockbox.epoch}`;
    if (win === "held" && space.lockboxes.has(key)) continue;
    space.lockboxes.set(key, lockbox);
  }
}
