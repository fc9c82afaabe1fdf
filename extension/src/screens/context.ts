import { assert } from "@beiakte/shared/base/assert";
import type { Variable } from "@beiakte/shared/base/live";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { createContext, use } from "react";
import { useView } from "../components/use-view";
import { type Language, type Text, textIn } from "../text/text";
import type { QuotedPlace, ShownPlace } from "../workspace/browser-places";
import type { Portals } from "../workspace/browser-portals";
import type { Clipboard } from "../workspace/clipboard";
import type { Inserting } from "../workspace/insert";
import type { Settings } from "../workspace/browser-settings";
import type { Workspace } from "../workspace/workspace";

/** What a page gives to its screens beside the workspace; tests give their own. */
export type Surroundings = {
  readonly clock: Clock;
  readonly random: Random;
  /** Set by the settings, kept by the page. */
  readonly language: Variable<Language>;
  /** Shows the panel as a full page in a tab; missing where this is that page already. */
  readonly openAsPage: (() => void) | undefined;
  /** For what is not of a case: to the clipboard, where it stays; false where the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly portals: Portals;
  readonly places: { readonly show: (place: QuotedPlace) => Promise<ShownPlace> };
  readonly inserting: Inserting;
  readonly clipboard: Clipboard;
  readonly settings: Settings;
};

export type AppContents = { readonly workspace: Workspace; readonly surroundings: Surroundings };

/** The only context there is. */
export const AppContext = createContext<AppContents | undefined>(undefined);

export function useApp(): AppContents {
  const contents = use(AppContext);
  assert(contents !== undefined, "screens stand inside App");
  return contents;
}

export function useText(): Text {
  return textIn(useView(useApp().surroundings.language));
}
