/**
 * A connection to the device's database that comes back. On a full disk Chromium closes it at the
 * first write that it cannot take, and opens none again until there is space: what is in the memory
 * then must still find its way onto the disk, without the panel being opened anew.
 */
import type { Result } from "@beiakte/shared/base/result";
import { isFull } from "./store-transaction";
import type { StoreDatabase } from "./store-schema";

export type Reopened = Result<StoreDatabase, { readonly type: string }>;

export class LastingConnection {
  /** Stands for the connection of the moment. Where there is none, using it throws as IndexedDB does. */
  readonly db: StoreDatabase;
  readonly #reopen: () => Promise<Reopened>;
  #current: StoreDatabase;
  #isLost = false;
  #isClosed = false;
  #wasFull = false;
  #isOpening = false;

  constructor(first: StoreDatabase, reopen: () => Promise<Reopened>) {
    this.#current = first;
    this.#reopen = reopen;
    this.db = new Proxy(first, { get: (_, name) => this.#part(name) });
  }

  /** The browser has closed it. Whoever uses it next has it opened again, for the one after. */
  lost(): void {
    this.#isLost = true;
  }

  close(): void {
    this.#isClosed = true;
    this.#current.close();
  }

  #part(name: string | symbol): unknown {
    if (this.#isLost && !this.#isClosed) void this.#comeBack();
    const current = this.#current;
    if (name === "transaction") {
      return (...how: Parameters<StoreDatabase["transaction"]>) => this.#transaction(how);
    }
    const part: unknown = Reflect.get(current, name);
    return typeof part === "function" ? part.bind(current) : part;
  }

  #transaction(how: Parameters<StoreDatabase["transaction"]>): unknown {
    if (this.#isLost && this.#wasFull) {
      throw new DOMException("The disk was full and may still be.", "QuotaExceededError");
    }
    const transaction = this.#current.transaction(...how);
    transaction.addEventListener("abort", () => {
      // Those that end with it name other reasons, or none.
      this.#wasFull ||= isFull(transaction.error);
    });
    return transaction;
  }

  async #comeBack(): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    const again = await this.#reopen();
    this.#isOpening = false;
    if (!again.ok) {
      // Another context may have filled the disk: then nothing here has heard of it yet.
      this.#wasFull ||= again.error.type === "store-full";
      return;
    }
    if (this.#isClosed) return again.value.close();
    this.#current = again.value;
    this.#isLost = false;
    this.#wasFull = false;
  }
}
