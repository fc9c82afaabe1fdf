/** What every store of a device promises beside the logs. Part of the entry store's contract. */
import { generateSigningKey, sign, verify } from "@beiakte/shared/crypto/signature";
import { expect, test } from "vitest";
import { hasUnseen } from "../../extension/src/workspace/entry-store";
import {
  addDraft,
  bring,
  type DeviceUnderTest,
  idsIn,
  insertOwn,
  must,
  NOTE,
  OTHER_NOTE,
  OTHER_SPACE,
  own,
  sealed,
  SPACE,
  their,
} from "../support/device-store";
import { numberedId } from "../support/plain-entries";

export function deviceRowsContract(fresh: () => Promise<DeviceUnderTest>): void {
  test("[ES15] a document has unseen changes when others wrote after the person looked", async () => {
    const { store } = await fresh();
    const progress = () => store.progressAt(SPACE, NOTE);
    expect(await progress()).toBeUndefined();
    await insertOwn(store, 1);
    expect(await progress()).toEqual({ document: NOTE, newest: 1, newestByOthers: 0, seen: 0 });
    await bring(store, await their({ seq: 1 }));
    const unseen = await progress();
    expect(unseen && hasUnseen(unseen)).toBe(true);
    must(await store.markSeen(SPACE, [{ document: NOTE, order: 2 }]));
    await insertOwn(store, 2);
    must(await store.markSeen(SPACE, [{ document: NOTE, order: 1 }]));
    const seen = await progress();
    expect(seen).toEqual({ document: NOTE, newest: 3, newestByOthers: 2, seen: 2 });
    expect(seen && hasUnseen(seen)).toBe(false);
    expect(await store.progressOf(SPACE)).toEqual([seen]);
    expect(await store.progressOf(OTHER_SPACE)).toEqual([]);
    expect(await store.progressAt(OTHER_SPACE, NOTE)).toBeUndefined();
  });

  test("[ES16] a projection is one row a document, replaced as a whole", async () => {
    const { store } = await fresh();
    const row = { space: SPACE, document: NOTE, order: 1, bytes: Uint8Array.of(1) };
    const newer = { ...row, order: 2, bytes: Uint8Array.of(2) };
    must(await store.projections.put(row));
    must(await store.projections.put({ ...row, document: OTHER_NOTE }));
    must(await store.projections.put({ ...row, space: OTHER_SPACE }));
    must(await store.projections.put(newer));
    must(await store.projections.remove(SPACE, OTHER_NOTE));
    expect(await store.projections.all(SPACE)).toEqual([newer]);
  });

  test("[ES17] the vault's bytes and the session's key are kept apart", async () => {
    const { store } = await fresh();
    expect(await store.vault.read()).toBeUndefined();
    must(await store.vault.write(Uint8Array.of(1)));
    must(await store.sessionKey.write(Uint8Array.of(2)));
    must(await store.vault.write(Uint8Array.of(3)));
    must(await store.sessionKey.remove());
    expect(await store.vault.read()).toEqual(Uint8Array.of(3));
    expect(await store.sessionKey.read()).toBeUndefined();
  });

  test("[ES17] the device's key signs after it was stored", async () => {
    const { another, store } = await fresh();
    expect(await store.device.get()).toBeUndefined();
    const signing = await generateSigningKey();
    must(await store.device.put({ signing, sealingKey: Uint8Array.of(4) }));
    const kept = await (await another()).device.get();
    const bytes = Uint8Array.of(1, 2, 3);
    const signature = await sign(kept?.signing ?? signing, "beiakte challenge v1", bytes);
    expect(await verify(signing.publicKey, "beiakte challenge v1", bytes, signature)).toBe(true);
    expect(kept?.sealingKey).toEqual(Uint8Array.of(4));
    expect(kept?.signing.privateKey.extractable).toBe(false);
  });

  test("[ES17] followed spaces are kept with their relay and what they wait for", async () => {
    const { store } = await fresh();
    const relay = "wss://relay.example/";
    const joining = { space: SPACE, relay, joinRequest: Uint8Array.of(1), voucher: "" };
    const joined = { ...joining, joinRequest: undefined };
    const other = { ...joined, space: OTHER_SPACE, voucher: "leave" };
    must(await store.spaces.put(joining));
    must(await store.spaces.put(other));
    expect(await store.spaces.all()).toEqual([joining, other]);
    must(await store.spaces.put(joined));
    must(await store.spaces.remove(OTHER_SPACE));
    expect(await store.spaces.all()).toEqual([joined]);
  });

  test("[CL10] clips are kept in the order of their arrival until they are taken out, each once", async () => {
    const { another, store } = await fresh();
    const rows = [3, 1, 2].map((n) => {
      return { clip: numberedId("ClipId", n), arrivedAt: 10 - n, bytes: Uint8Array.of(n) };
    });
    for (const row of rows) must(await store.clips.put(row));
    const other = await another();
    const idsOf = async () => (await other.clips.all()).map(({ clip }) => clip);
    expect(await idsOf()).toEqual([3, 2, 1].map((n) => numberedId("ClipId", n)));
    const [, first] = rows;
    if (first !== undefined) must(await store.clips.put(first));
    must(await other.clips.remove(numberedId("ClipId", 3)));
    must(await store.clips.remove(numberedId("ClipId", 3)));
    expect(await store.clips.all()).toEqual([rows[2], rows[1]]);
  });

  test("[ES18] erasing removes everything, and every context hears of it", async () => {
    const { another, store } = await fresh();
    const other = await another();
    await insertOwn(store, 1);
    must(await store.vault.write(Uint8Array.of(1)));
    must(await store.erase());
    expect(store.trouble.get()).toEqual({ type: "erased" });
    expect(other.trouble.get()).toEqual({ type: "erased" });
    expect(await addDraft(other)).toEqual({ ok: false, error: { type: "store-failed" } });
    const empty = await another();
    expect(await idsIn(empty)).toEqual([]);
    expect(await empty.vault.read()).toBeUndefined();
    expect(await empty.progressOf(SPACE)).toEqual([]);
  });

  test("[ES19] a store that is closed refuses writes as a fault, and is no trouble", async () => {
    const { store } = await fresh();
    const entry = await own(store, { seq: 1 });
    store.close();
    const failed = { ok: false, error: { type: "store-failed" } };
    expect(await store.insertSealed(sealed(entry))).toEqual(failed);
    expect(await addDraft(store)).toEqual(failed);
    expect(store.trouble.get()).toBeUndefined();
    await expect(store.writer()).rejects.toThrow();
  });
}
