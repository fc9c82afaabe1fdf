/** The panel: makes the workspace and shows it. In a tab the same page is asked for as a full page. */
import "./look/look";
import { variable } from "@beiakte/shared/base/live";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { useEffect, useState } from "react";
import { fieldHand } from "./page/field-hand";
import { App } from "./screens/App";
import type { Surroundings } from "./screens/context";
import { type Language, languageFor, LANGUAGES } from "./text/text";
import { browserWorkspace } from "./workspace/browser";
import { showPlace } from "./workspace/browser-places";
import { browserClipboard } from "./workspace/browser-clipboard";
import { browserInserting } from "./workspace/browser-insert";
import { browserPortals } from "./workspace/browser-portals";
import { browserSettings } from "./workspace/browser-settings";
import { browserClock } from "./workspace/contexts";
import type { Workspace } from "./workspace/workspace";

const LANGUAGE_KEY = "language";

/** Behind the page's name where it has a tab to itself. */
const AS_PAGE = "?page";

function keptLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY);
  return LANGUAGES.find((language) => language === kept) ?? languageFor(navigator.languages);
}

function surroundingsHere(): Surroundings {
  const settings = browserSettings();
  const language = variable(keptLanguage());
  const setLanguage = (): Language | undefined => settings.policy.get().policy.language;
  document.documentElement.lang = language.get();
  language.subscribe(() => {
    document.documentElement.lang = language.get();
    // What the administration sets is not the person's choice, and ends with the policy.
    if (setLanguage() === undefined) localStorage.setItem(LANGUAGE_KEY, language.get());
  });
  settings.policy.subscribe(() => language.set(setLanguage() ?? keptLanguage()));
  return {
    clock: browserClock,
    random: cryptoRandom,
    language,
    settings,
    openAsPage:
      location.search === AS_PAGE
        ? undefined
        : () => void chrome.tabs.create({ url: chrome.runtime.getURL(`sidepanel.html${AS_PAGE}`) }),
    portals: browserPortals(),
    places: { show: showPlace },
    clipboard: browserClipboard(browserClock, cryptoRandom),
    inserting: browserInserting(cryptoRandom, fieldHand),
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
  };
}

export default function SidePanel() {
  const [surroundings] = useState(surroundingsHere);
  const [workspace, setWorkspace] = useState<Workspace | undefined>(undefined);
  // Once a page: the workspace is a thing with a life, and the page is its owner.
  useEffect(() => {
    void browserWorkspace(surroundings.settings.policy).then((made) => {
      setWorkspace(made);
      return made.start();
    });
  }, [surroundings]);
  return workspace === undefined ? null : <App workspace={workspace} surroundings={surroundings} />;
}
