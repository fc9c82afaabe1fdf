/**
 * What the relay adds to a disk: entries over real sockets, each acknowledged after its commit,
 * against a plain loop that commits rows of the same size with the same settings.
 */
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openSqliteFile } from "../../sync-server/src/store/sqlite-file";
import { must } from "../support/devices";
import {
  connect,
  type Identity,
  makeDocument,
  makeEntries,
  makeIdentity,
  makeSpaceOf,
  type RelayDevice,
  type TestEntry,
  type TestSpace,
} from "../support/relay-device";
import { startRelayProcess } from "../support/relay-process";
import { figureOf, type Line } from "./figures";
import { temporaryFolder } from "./temporary-folder";

const CONNECTIONS = 50;
const ENTRIES_ALONE = 1000;
const ENTRIES_EACH = 100;
const ENTRIES_AT_ONCE = 4000;

type Author = {
  readonly identity: Identity;
  readonly device: RelayDevice;
  readonly space: TestSpace;
};

export async function measureCommits(program: string): Promise<readonly Line[]> {
  const relay = await startRelayProcess(program, temporaryFolder());
  onTestFinished(relay.stop);
  const authors = await connectTeam(relay.port);
  const [first] = authors;
  if (first === undefined) throw new Error("a team has members");

  const alone = await entriesOf(first, ENTRIES_ALONE);
  const stream = await entriesOf(first, ENTRIES_AT_ONCE);
  const each = await Promise.all(authors.map((author) => entriesOf(author, ENTRIES_EACH)));
  const size = alone[0]?.bytes.length ?? 0;

  const loop = commitLoop(size, ENTRIES_ALONE);
  const one = await answerTimes(first, alone);
  const begun = performance.now();
  const together = await Promise.all(
    authors.map((author, i) => answerTimes(author, each[i] ?? [])),
  );
  const togetherMs = performance.now() - begun;
  const atOnceMs = await allAtOnce(first, stream);

  const peer = { name: "SQLite commits, one by one", figure: figureOf(loop) };
  const loopRate = { ...peer, figure: rate(loop.length, sum(loop)) };
  const line = { peer, unit: "ms", target: undefined } as const;
  const rates = { peer: loopRate, unit: "/s", target: undefined } as const;
  return [
    { ...line, name: "Entry sent to acknowledged, 1 connection", ours: figureOf(one) },
    {
      ...line,
      name: `Entry sent to acknowledged, ${CONNECTIONS} connections`,
      ours: figureOf(together.flat()),
    },
    {
      ...rates,
      name: "Entries stored, 1 connection, one after another",
      ours: rate(one.length, sum(one)),
    },
    {
      ...rates,
      name: `Entries stored, ${CONNECTIONS} connections, likewise`,
      ours: rate(together.flat().length, togetherMs),
    },
    {
      ...rates,
      name: "Entries stored, 1 connection, an outbox at once",
      ours: rate(stream.length, atOnceMs),
    },
  ];
}

/** Nobody follows: what is measured is the way to the disk and back. */
async function connectTeam(port: number): Promise<readonly Author[]> {
  const identities = await Promise.all(Array.from({ length: CONNECTIONS }, makeIdentity));
  const [founder, ...others] = identities;
  if (founder === undefined) throw new Error("a team has members");
  const space = await makeSpaceOf(founder, ...others);
  const devices = await Promise.all(identities.map((identity) => connect(port, identity)));
  for (const device of devices) onTestFinished(() => void device.close());
  devices[0]?.send({
    type: "found",
    space: space.space,
    records: space.records,
    lockboxes: [],
    voucher: "",
  });
  await devices[0]?.next("recorded");
  return identities.flatMap((identity, i) => {
    const device = devices[i];
    return device === undefined ? [] : [{ identity, device, space }];
  });
}

/** Each for a document of its own: nobody waits for another one's chain. */
function entriesOf({ identity, space }: Author, count: number): Promise<readonly TestEntry[]> {
  return makeEntries(space, identity, makeDocument(), count);
}

/** Milliseconds from each entry to its answer; the next one is sent after it. */
async function answerTimes(
  { device, space }: Author,
  entries: readonly TestEntry[],
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { bytes } of entries) {
    const begun = performance.now();
    device.send({ type: "append", space: space.space, entry: bytes });
    await device.next("stored");
    times.push(performance.now() - begun);
  }
  return times;
}

/** Milliseconds for all of them: a day's work offline comes so. */
async function allAtOnce(
  { device, space }: Author,
  entries: readonly TestEntry[],
): Promise<number> {
  const begun = performance.now();
  for (const { bytes } of entries) {
    device.send({ type: "append", space: space.space, entry: bytes });
  }
  for (let i = 0; i < entries.length; i += 1) await device.next("stored");
  return performance.now() - begun;
}

/** Milliseconds for each commit of one row. */
function commitLoop(size: number, count: number): readonly number[] {
  const file = must(openSqliteFile(join(temporaryFolder(), "plain.sqlite")));
  onTestFinished(file.close);
  file.run("CREATE TABLE plain (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  return Array.from({ length: count }, () => {
    const begun = performance.now();
    file.transaction(() => file.run("INSERT INTO plain (bytes) VALUES (?)", bytes));
    return performance.now() - begun;
  });
}

function rate(count: number, ms: number) {
  return { median: (count / ms) * 1000, p95: undefined };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
