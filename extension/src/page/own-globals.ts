/**
 * Our scripts of one page find one another in globals that only they have: a page has others. An
 * element that a page has named so is no own property.
 */
export function ownGlobal(name: OwnGlobal): unknown {
  return Object.getOwnPropertyDescriptor(globalThis, name)?.value;
}

export function setOwnGlobal(name: OwnGlobal, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

/** The maker of readers, and how the script that runs is told to leave. */
type OwnGlobal = "beiakteReader" | "beiakteLeave";
