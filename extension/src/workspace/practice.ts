/**
 * The practice space: a team of the sample caseload, in a store of its own, with no relay. It has
 * no passphrase: its key lives as long as the browser session, and after that the space is
 * removed, since nobody could open it.
 */
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId, type DocumentId, type RecordId, type WriterId } from "@beiakte/shared/base/ids";
import { bytesToHex } from "@beiakte/shared/base/bytes";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { projectionKey } from "@beiakte/shared/crypto/keys";
import type { EpochKey } from "@beiakte/shared/crypto/secret";
import { generateSigningKey } from "@beiakte/shared/crypto/signature";
import { FIRST_PREVIOUS, parseEntry, type ReceivedEntry } from "@beiakte/shared/log/entry";
import { sealEntry } from "@beiakte/shared/log/sealing";
import { dayOf } from "@beiakte/shared/model/iso-date";
import { START } from "@beiakte/shared/protocol/cursor";
import { type Sample, SAMPLE_CASES } from "@beiakte/shared/sample/outline";
import { sampleCase, type SampleDocument } from "@beiakte/shared/sample/sample-case";
import { sampleDirectory, sampleMembers } from "@beiakte/shared/sample/sample-directory";
import { directoryId } from "@beiakte/shared/space/directory-id";
import { foundSpace } from "@beiakte/shared/space/founding";
import { type OwnDevice, ownDevice } from "@beiakte/shared/space/own-device";
import * as Y from "yjs";
import type { EntryStore, ProjectionRow } from "./entry-store";
import { projectionOf, sealProjection } from "./projections";
import { newMemberId, type StageContext, StageKeeper } from "./stage-keeper";
import { createVault } from "./vault";
import { newVaultContents } from "./vault-contents";

export type PracticePart = {
  /** The one that was begun in this browser session, if any; what is older is removed. */
  readonly resume: () => Promise<StageKeeper | undefined>;
  readonly begin: (
    progress: (done: number, all: number) => void,
  ) => Promise<Result<StageKeeper, "store-full" | "store-failed">>;
  readonly end: () => Promise<void>;
};

/** What the practice space needs: the same as a real one, with a store that is made when needed. */
export type PracticeContext = Omit<StageContext, "store" | "isPractice"> & {
  readonly openStore: () => Promise<Result<EntryStore, "store-full" | "store-failed">>;
  /** Whether there is one on this device: asking must not make it. */
  readonly exists: () => Promise<boolean>;
};

// Always the same people: who practises finds them again, and can be shown by a colleague.
const SEED = "beiakte";

/** The disk is waited for once for all of them; more, and the panel would stand still meanwhile. */
const CASES_AT_ONCE = 5;

export function practicePart(context: PracticeContext): PracticePart {
  let keeper: StageKeeper | undefined;
  const make = async (): Promise<Result<StageKeeper, "store-full" | "store-failed">> => {
    const store = await context.openStore();
    if (!store.ok) return store;
    keeper = new StageKeeper({ ...context, store: store.value, isPractice: true });
    return ok(keeper);
  };
  return {
    async resume() {
      if (!(await context.exists())) return undefined;
      const made = await make();
      if (!made.ok) return undefined;
      await made.value.start();
      if (made.value.stage.get().type === "open") return made.value;
      await made.value.erase();
      return undefined;
    },
    async begin(progress) {
      const made = await make();
      if (!made.ok) return made;
      const filled = await fill(made.value, progress);
      if (filled.ok) return ok(made.value);
      await made.value.erase();
      return filled;
    },
    async end() {
      await keeper?.erase();
      keeper = undefined;
    },
  };
}

async function fill(
  keeper: StageKeeper,
  progress: (done: number, all: number) => void,
): Promise<Result<void, "store-full" | "store-failed">> {
  const { clock, random, store } = keeper.context;
  const contents = newVaultContents(random);
  const own = await ownDevice(await generateSigningKey(), contents.device);
  const self = newMemberId(random);
  const founded = await foundSpace(random, own, self, clock.now());
  const { keyring, roster } = founded;
  const { space } = roster;
  const epoch = roster.currentEpoch.id;
  const epochKey = keyring.keys.get(epoch);
  assert(epochKey !== undefined, "who founds a space has its key");
  const writer = bytesToId("WriterId", random.bytes(8));
  const bulk = new BulkSealer(keeper, own, { epoch, epochKey, space, writer });
  const rowsKey = await projectionKey(contents.projectionKey);
  const sample: Sample = { seed: SEED, today: dayOf(clock.now()), self };
  const [member] = sampleMembers(sample);
  assert(member !== undefined, "the sample has members");
  const written = [
    await store.device.put({ signing: own.signingKey, sealingKey: own.keys.sealingKey }),
    await store.addRecords(space, 0, [founded.record]),
    await bulk.write([{ document: await directoryId(space), doc: sampleDirectory(sample) }]),
  ];
  const failed = written.find((one) => !one.ok);
  if (failed?.ok === false) return err(failed.error.type);
  const project = async ({ document, doc }: SampleDocument): Promise<ProjectionRow> => {
    const value = projectionOf(doc, document);
    assert(value !== undefined, "the sample is made of case files and notes");
    const place = { space, document };
    return { ...place, order: 0, bytes: await sealProjection(rowsKey, random, place, value) };
  };
  const projected: ProjectionRow[] = [];
  let storing: ReturnType<BulkSealer["write"]> = Promise.resolve(ok(undefined));
  for (let index = 0; index < SAMPLE_CASES; index += CASES_AT_ONCE) {
    const made = casesFrom(sample, index);
    // oxlint-disable-next-line no-await-in-loop -- some are made while those before are stored
    const stored = await storing;
    if (!stored.ok) return err(stored.error.type);
    storing = bulk.write(made);
    // oxlint-disable-next-line no-await-in-loop
    projected.push(...(await Promise.all(made.map(project))));
    progress(Math.min(index + CASES_AT_ONCE, SAMPLE_CASES), SAMPLE_CASES);
  }
  const last = await storing;
  if (!last.ok) return err(last.error.type);
  const progressed = await store.progressOf(space);
  const orders = new Map(progressed.map(({ document, newest }) => [document, newest]));
  const ordered = projected.map((row) => ({ ...row, order: orders.get(row.document) ?? 0 }));
  const kept = await store.projections.put(...ordered);
  if (!kept.ok) return err(kept.error.type);
  // Nobody knows it: the session's secret is the only way in, and ends with the browser.
  const passphrase = bytesToHex(random.bytes(32));
  const { memberId: _id, ...named } = member;
  const vault = await createVault(keeper.vaultDependencies, passphrase, {
    ...contents,
    spaces: [
      {
        keyring,
        relay: undefined,
        teamName: "",
        self: named,
        membership: { type: "member", member: self },
      },
    ],
  });
  if (!vault.ok) return err(vault.error === "store-full" ? "store-full" : "store-failed");
  await keeper.enter(vault.value);
  return ok(undefined);
}

function casesFrom(sample: Sample, first: number): readonly SampleDocument[] {
  const count = Math.min(CASES_AT_ONCE, SAMPLE_CASES - first);
  return Array.from({ length: count }, (_, at) => sampleCase(sample, first + at)).flatMap(
    ({ caseFile, notes }) => [caseFile, ...notes],
  );
}

type BulkPlace = {
  readonly epoch: RecordId;
  readonly epochKey: EpochKey;
  readonly space: ReceivedEntry["entry"]["header"]["space"];
  readonly writer: WriterId;
};

/** Seals whole documents and stores them together, as if a colleague had sent them. */
class BulkSealer {
  readonly #keeper: StageKeeper;
  readonly #own: OwnDevice;
  readonly #place: BulkPlace;

  constructor(keeper: StageKeeper, own: OwnDevice, place: BulkPlace) {
    this.#keeper = keeper;
    this.#own = own;
    this.#place = place;
  }

  async write(
    documents: readonly SampleDocument[],
  ): Promise<Result<unknown, { readonly type: "store-full" | "store-failed" }>> {
    const { store } = this.#keeper.context;
    const entries = await Promise.all(
      documents.map(({ doc, document }) =>
        this.#sealed(document, new Uint8Array(Y.encodeStateAsUpdate(doc))),
      ),
    );
    return store.receive(this.#place.space, this.#own.device, entries, START);
  }

  async #sealed(document: DocumentId, update: Uint8Array<ArrayBuffer>): Promise<ReceivedEntry> {
    const { clock, random } = this.#keeper.context;
    const { epoch, epochKey, space, writer } = this.#place;
    const header = {
      kind: "update",
      space,
      document,
      epoch,
      roster: epoch,
      device: this.#own.device,
      writer,
      seq: 1,
      previous: FIRST_PREVIOUS,
    } as const;
    const payload = { time: clock.now(), heads: [], owners: [], update };
    const sealed = await sealEntry(header, payload, epochKey, this.#own.signingKey, random);
    const entry = parseEntry(sealed.bytes);
    assert(entry.ok, "an entry just sealed can be read");
    return { id: sealed.id, entry: entry.value };
  }
}
