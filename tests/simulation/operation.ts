/** What can happen in a simulated office. */
export type Operation =
  | { readonly type: "open-panel" | "close-panel" | "kill-panel" | "snapshot" }
  | { readonly type: "write"; readonly letters: number }
  | { readonly type: "delete" | "tick" | "untick" | "move" }
  /** Text goes in before the log listens. */
  | { readonly type: "write-before-open" }
  | { readonly type: "restart-device" | "back-up-profile" | "set-profile-back" }
  | { readonly type: "disk-full"; readonly afterWrites: number }
  | { readonly type: "disk-emptied" }
  | { readonly type: "offline" | "online" | "connection-dies" }
  | { readonly type: "restart-relay" | "set-relay-back" | "wipe-relay" }
  | { readonly type: "repeat-message" }
  | { readonly type: "colleague-here" | "colleague-gone" }
  | { readonly type: "wait"; readonly ms: number };

export type OperationType = Operation["type"];

/** How often each comes, beside the others. */
export const WEIGHTS: Readonly<Record<OperationType, number>> = {
  "open-panel": 10,
  "close-panel": 3,
  "kill-panel": 4,
  snapshot: 3,
  write: 34,
  delete: 10,
  tick: 8,
  untick: 3,
  move: 5,
  "write-before-open": 2,
  "restart-device": 2,
  "back-up-profile": 4,
  "set-profile-back": 6,
  "disk-full": 2,
  "disk-emptied": 4,
  offline: 3,
  online: 6,
  "connection-dies": 4,
  "restart-relay": 2,
  "set-relay-back": 1,
  "wipe-relay": 1,
  "repeat-message": 8,
  "colleague-here": 3,
  "colleague-gone": 2,
  wait: 12,
};

export const TYPES = Object.keys(WEIGHTS).filter((name): name is OperationType => name in WEIGHTS);
