// What every project with a real browser needs, made once before its first test.
import { CHROMIUM_PANEL, FIREFOX_PANEL, needBuilt } from "./built.mjs";
import { needChromium } from "./chromium.mjs";
import { wantFirefox } from "./firefox.mjs";
import { packPanels } from "./pack.mjs";
import { setup as withRelay } from "./with-relay.mjs";

/** @typedef {import("vitest").ProvidedContext} Provided */

/**
 * Tests read these with vitest's `inject("chromium")` and so on.
 *
 * @param {{
 *   readonly name: string;
 *   readonly provide: <Key extends keyof Provided>(key: Key, value: Provided[Key]) => void;
 * }} project
 */
export async function setup(project) {
  // Figures and pictures are of one browser.
  const isWithFirefox = ["e2e", "waiting"].includes(project.name);
  await withRelay(project);
  project.provide("chromium", await needChromium());
  project.provide("firefox", isWithFirefox ? await wantFirefox() : "none");
  await needBuilt();
  project.provide("panel", CHROMIUM_PANEL);
  project.provide("firefoxPanel", FIREFOX_PANEL);
  // By one alone: they are written to one place.
  project.provide("packages", project.name === "e2e" ? packPanels() : []);
}
