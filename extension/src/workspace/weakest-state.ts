/** How safe a case is: as safe as the least safe of its documents that are open here. */
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { DocumentState, Saved } from "./workspace";

const WEAKEST_FIRST = [
  "writing",
  "on-device",
  "at-relay",
  "seen",
] as const satisfies readonly Saved[];

export class WeakestState {
  readonly #first: Live<DocumentState>;
  readonly #others = new Set<Live<DocumentState>>();
  readonly #state: Variable<DocumentState>;
  readonly #stop: () => void;

  /** `first`: the document whose faults are shown; those of the others stand beside themselves. */
  constructor(first: Live<DocumentState>) {
    this.#first = first;
    this.#state = variable(first.get());
    this.#stop = first.subscribe(() => this.#look());
  }

  get state(): Live<DocumentState> {
    return this.#state;
  }

  /** Counts this one too, until it leaves. */
  add(other: Live<DocumentState>): () => void {
    this.#others.add(other);
    const stop = other.subscribe(() => this.#look());
    this.#look();
    return () => {
      stop();
      this.#others.delete(other);
      this.#look();
    };
  }

  close(): void {
    this.#stop();
  }

  #look(): void {
    const first = this.#first.get();
    const all = [first, ...[...this.#others].map((other) => other.get())];
    const saved =
      WEAKEST_FIRST.find((place) => all.some((state) => state.saved === place)) ?? first.saved;
    const before = this.#state.get();
    const isSame = before.saved === saved && before.faults.join() === first.faults.join();
    if (isSame && before.isComplete === first.isComplete) return;
    this.#state.set({ ...first, saved });
  }
}
