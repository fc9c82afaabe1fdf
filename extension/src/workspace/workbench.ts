/**
 * The device's workbench: which case is open, which filter is chosen. Kept by y-indexeddb, shared
 * by all panels of the device, never synced. Ids and enums only, never a word: it is not sealed.
 */
import { idOf } from "@beiakte/shared/model/stored-value";
import { variable } from "@beiakte/shared/base/live";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { Workbench, WorkbenchView } from "./workspace";

const TABS = ["plan", "notes", "file"] as const satisfies readonly WorkbenchView["tab"][];
const FILTERS = [
  "mine",
  "all",
  "due",
  "closed",
] as const satisfies readonly WorkbenchView["filter"][];
const PLACES = [
  "cases",
  "inbox",
  "team",
  "settings",
] as const satisfies readonly WorkbenchView["place"][];

/** What of a `BroadcastChannel` is used. */
export type WorkbenchChannel = {
  readonly postMessage: (update: Uint8Array) => void;
  readonly addEventListener: (
    type: "message",
    listener: (event: { readonly data: unknown }) => void,
  ) => void;
  readonly close: () => void;
};

/** `name`: the database's, `channel`: this workbench's own. The practice space has one of its own. */
export async function openWorkbench(
  name: string,
  channel: WorkbenchChannel,
): Promise<Workbench & { readonly close: () => void }> {
  const shelf = new Y.Doc();
  const kept = new IndexeddbPersistence(name, shelf);
  await kept.whenSynced;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(shelf));
  keepOn(shelf, doc, kept);
  const root = doc.getMap<unknown>("workbench");
  const view = variable(viewWorkbench(root));
  root.observe(() => view.set(viewWorkbench(root)));
  // y-indexeddb does not speak between panels: what one chose, the others show at once.
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== channel) channel.postMessage(update);
  });
  channel.addEventListener("message", ({ data }) => {
    if (data instanceof Uint8Array) Y.applyUpdate(doc, data, channel);
  });
  return {
    get: view.get,
    subscribe: view.subscribe,
    set(change) {
      doc.transact(() => {
        for (const [field, value] of Object.entries(change)) root.set(field, value ?? null);
      });
    },
    close() {
      channel.close();
      void kept.destroy();
    },
  };
}

/**
 * Where the browser has closed its database, as on a full disk, y-indexeddb throws into the change
 * and leaves its document useless. So it has one of its own: what was chosen then still holds as
 * long as this panel is open, and is only not kept.
 */
function keepOn(shelf: Y.Doc, doc: Y.Doc, kept: IndexeddbPersistence): void {
  const keep = (update: Uint8Array): void => {
    try {
      Y.applyUpdate(shelf, update);
    } catch (thrown) {
      if (!(thrown instanceof DOMException)) throw thrown;
      doc.off("update", keep);
      void kept.destroy();
    }
  };
  doc.on("update", keep);
}

function viewWorkbench(root: Y.Map<unknown>): WorkbenchView {
  return {
    openCase: idOf("CaseId", root.get("openCase")),
    tab: oneOf(TABS, root.get("tab")),
    filter: oneOf(FILTERS, root.get("filter")),
    place: oneOf(PLACES, root.get("place")),
  };
}

/** The first one where another version wrote a word that we do not know. */
function oneOf<Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  value: unknown,
): Choice {
  return choices.find((choice) => choice === value) ?? choices[0];
}
