import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { assert } from "@beiakte/shared/base/assert";
import { START } from "@beiakte/shared/protocol/cursor";
import type { StreamItem } from "@beiakte/shared/protocol/frames";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import {
  append,
  connect,
  followAll,
  found,
  makeDocument,
  makeEntries,
  makeEntry,
  makeIdentity,
  makeSpace,
} from "../support/relay-device";

const PROGRAM = inject("relay");

// Each start of a process is a second on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test("[RE30] what was acknowledged is there after the process was killed", async () => {
  const data = newFolder();
  const first = await start(data);
  const anna = await connect(first.port, await makeIdentity());
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  const entries = await makeEntries(space, anna.identity, makeDocument(), 300);
  for (const { bytes } of entries) anna.send({ type: "append", space: space.space, entry: bytes });
  const acknowledged = new Map<string, number>();
  while (acknowledged.size < 100) {
    const { id, number } = await anna.next("stored");
    acknowledged.set(id, number);
  }
  first.child.kill("SIGKILL");
  await anna.closed;
  for (const frame of anna.unread()) {
    if (frame.type === "stored") acknowledged.set(frame.id, frame.number);
  }

  const second = await start(data);
  const again = await connect(second.port, anna.identity);
  again.send({ type: "follow", space: space.space, cursor: START });
  const { cursor } = await again.next("caught-up");
  const items: StreamItem[] = [];
  while (items.length < cursor.number) {
    items.push(...(await again.next("entries")).items);
  }
  const held = new Map(items.map(({ id, number }) => [id as string, number]));
  for (const [id, number] of acknowledged) expect(held.get(id)).toBe(number);
  // What was on the way is sent again, and everything is there once.
  for (const entry of entries) {
    await append(again, space.space, entry);
  }
  again.send({ type: "follow", space: space.space, cursor: START });
  expect((await again.next("caught-up")).cursor.number).toBe(300);
});

test("[RE31] asked to end, the relay says goodbye with 1001 and ends with 0", async () => {
  const data = newFolder();
  const relay = await start(data);
  const anna = await connect(relay.port, await makeIdentity());
  const space = await makeSpace(anna.identity);
  await found(anna, space);
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  await append(anna, space.space, entry);
  relay.child.kill("SIGTERM");
  expect(await anna.closed).toBe(1001);
  expect(await relay.ended).toBe(0);
  expect(existsSync(join(data, "relay.sqlite-wal"))).toBe(false);
  const again = await start(data);
  expect(await append(await connect(again.port, anna.identity), space.space, entry)).toBe(1);
});

test("[RE32] a voucher and a backup are made while the relay runs", async () => {
  const data = newFolder();
  const relay = await start(data);
  const proxied = { headers: { "x-forwarded-for": "192.0.2.7" } };
  const anna = await connect(relay.port, await makeIdentity(), proxied);
  const space = await makeSpace(anna.identity);
  const voucher = await run("voucher", "--data", data);
  expect(voucher.status).toBe(0);
  await found(anna, space, [], voucher.stdout.trim());
  const entry = await makeEntry(space, anna.identity, { document: makeDocument() });
  await append(anna, space.space, entry);
  const copy = join(newFolder(), "relay.sqlite");
  expect((await run("backup", copy, "--data", data)).status).toBe(0);
  const refused = await run("backup", copy, "--data", data);
  expect(refused.status).toBe(2);
  const restored = await start(dirname(copy));
  const again = await connect(restored.port, anna.identity);
  await followAll(again, space.space);
  expect((await again.next("entries")).items[0]?.id).toBe(entry.id);
});

test("[RE29] what cannot be done ends at once with one line and code 2", async () => {
  const data = newFolder();
  const relay = await start(data);
  const taken = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await new Promise((resolve) => taken.once("listening", resolve));
  const address = taken.address();
  assert(address !== null && typeof address === "object", "listens");
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  const broken = newFolder();
  mkdirSync(join(broken, "relay.sqlite"));
  const cases = [
    [["--port", "x"], '--port is a number from 0 to 65535, not "x"'],
    [["--port", `${address.port}`, "--data", newFolder()], "is taken: choose another with --port"],
    [["--data", join(file, "below")], "cannot make the folder"],
    [["--data", broken], "cannot open the data in"],
    [["--port", "0", "--data", data], "another relay is running on"],
  ] as const;
  const ends = await Promise.all(cases.map(([args]) => run(...args)));
  for (const [i, [, text]] of cases.entries()) {
    const end = ends[i];
    assert(end, "each has ended");
    const { status, stderr, stdout } = end;
    expect(stderr).toContain(text);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  }
  expect(relay.child.exitCode).toBeNull();
});

function run(
  ...args: readonly string[]
): Promise<{ readonly status: unknown; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    const options = { encoding: "utf8", timeout: 20_000 } as const;
    execFile(process.execPath, [PROGRAM, ...args], options, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

/** A relay process on a free port, ended with the test. */
async function start(data: string) {
  const child = spawn(process.execPath, [PROGRAM, "--port", "0", "--data", data]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, port: await portOf(child) };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    const { stdout, stderr } = child;
    assert(stdout !== null && stderr !== null, "piped");
    stderr.on("data", (data) => (said += String(data)));
    stdout.on("data", (data) => {
      said += String(data);
      const port = /listening on ws:\/\/127\.0\.0\.1:(\d+) /u.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once("exit", () => reject(new Error(`the relay ended: ${said}`)));
  });
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "beiakte-relay-"));
}
