import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "@beiakte/shared/base/assert";
import { parseEntry } from "@beiakte/shared/log/entry";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../sync-server/src/store/sqlite";
import { openSqliteFile } from "../../sync-server/src/store/sqlite-file";
import { testStoreContract } from "../contracts/store-contract";
import { makeMemoryStore } from "../support/memory-store";
import { makeDocument, makeEntry, makeIdentity, makeSpace } from "../support/relay-device";

testStoreContract("SQLite", async () => openAt(newPath()));
testStoreContract("the fake in memory", async () => makeMemoryStore());

test("[RE11] a full disk refuses a whole commit, stores nothing half and works again later", async () => {
  const path = newPath();
  const causes: string[] = [];
  const opened = openSqliteStore({
    path,
    pagesMost: 60,
    failed: (cause) => causes.push(cause),
  });
  assert(opened.ok, "opens");
  const store = opened.value;
  const anna = await makeIdentity();
  const space = await makeSpace(anna);
  const founding = { ...space, lockboxes: [], voucherHash: undefined, at: 1 };
  assert((await store.found(founding)).ok, "founded");
  const document = makeDocument();
  const small = await makeEntry(space, anna, { document });
  const large = await makeEntry(space, anna, { document, after: small, size: 1 << 20 });
  const offers = [small, large].map(({ bytes, id }) => {
    const entry = parseEntry(bytes);
    assert(entry.ok, "well-formed");
    return { space: space.space, id, entry: entry.value, way: "append" as const };
  });
  const batch = { at: 1, spaceMostBytes: 1 << 30 };
  expect(await store.append({ ...batch, offers })).toEqual({ ok: false, error: "store-failed" });
  expect(causes).toHaveLength(1);
  const head = await store.head(space.space);
  expect(head.ok && head.value.number).toBe(0);
  expect(await store.append({ ...batch, offers: offers.slice(0, 1) })).toEqual({
    ok: true,
    value: [{ type: "stored", number: 1 }],
  });
});

test("[RE11] a file of a newer relay is left alone", () => {
  const path = newPath();
  const file = openSqliteFile(path);
  assert(file.ok, "opens");
  file.value.run("PRAGMA user_version = 99");
  file.value.close();
  expect(openSqliteFile(path)).toEqual({ ok: false, error: { type: "too-new", version: 99 } });
});

function newPath(): string {
  return join(mkdtempSync(join(tmpdir(), "beiakte-store-")), "relay.sqlite");
}

function openAt(path: string) {
  const opened = openSqliteStore({ path, failed: (cause) => console.error(cause) });
  assert(opened.ok, "opens");
  return opened.value;
}
