/**
 * A real Firefox with the built add-on, driven over Marionette: the page in its tab, and the panel in
 * the real sidebar. Both are reached from the browser's own window, which alone sees the sidebar.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { firefoxPage, type FirefoxPage } from "./firefox-page";
import { connectMarionette, type Marionette } from "./marionette";
import { watchScreens } from "./open-screens";
import { PATIENCE_MS } from "./patience";

export type Firefox = {
  /** The page in the tab on screen. */
  readonly tab: FirefoxPage;
  /** The panel in the sidebar; there once it has been opened. */
  readonly sidebar: FirefoxPage;
  readonly goTo: (url: string) => Promise<void>;
  /** As the person does by the browser's own menu. */
  readonly openSidebar: () => Promise<void>;
  readonly closeSidebar: () => Promise<void>;
  readonly isSidebarOpen: () => Promise<boolean>;
  /** The add-on's button in the toolbar, clicked as a person clicks. */
  readonly pressToolbarButton: () => Promise<void>;
  /** One of the add-on's keys, by its letter, as if it had been pressed. */
  readonly pressKey: (letter: string) => Promise<void>;
  /** As Firefox does after half a minute of silence. */
  readonly endBackground: () => Promise<void>;
  readonly isBackgroundRunning: () => Promise<boolean>;
  /** What the browser's clipboard holds; its own window may always read it. */
  readonly clipboard: () => Promise<string>;
  readonly quit: () => Promise<void>;
};

export type FirefoxOptions = {
  readonly program: string;
  /** The packed add-on, or its folder. */
  readonly addon: string;
};

/** As in the manifest: Firefox names a folder, a sidebar and a button after it. */
const ADDON = "beiakte@beiakte.invalid";
const WIDGET = "beiakte_beiakte_invalid";
const UUID = "5ba70f32-1b1c-4f0e-9d6c-0f2d8e5b7a11";

export async function openFirefox({ addon, program }: FirefoxOptions): Promise<Firefox> {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-firefox-"));
  const port = await freePort();
  writeFileSync(join(folder, "user.js"), preferences(port));
  const child = spawn(
    program,
    [
      "--headless",
      "--marionette",
      "--remote-allow-system-access",
      "--no-remote",
      "-profile",
      folder,
    ],
    { stdio: "ignore", env: { ...process.env, HOME: folder, MOZ_HEADLESS_WIDTH: "1400" } },
  );
  const ended = once(child, "exit");
  const marionette = await connected(port);
  await marionette.send("WebDriver:NewSession");
  const installed = await marionette.send("Addon:Install", { path: addon, temporary: true });
  expect(installed).toBe(ADDON);
  await marionette.send("Marionette:SetContext", { value: "chrome" });
  const inWindow = (script: string, ...args: readonly unknown[]): Promise<unknown> =>
    marionette.send("WebDriver:ExecuteScript", { script, args, sandbox: "system" });
  const tab = firefoxPage(inWindow, "gBrowser.selectedBrowser");
  const sidebar = firefoxPage(
    inWindow,
    `document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser")`,
  );
  const unwatch = watchScreens(() => [
    { address: "tab", text: tab.text },
    { address: "sidebar", text: sidebar.text },
  ]);
  return {
    tab,
    sidebar,
    async goTo(url) {
      await marionette.send("Marionette:SetContext", { value: "content" });
      await marionette.send("WebDriver:Navigate", { url });
      await marionette.send("Marionette:SetContext", { value: "chrome" });
    },
    async openSidebar() {
      await inWindow(`return SidebarController.show("${WIDGET}-sidebar-action").then(() => null)`);
    },
    async closeSidebar() {
      await inWindow("SidebarController.hide()");
    },
    isSidebarOpen: async () => (await inWindow("return SidebarController.isOpen")) === true,
    async pressToolbarButton() {
      // It lies behind the puzzle piece until somebody pins it.
      await inWindow(`CustomizableUI.addWidgetToArea("${WIDGET}-browser-action", "nav-bar")`);
      await clickInWindow(
        marionette,
        `[data-extensionid="${ADDON}"] .unified-extensions-item-action-button`,
      );
    },
    async pressKey(letter) {
      const key = `#ext-keyset-id-${WIDGET} key[key="${letter}"]`;
      await inWindow("document.querySelector(arguments[0]).doCommand()", key);
    },
    async endBackground() {
      await inWindow(
        `return WebExtensionPolicy.getByID("${ADDON}").extension.terminateBackground()`,
      );
    },
    isBackgroundRunning: async () =>
      (await inWindow(
        `return WebExtensionPolicy.getByID("${ADDON}").extension.backgroundState === "running"`,
      )) === true,
    async clipboard() {
      return String(await inWindow(CLIPBOARD));
    },
    async quit() {
      unwatch();
      // The answer may be lost with the line.
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
      await ended;
      marionette.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const CLIPBOARD = `
  const transferable = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor("text/plain");
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try {
    transferable.getTransferData("text/plain", data);
  } catch {
    return "";
  }
  return data.value.QueryInterface(Ci.nsISupportsString).data;
`;

async function clickInWindow(marionette: Marionette, selector: string): Promise<void> {
  const found = await marionette.send("WebDriver:FindElement", {
    using: "css selector",
    value: selector,
  });
  const [id] = Object.values(found as Readonly<Record<string, string>>);
  await marionette.send("WebDriver:ElementClick", { id });
}

function preferences(port: number): string {
  const wanted = {
    "marionette.port": port,
    // A prompt of the browser cannot be pressed: what is asked for is answered with yes.
    "extensions.webextOptionalPermissionPrompts": false,
    "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
    "intl.accept_languages": "de-DE,de",
    "browser.shell.checkDefaultBrowser": false,
    "browser.aboutwelcome.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "toolkit.telemetry.enabled": false,
    "app.update.enabled": false,
    "app.normandy.enabled": false,
    "network.captive-portal-service.enabled": false,
  };
  return Object.entries(wanted)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

async function connected(port: number): Promise<Marionette> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await connectMarionette(port);
    } catch (problem) {
      if (performance.now() > until) throw problem;
      await pause(200);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a port is a number");
  return address.port;
}
