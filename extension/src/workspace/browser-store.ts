/** Whether the device has a store of this name; opening it would make one. */
export async function storeExists(name: string): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some((database) => database.name === name);
}
