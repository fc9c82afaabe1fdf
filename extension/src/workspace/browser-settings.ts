/** What the administration has set and what the person has chosen, as the browser keeps them. */
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import type { SessionArea } from "./case-index";
import { browserClock } from "./contexts";
import { MANAGED_SEEN, readManagedPolicy } from "./managed-policy";
import { OWN_SETTINGS, type OwnSettings, parseOwnSettings } from "./own-settings";
import { parsePolicy, type ReadPolicy } from "./policy";

export type Settings = {
  /** Empty until the browser has read it, which may be some seconds after its start. */
  readonly policy: Live<ReadPolicy>;
  readonly own: Live<OwnSettings>;
  readonly choose: (own: OwnSettings) => void;
};

/** Once a context: it listens for as long as that lives. */
export function browserSettings(): Settings {
  const policy: Variable<ReadPolicy> = variable(parsePolicy(undefined));
  const own: Variable<OwnSettings> = variable(parseOwnSettings(undefined));
  const lookAtPolicy = async (): Promise<void> => keep(policy, await readManaged());
  const lookAtOwn = async (): Promise<void> =>
    keep(own, parseOwnSettings(await localArea().get(OWN_SETTINGS)));
  chrome.storage.onChanged.addListener((changes, area) => {
    const isPolicy = area === "managed" || (area === "local" && MANAGED_SEEN in changes);
    if (isPolicy) void lookAtPolicy();
    if (area === "local" && OWN_SETTINGS in changes) void lookAtOwn();
  });
  void lookAtPolicy();
  void lookAtOwn();
  return {
    policy,
    own,
    choose(next) {
      own.set(next);
      const { lockAfterMinutes } = next;
      void localArea().set(
        OWN_SETTINGS,
        lockAfterMinutes === undefined ? {} : { lockAfterMinutes },
      );
    },
  };
}

export function readManaged(): Promise<ReadPolicy> {
  return readManagedPolicy({ get: managed, area: localArea(), clock: browserClock });
}

function managed(): Promise<unknown> {
  return chrome.storage.managed.get();
}

/** `chrome.storage.local`: on the disk in plain text, so nothing of a case is ever in it. */
export function localArea(): SessionArea {
  const area = chrome.storage.local;
  return {
    get: async (name) => (await area.get(name))[name],
    set: (name, value) => area.set({ [name]: value }).catch(() => undefined),
    remove: (name) => area.remove(name).catch(() => undefined),
  };
}

function keep<Value>(held: Variable<Value>, next: Value): void {
  if (JSON.stringify(next) !== JSON.stringify(held.get())) held.set(next);
}
