/** A real browser profile with the built extension, and the panel in it as a person sees it. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { type Screen, watchScreens } from "./open-screens";
import { PATIENCE_MS } from "./patience";
import { processesOf, signalAll } from "./process-tree";

export type Profile = {
  readonly folder: string;
  readonly context: BrowserContext;
  readonly extension: string;
  /** The panel as a page of its own, in a tab of this size. */
  readonly openPanel: (size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** The panel where it belongs: in the browser's side panel, beside a page. */
  readonly openSidePanel: () => Promise<Page>;
  /** The side panel that something else opens or has opened. */
  readonly sidePanel: () => Promise<Page>;
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
    timeout: PATIENCE_MS,
    headless: false,
    viewport: PANEL_SIZE,
    locale: "de-DE",
    colorScheme: options.colorScheme ?? "light",
    args: [
      "--headless=new",
      "--no-sandbox",
      // A side panel is no tab: it is seen over a second connection only.
      "--remote-debugging-port=0",
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
  context.setDefaultTimeout(PATIENCE_MS);
  const unwatch = watchScreens(() => context.pages().map(screenOf));
  context.on("close", unwatch);
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
    async openSidePanel() {
      const opener = await context.newPage();
      await opener.goto(`chrome-extension://${extension}/sidepanel.html?page`);
      // The browser opens it for a trusted click only, and before anything is waited for.
      await opener.evaluate(async () => {
        // The profile's language is emulated for tabs only.
        localStorage.setItem("language", "de");
        const { id } = await chrome.windows.getCurrent();
        const open = document.createElement("button");
        open.id = "open-side-panel";
        open.addEventListener("click", () => void chrome.sidePanel.open({ windowId: id ?? 0 }));
        document.body.replaceChildren(open);
        open.textContent = "open";
      });
      await opener.click("#open-side-panel");
      return sidePanelOf(folder);
    },
    sidePanel: () => sidePanelOf(folder),
    quit: () => context.close(),
    async kill() {
      // By the folder in the command line: browser, renderers and all.
      signalAll(processesOf(folder), "SIGKILL");
      await context.close().catch(() => undefined);
    },
  };
}

function screenOf(page: Page): Screen {
  return { address: page.url(), text: () => page.locator("body").innerText({ timeout: 3000 }) };
}

async function sidePanelOf(folder: string): Promise<Page> {
  const [port] = readFileSync(join(folder, "DevToolsActivePort"), "utf8").split("\n");
  for (;;) {
    // Each connection sees what there is when it is made.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = browser.contexts().flatMap((each) => each.pages());
    const panel = pages.find((page) => page.url().endsWith("/sidepanel.html"));
    if (panel !== undefined) {
      panel.setDefaultTimeout(PATIENCE_MS);
      browser.on(
        "disconnected",
        watchScreens(() => [screenOf(panel)]),
      );
      return panel;
    }
    await browser.close();
  }
}
