/** Opens one large note, from y-indexeddb as it comes and from our sealed log, and says how long. */
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId } from "@beiakte/shared/base/ids";
import { draftKey } from "@beiakte/shared/crypto/keys";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { newSecret } from "@beiakte/shared/crypto/secret";
import { generateSigningKey } from "@beiakte/shared/crypto/signature";
import { SealedLog } from "@beiakte/shared/log/sealed-log";
import { NOTE_TEXT } from "@beiakte/shared/model/note";
import { foundSpace } from "@beiakte/shared/space/founding";
import { keyFor } from "@beiakte/shared/space/keyring";
import { ownDevice } from "@beiakte/shared/space/own-device";
import { deleteDB } from "idb";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { openEntryStore } from "../../../extension/src/workspace/indexed-entry-store";
import { webLocks } from "../../../extension/src/workspace/locks";

/** `length`: of the text that was there afterwards. */
export type Opened = { readonly ms: number; readonly length: number };

export type OpeningPage = {
  readonly keep: (update: readonly number[]) => Promise<void>;
  readonly openPlain: (name: string) => Promise<Opened>;
  readonly openSealed: (name: string) => Promise<Opened>;
};

let update = new Uint8Array();

const page: OpeningPage = {
  async keep(bytes) {
    update = Uint8Array.from(bytes);
  },

  async openPlain(name) {
    const written = new Y.Doc();
    Y.applyUpdate(written, update);
    const writing = new IndexeddbPersistence(name, written);
    await writing.whenSynced;
    await writing.destroy();
    const doc = new Y.Doc();
    const begun = performance.now();
    const reading = new IndexeddbPersistence(name, doc);
    await reading.whenSynced;
    const ms = performance.now() - begun;
    await reading.clearData();
    return { ms, length: lengthOf(doc) };
  },

  async openSealed(name) {
    const logOf = await makeLogs(name);
    const writing = await logOf(new Y.Doc());
    Y.applyUpdate(writing.doc, update);
    // Closed, a document falls quiet: then one snapshot stands for all of it.
    await writing.close();
    const doc = new Y.Doc({ gc: true });
    const begun = performance.now();
    const reading = await logOf(doc);
    const ms = performance.now() - begun;
    assert(reading.isComplete(), "what was sealed is whole");
    await reading.close();
    await deleteDB(name);
    return { ms, length: lengthOf(doc) };
  },
};

Object.assign(globalThis, { bench: page });

/** The device is made before the clock runs; its store is opened each time, as y-indexeddb's is. */
async function makeLogs(name: string) {
  const own = await ownDevice(await generateSigningKey(), newSecret("device", cryptoRandom));
  const member = bytesToId("MemberId", cryptoRandom.bytes(16));
  const { keyring, roster } = await foundSpace(cryptoRandom, own, member, Date.now());
  const document = bytesToId("DocumentId", cryptoRandom.bytes(16));
  const drafts = await draftKey(newSecret("draft", cryptoRandom));
  return async (doc: Y.Doc) => {
    const store = await openEntryStore({ name, random: cryptoRandom });
    assert(store.ok, "a new store opens");
    const log = new SealedLog({
      space: keyring.space,
      document,
      doc,
      device: own.device,
      signingKey: own.signingKey,
      roster: () => roster,
      keys: { keyFor: (epoch) => keyFor(keyring, epoch) },
      draftKey: drafts,
      store: store.value,
      locks: webLocks(navigator.locks),
      news: { post: () => undefined, subscribe: () => () => undefined },
      clock: {
        now: () => Date.now(),
        after(delayMs, call) {
          const timer = setTimeout(call, delayMs);
          return () => clearTimeout(timer);
        },
      },
      random: cryptoRandom,
      context: name,
      actionOrigin: undefined,
    });
    await log.open();
    return {
      doc,
      isComplete: () => log.state.get().isComplete,
      async close() {
        await log.close();
        store.value.close();
      },
    };
  };
}

function lengthOf(doc: Y.Doc): number {
  const paragraph = doc.getXmlFragment(NOTE_TEXT).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  return text instanceof Y.XmlText ? text.length : 0;
}
