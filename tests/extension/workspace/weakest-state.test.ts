import { variable } from "@beiakte/shared/base/live";
import { expect, test } from "vitest";
import { WeakestState } from "../../../extension/src/workspace/weakest-state";
import type { DocumentState, Saved } from "../../../extension/src/workspace/workspace";

function stateOf(saved: Saved): DocumentState {
  return { saved, faults: [], isComplete: true };
}

test("[WS3] a case is as safe as the least safe of its open documents", () => {
  const file = variable(stateOf("seen"));
  const note = variable(stateOf("on-device"));
  const whole = new WeakestState(file);
  expect(whole.state.get().saved).toBe("seen");
  const leave = whole.add(note);
  expect(whole.state.get().saved).toBe("on-device");
  note.set(stateOf("at-relay"));
  expect(whole.state.get().saved).toBe("at-relay");
  file.set(stateOf("writing"));
  expect(whole.state.get().saved).toBe("writing");
  file.set({ saved: "seen", faults: ["gap"], isComplete: false });
  expect(whole.state.get()).toEqual({ saved: "at-relay", faults: ["gap"], isComplete: false });
  leave();
  note.set(stateOf("writing"));
  expect(whole.state.get().saved).toBe("seen");
});
