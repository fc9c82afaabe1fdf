/**
 * The background holds no content key. It opens the panel, locks after idleness, and keeps sealed
 * entries coming and going while no panel is open.
 */
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { serveClipboard } from "./clipboard";
import { serveClips } from "./clips";
import { browserPanelDoor } from "./panel-door";
import { servePortals } from "./portals";
import { Background } from "./sync";
import { browserToolbar } from "./toolbar-words";
import { browserSettings } from "../workspace/browser-settings";
import { tellPages } from "../workspace/browser-tell";
import { CASE_INDEX } from "../workspace/case-index";
import { lockAfterMinutes } from "../workspace/own-settings";
import { browserClock, SESSION_CHANNEL, sessionName, STORE_NAME } from "../workspace/contexts";

// An idle worker is gone after half a minute; an alarm brings it back to look for news.
const LOOK_EVERY_MINUTES = 1;
const LOOK = "look";

const background = new Background(cryptoRandom);
const door = browserPanelDoor();
const toolbar = browserToolbar(browserClock);
door.openOnButton();
servePortals(door, toolbar);
serveClips(toolbar);
serveClipboard();

// Told again with each start of the worker: the administration's word may come later than that.
const settings = browserSettings();
const followLockTime = (): void => {
  const minutes = lockAfterMinutes(settings.policy.get().policy, settings.own.get());
  chrome.idle.setDetectionInterval(minutes * 60);
};
settings.policy.subscribe(followLockTime);
settings.own.subscribe(followLockTime);
followLockTime();
chrome.idle.onStateChanged.addListener((state) => {
  if (state === "active") return;
  // First the secret: then no panel can be opened without the passphrase, whatever else happens.
  void chrome.storage.session.remove([sessionName(STORE_NAME), CASE_INDEX]).then(() => {
    new BroadcastChannel(SESSION_CHANNEL).postMessage("idle");
    tellPages();
  });
});
chrome.alarms.create(LOOK, { periodInMinutes: LOOK_EVERY_MINUTES }).catch(() => undefined);
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === LOOK) void background.look();
});
chrome.runtime.onStartup.addListener(() => void background.look());
chrome.runtime.onInstalled.addListener(() => void background.look());
globalThis.addEventListener("online", () => void background.look());
void background.look();
