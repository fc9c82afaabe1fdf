/** The whole panel on the fake workspace, as a member sees and presses it. For jsdom. */
import { variable, type Variable } from "@beiakte/shared/base/live";
import { act, cleanup, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, expect } from "vitest";
import { App } from "../../extension/src/screens/App";
import type { Language } from "../../extension/src/text/text";
import type { QuotedPlace, ShownPlace } from "../../extension/src/workspace/browser-places";
import type { Portals } from "../../extension/src/workspace/browser-portals";
import { makeClipboard } from "../../extension/src/workspace/clipboard";
import { makeInserting } from "../../extension/src/workspace/insert";
import type { WorkbenchView } from "../../extension/src/workspace/workspace";
import { drawnScene, NOW, type Scene } from "./fake-scene";
import { type FakeClipboardPort, fakeClipboardPort } from "./fake-clipboard-port";
import { type FakeInsertPort, fakeInsertPort } from "./fake-insert-port";
import { type FakeWorkspace, fakeWorkspace } from "./fake-workspace";
import { type HandClock, handClock } from "./hand-clock";
import { seeded } from "./seeded";

export type ShownApp = {
  readonly fake: FakeWorkspace;
  readonly scene: Scene;
  readonly user: UserEvent;
  readonly clock: HandClock;
  readonly language: Variable<Language>;
  readonly copied: string[];
  readonly portals: TestPortals;
  readonly places: TestPlaces;
  /** The page beside the panel, and its field. */
  readonly portal: FakeInsertPort;
  readonly clipboard: FakeClipboardPort;
};

export type Beginning = {
  /** `open` unless said otherwise. */
  readonly stage?: "first-run" | "open" | "locked";
  /** Which case of the scene is open. */
  readonly openCase?: number;
  readonly bench?: Partial<WorkbenchView>;
  readonly language?: Language;
};

export function showApp(beginning: Beginning = {}): ShownApp {
  const random = seeded("screens");
  const clock = handClock(NOW);
  const scene = drawnScene(random);
  const fake = fakeWorkspace(scene, { clock, random });
  const language = variable<Language>(beginning.language ?? "de");
  const copied: string[] = [];
  const portals = testPortals();
  const places: TestPlaces = { asked: [], answer: "shown" };
  const portal = fakeInsertPort();
  const clipboardPort = fakeClipboardPort();
  if (beginning.stage === "locked") fake.stage.set({ type: "locked", because: "start" });
  else if (beginning.stage !== "first-run") fake.stage.set({ type: "open", team: fake.team });
  const openCase =
    beginning.openCase === undefined ? undefined : scene.cases[beginning.openCase]?.id;
  fake.team.workbench.set({ openCase, ...beginning.bench });
  const user = userEvent.setup({ delay: null });
  render(
    <App
      workspace={fake.workspace}
      surroundings={{
        clock,
        random,
        language,
        openAsPage: () => undefined,
        portals,
        places: { show: async (place) => (places.asked.push(place), places.answer) },
        inserting: makeInserting(portal, random),
        clipboard: makeClipboard(clipboardPort, clock),
        settings: fake.portals.settings,
        copy: async (text) => copied.push(text) > 0,
      }}
    />,
  );
  return {
    fake,
    scene,
    user,
    clock,
    language,
    copied,
    portals,
    portal,
    places,
    clipboard: clipboardPort,
  };
}

/** Portals' pages that are asked to show a place. */
export type TestPlaces = { readonly asked: QuotedPlace[]; answer: ShownPlace };

/** A browser whose person says yes to everything but what is declined. */
export type TestPortals = Portals & { readonly declined: Set<string> };

function testPortals(): TestPortals {
  const origins = variable<readonly string[]>([]);
  const declined = new Set<string>();
  return {
    origins,
    declined,
    async allow(origin) {
      if (declined.has(origin)) return false;
      origins.set([...origins.get(), origin].toSorted());
      return true;
    },
    async forget(origin) {
      origins.set(origins.get().filter((one) => one !== origin));
    },
  };
}

/** Lets a value of the fake change while the panel is shown. */
export function told(change: () => void): void {
  act(change);
}

/** Colours and layout need a real browser: those rules are checked there. */
export async function expectAccessible(): Promise<void> {
  const found = await axe.run(document.body, {
    rules: {
      "color-contrast": { enabled: false },
      // The page around the panel gives title and language.
      "document-title": { enabled: false },
      "html-has-lang": { enabled: false },
      // Behind a dialogue the panel is inert, which jsdom does not know.
      "aria-hidden-focus": { enabled: false },
    },
  });
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
  ).toEqual([]);
}

/** As if pasted: typing letter by letter takes jsdom seconds. */
export async function fill(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

afterEach(() => {
  cleanup();
});

// What jsdom lacks and the panel's parts ask for.
if (typeof Range !== "undefined") {
  globalThis.CSS ??= {
    escape: (text: string) => text.replaceAll(/[^\w-]/gu, "\\$&"),
  } as typeof CSS;
  const nowhere = () => new DOMRect(0, 0, 0, 0);
  Object.assign(Range.prototype, {
    getBoundingClientRect: nowhere,
    getClientRects: () => Object.assign([nowhere()], { item: () => nowhere() }),
  });
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
  Object.assign(document, { elementFromPoint: () => null });
}
