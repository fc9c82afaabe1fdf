import { memoryEntryStore } from "../support/memory-entry-store";
import { entryStoreContract } from "./entry-store-contract";

entryStoreContract("the store in memory", (random) => {
  const store = memoryEntryStore(random);
  return Promise.resolve({ store, another: () => Promise.resolve(store.connect().store) });
});
