// What every project with a real browser needs, made once before its first test.
import { needBuilt, panelFolder, RELAY_PROGRAM } from "./built.mjs";
import { needChromium } from "./chromium.mjs";

/**
 * Tests read these with vitest's `inject("chromium")` and so on.
 *
 * @param {{ readonly provide: (key: "chromium" | "panel" | "relay", value: string) => void }} project
 */
export async function setup(project) {
  project.provide("chromium", await needChromium());
  await needBuilt(["chrome-mv3"]);
  project.provide("panel", panelFolder("chrome-mv3"));
  project.provide("relay", RELAY_PROGRAM);
}
