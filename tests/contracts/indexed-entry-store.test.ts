// oxlint-disable-next-line no-unassigned-import -- it makes the globals of IndexedDB
import "fake-indexeddb/auto";
import { openEntryStore } from "../../extension/src/workspace/indexed-entry-store";
import { entryStoreContract } from "./entry-store-contract";

let devices = 0;

entryStoreContract("the store in IndexedDB", async (random) => {
  devices += 1;
  const name = `beiakte-contract-${devices}`;
  const another = async () => {
    const opened = await openEntryStore({ name, random });
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  return { store: await another(), another };
});
