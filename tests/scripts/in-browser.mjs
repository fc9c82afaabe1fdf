// What every project with a real browser needs, made once before its first test.
import { buildPanel, buildRelay, panelFolder, RELAY_PROGRAM } from "./built.mjs";
import { needChromium } from "./chromium.mjs";

/**
 * Tests read these with vitest's `inject("chromium")` and so on.
 *
 * @param {{ readonly provide: (key: "chromium" | "panel" | "relay", value: string) => void }} project
 */
export async function setup(project) {
  project.provide("chromium", await needChromium());
  await buildRelay();
  await buildPanel("chrome-mv3");
  project.provide("panel", panelFolder("chrome-mv3"));
  project.provide("relay", RELAY_PROGRAM);
}
