/** A real browser profile with the built extension, and the panel in it as a person sees it. */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

export type Profile = {
  readonly folder: string;
  readonly context: BrowserContext;
  readonly extension: string;
  /** The panel as a page of its own, in a tab of this size. */
  readonly openPanel: (size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** Closes the browser as a person would. */
  readonly quit: () => Promise<void>;
  /** SIGKILL for every process of this profile. */
  readonly kill: () => Promise<void>;
};

export type ProfileOptions = {
  readonly program: string;
  readonly panel: string;
  /** An existing profile to go on with. */
  readonly folder?: string;
  readonly colorScheme?: "light" | "dark";
};

const PANEL_SIZE = { width: 360, height: 800 };

export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "beiakte-profile-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: options.program,
    headless: false,
    viewport: PANEL_SIZE,
    locale: "de-DE",
    colorScheme: options.colorScheme ?? "light",
    args: [
      "--headless=new",
      "--no-sandbox",
      `--disable-extensions-except=${options.panel}`,
      `--load-extension=${options.panel}`,
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ignoreDefaultArgs: ["--disable-extensions"],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const extension = new URL(worker.url()).host;
  return {
    folder,
    context,
    extension,
    async openPanel(size = PANEL_SIZE) {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.goto(`chrome-extension://${extension}/sidepanel.html`);
      return page;
    },
    quit: () => context.close(),
    async kill() {
      // By the folder in the command line: browser, renderers and all.
      const killing = spawn("pkill", ["-9", "-f", `--user-data-dir=${folder}`]);
      await new Promise((resolve) => killing.once("exit", resolve));
      await context.close().catch(() => undefined);
    },
  };
}
