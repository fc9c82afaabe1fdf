/**
 * Everything that an extension has stored, as the browser itself gives it out. Files are not enough:
 * LevelDB compresses, and words that were written twice stand there as "the same as before".
 */
import type { Page } from "playwright-core";

export type Row = { readonly where: string; readonly bytes: Uint8Array };

/** Every key and value of every table of every database, and of `chrome.storage`. */
export async function rowsOf(page: Page): Promise<readonly Row[]> {
  const rows = await page.evaluate(async () => {
    const found: { where: string; kind: "text" | "base64"; value: string }[] = [];
    const gather = (where: string, value: unknown): void => {
      if (typeof value === "string") found.push({ where, kind: "text", value });
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes =
          value instanceof ArrayBuffer
            ? new Uint8Array(value)
            : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        found.push({ where, kind: "base64", value: btoa(text) });
      } else if (value instanceof Map || value instanceof Set) {
        gather(where, [...value]);
      } else if (typeof value === "object" && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          gather(where, name);
          gather(`${where}.${name}`, inner);
        }
      }
    };
    const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answered(indexedDB.open(name));
      gather("names of databases and tables", [name, ...database.objectStoreNames]);
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        const [keys, values] = await Promise.all([
          answered(store.getAllKeys()),
          answered(store.getAll()),
        ]);
        gather(`${name}/${table}`, keys);
        gather(`${name}/${table}`, values);
      }
      database.close();
    }
    for (const area of ["local", "session", "sync", "managed"] as const) {
      gather(`chrome.storage.${area}`, await chrome.storage[area].get(null).catch(() => ({})));
    }
    gather("localStorage", Object.fromEntries(Object.entries(localStorage)));
    gather("sessionStorage", Object.fromEntries(Object.entries(sessionStorage)));
    gather("title and address", [document.title, location.href]);
    return found;
  });
  return rows.map(({ kind, value, where }) => ({
    where,
    bytes: Buffer.from(value, kind === "text" ? "utf8" : "base64"),
  }));
}
