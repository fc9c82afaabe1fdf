/**
 * Where the content script runs: on the origins that the person (or the administration) has allowed,
 * and nowhere else. Nothing is asked for at the installation.
 */

// Not in the manifest, where it would make the browser warn of a site before anybody has chosen one.
const PORTAL_SCRIPT = "portal.js";
const READER_SCRIPT = "reader.js";

const SCRIPT_ID = "portal";

/** What of `chrome.scripting`, `chrome.permissions` and `chrome.tabs` is used. */
export type ScriptingPort = {
  /** Match patterns such as `https://fachverfahren.example/*`. */
  readonly allowed: () => Promise<readonly string[]>;
  readonly registered: () => Promise<readonly string[] | undefined>;
  readonly register: (matches: readonly string[]) => Promise<void>;
  readonly update: (matches: readonly string[]) => Promise<void>;
  readonly unregister: () => Promise<void>;
  /** Into the tabs that show such an origin already. */
  readonly inject: (matches: readonly string[]) => Promise<void>;
};

/** Brings what is registered in step with what is allowed. */
export async function followPermissions(port: ScriptingPort): Promise<void> {
  const allowed = await port.allowed();
  const before = await port.registered();
  if (allowed.length === 0) {
    if (before !== undefined) await port.unregister();
    return;
  }
  if (before === undefined) await port.register(allowed);
  else if (before.toSorted().join() !== allowed.toSorted().join()) await port.update(allowed);
  const fresh = allowed.filter((match) => before?.includes(match) !== true);
  if (fresh.length > 0) await port.inject(fresh);
}

/** After an installation or an update: what stands in open tabs is cut off, and a new one is needed. */
export async function beginAnew(port: ScriptingPort): Promise<void> {
  if ((await port.registered()) !== undefined) await port.unregister();
  await followPermissions(port);
}

export function browserScripting(): ScriptingPort {
  return {
    allowed: async () => (await chrome.permissions.getAll()).origins ?? [],
    async registered() {
      const [held] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
      return held?.matches;
    },
    register: (matches) => chrome.scripting.registerContentScripts([script(matches)]),
    update: (matches) => chrome.scripting.updateContentScripts([script(matches)]),
    unregister: () => chrome.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] }),
    async inject(matches) {
      const tabs = await chrome.tabs.query({ url: [...matches] });
      await Promise.all(
        tabs.map(async ({ id }) => {
          if (id === undefined) return;
          // A tab may be an error page or gone by now: it gets the script with its next load.
          await chrome.scripting
            .executeScript({ target: { tabId: id }, files: [PORTAL_SCRIPT] })
            .catch(() => undefined);
        }),
      );
    },
  };
}

/** Into the page in a tab that has the portal's script. */
export async function bringReader(tabId: number): Promise<void> {
  await chrome.scripting.executeScript({ target: { tabId }, files: [READER_SCRIPT] });
}

function script(matches: readonly string[]): chrome.scripting.RegisteredContentScript {
  return {
    id: SCRIPT_ID,
    js: [PORTAL_SCRIPT],
    matches: [...matches],
    runAt: "document_idle",
    allFrames: false,
    persistAcrossSessions: true,
  };
}
