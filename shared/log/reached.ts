/** How far the log has every Yjs client, and whose client it is. */
import type { DeviceId } from "../base/ids";
import type { Span } from "./opening";
import type { ClientOwner } from "./payload";

export class Reached {
  readonly #clocks = new Map<number, number>();
  readonly #owners = new Map<number, DeviceId>();

  /** A client belongs to the first device whose entry holds its structs. */
  own(client: number, device: DeviceId): void {
    if (!this.#owners.has(client)) this.#owners.set(client, device);
  }

  isOwnedBy(span: Span, device: DeviceId): boolean {
    return [...span.keys()].every((client) => (this.#owners.get(client) ?? device) === device);
  }

  owners(): readonly ClientOwner[] {
    return [...this.#owners].map(([client, device]) => ({ client, device }));
  }

  /** An entry's changes are in the log now. Behind a hole nothing counts. */
  raise(span: Span, device: DeviceId): void {
    for (const [client, { from, to }] of span) {
      this.own(client, device);
      const clock = this.#clocks.get(client) ?? 0;
      if (from <= clock) this.#clocks.set(client, Math.max(clock, to));
    }
  }

  /** A snapshot holds every client from its first clock on. */
  raiseTo(span: Span): void {
    for (const [client, { to }] of span) {
      this.#clocks.set(client, Math.max(this.#clocks.get(client) ?? 0, to));
    }
  }

  hasHoleBefore(span: Span): boolean {
    return [...span].some(([client, { from }]) => from > (this.#clocks.get(client) ?? 0));
  }

  vector(): Map<number, number> {
    return new Map(this.#clocks);
  }
}
