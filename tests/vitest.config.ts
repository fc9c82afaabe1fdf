import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./support/long-first.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const SCREENS = "tests/extension/screens/**/*.test.tsx";

/** A foreign page in jsdom, whole. */
const PAGES = "tests/extension/{page,carried}/**/*.test.ts";

/** Each starts real processes or a real relay, and waits for them. */
const PROCESSES = [
  "tests/sync-server/process.test.ts",
  "tests/extension/workspace/two-colleagues.test.ts",
  "tests/architecture/commands.test.ts",
  "tests/practice-portal/**/*.test.ts",
];

/** Stories that wait for most of their time: they are run beside the others, on a lane of their own. */
const WAITING = ["tests/e2e/{asleep,clipboard,firefox-clipboard}.test.ts"];

// Much longer than a story waits for any one thing: so it is that which is told.
const inBrowser = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  globalSetup: ["tests/scripts/in-browser.mjs"],
  setupFiles: ["tests/support/tell-screens.ts"],
};

// A default export because vitest asks for one.
export default defineConfig({
  root,
  test: {
    root,
    // As many as cores: by itself vitest leaves one free, which here is every second one.
    maxWorkers: "100%",
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: "quick",
          root,
          include: [
            "tests/{shared,extension,sync-server,architecture,golden,contracts}/**/*.test.{ts,tsx}",
          ],
          exclude: [SCREENS, PAGES, ...PROCESSES],
          testTimeout: 20_000,
          // Files share loaded modules: half of the time went into loading them again for each.
          isolate: false,
        },
      },
      {
        test: {
          name: "processes",
          root,
          include: PROCESSES,
          testTimeout: 60_000,
          globalSetup: ["tests/scripts/with-relay.mjs"],
        },
      },
      // Whole screens, pressed and typed into, with axe: too slow for what one runs all day.
      { test: { name: "screens", root, include: [SCREENS], testTimeout: 60_000 } },
      // Made pages of portals: `PORTAL_PAGES=400` for all of each seed's.
      {
        test: {
          name: "pages",
          root,
          include: [PAGES, "tests/portal-pages/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "simulation",
          root,
          include: ["tests/simulation/**/*.test.ts"],
          testTimeout: 600_000,
        },
      },
      // Recorded sessions of two people, through two engines and a real relay.
      {
        test: {
          name: "traces",
          root,
          include: ["tests/traces/**/*.test.ts"],
          testTimeout: 300_000,
          globalSetup: ["tests/scripts/with-relay.mjs"],
        },
      },
      {
        test: {
          name: "e2e",
          root,
          include: ["tests/e2e/**/*.test.ts"],
          exclude: WAITING,
          ...inBrowser,
        },
      },
      { test: { name: "waiting", root, include: WAITING, fileParallelism: false, ...inBrowser } },
      {
        test: {
          name: "bench",
          root,
          include: ["tests/bench/**/*.test.ts"],
          ...inBrowser,
        },
      },
      {
        test: { name: "demo", root, include: ["tests/demo/**/*.test.ts"], ...inBrowser },
      },
    ],
  },
});
