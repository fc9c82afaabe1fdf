/** The background's half of the portals, over the browser's own things. */
import { browserClock } from "../workspace/contexts";
import { isPortalAllowed } from "../workspace/browser-match-pattern";
import { localArea, readManaged } from "../workspace/browser-settings";
import { MANAGED_SEEN } from "../workspace/managed-policy";
import { tellPages } from "../workspace/browser-tell";
import { pageBriefAt, portalRules, readTeamPortals, TEAM_PORTALS } from "../workspace/portal-rules";
import { sessionArea } from "../workspace/browser-session";
import type { PanelDoor } from "./panel-door";
import { PortalDesk } from "./portal-desk";
import type { ToolbarWords } from "./toolbar-words";
import { beginAnew, bringReader, browserScripting, followPermissions } from "./portal-scripts";

/** Must be called in the worker's first turn: it is woken by the events that are listened to here. */
export function servePortals(door: PanelDoor, toolbar: ToolbarWords): void {
  const desk = new PortalDesk({
    extension: chrome.runtime.id,
    session: sessionArea(),
    clock: browserClock,
    isAllowed: isPortalAllowed,
    openPanel: door.open,
    bringReader,
    briefAt: async (url) => {
      const [{ policy }, team] = await Promise.all([readManaged(), readTeamPortals(localArea())]);
      return pageBriefAt(portalRules(policy, team), url);
    },
    showMatches: async (tabId, matches) => {
      const known = matches.some((match) => match === "known" || match === "several");
      await toolbar.stand(tabId, chrome.i18n.getMessage(known ? "openPanelKnown" : "openPanel"));
    },
  });
  chrome.runtime.onMessage.addListener((data: unknown, sender, answer) => {
    const answering = desk.hear(data, sender);
    if (answering === undefined) return false;
    answering.then(answer, () => answer(undefined));
    return true;
  });
  chrome.storage.onChanged.addListener((changes, area) => {
    const isTold = area === "local" && (TEAM_PORTALS in changes || MANAGED_SEEN in changes);
    if (area === "managed" || isTold) tellPages({ type: "reread", readAs: undefined });
  });
  const scripting = browserScripting();
  const follow = (): void => void followPermissions(scripting).catch(() => undefined);
  chrome.permissions.onAdded.addListener(follow);
  chrome.permissions.onRemoved.addListener(follow);
  chrome.runtime.onInstalled.addListener(() => {
    beginAnew(scripting).catch(() => undefined);
  });
  chrome.runtime.onStartup.addListener(follow);
}
