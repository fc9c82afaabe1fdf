/** The workspace of one context, out of its parts. Composition roots call this and nothing else. */
import { variable } from "@beiakte/shared/base/live";
import { ok } from "@beiakte/shared/base/result";
import { acceptInvitation, foundTeam } from "./entering";
import type { PracticePart } from "./practice";
import type { StageKeeper } from "./stage-keeper";
import type { Stage, Workspace } from "./workspace";

export type WorkspaceContext = {
  readonly version: string;
  readonly keeper: StageKeeper;
  /** The practice space: a store of its own, with a keeper of its own. */
  readonly practice: PracticePart;
  /** Tells the other contexts of this device that the vault was locked or the device removed. */
  readonly tell: (word: "locked" | "removed") => void;
  /** Starts this page anew: after the device was removed there is nothing to go on with. */
  readonly restart: () => void;
};

export function makeWorkspace(context: WorkspaceContext): Workspace & {
  readonly start: () => Promise<void>;
  readonly lockBecause: (because: "button" | "idle") => Promise<void>;
  readonly wake: () => void;
} {
  const { keeper, practice, restart, tell, version } = context;
  const stage = variable<Stage>({ type: "starting" });
  let current = keeper;
  const show = (next: StageKeeper): void => {
    current = next;
    stage.set(next.stage.get());
  };
  keeper.stage.subscribe(() => {
    if (current === keeper) stage.set(keeper.stage.get());
  });
  const practiseIn = (practised: StageKeeper): void => {
    practised.stage.subscribe(() => {
      if (current === practised) stage.set(practised.stage.get());
    });
    show(practised);
  };
  const lockBecause = async (because: "button" | "idle"): Promise<void> => {
    // The practice space has no passphrase: locking it would be losing it.
    if (current !== keeper) return;
    await keeper.lock(because);
    tell("locked");
  };
  return {
    stage,
    version,
    async start() {
      await keeper.start();
      if (keeper.stage.get().type !== "first-run") return show(keeper);
      const practised = await practice.resume();
      if (practised === undefined) show(keeper);
      else practiseIn(practised);
    },
    foundTeam: (request) => foundTeam(keeper, request),
    acceptInvitation: (request) => acceptInvitation(keeper, request),
    async practise(progress) {
      const practised = await practice.begin(progress);
      if (!practised.ok) return practised;
      practiseIn(practised.value);
      return ok(undefined);
    },
    async endPractice() {
      await practice.end();
      show(keeper);
    },
    unlock: (passphrase) => keeper.unlock(passphrase),
    lock: () => lockBecause("button"),
    lockBecause,
    async removeDevice() {
      await keeper.erase();
      tell("removed");
      restart();
    },
    wake: () => keeper.link?.wake(),
  };
}
