import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { firefoxManifest } from "../scripts/firefox-manifest.mjs";
import { zipOf } from "../scripts/zip.mjs";
import { unzipped } from "../support/unzipped";

const FILES: Readonly<Record<string, string>> = {
  "manifest.json": "{}",
  "sidepanel.js": "x".repeat(70_000),
  "empty.css": "",
  "static/background/index.js": "1",
  "_locales/de/messages.json": "Prüfung",
};
const folder = mkdtempSync(join(tmpdir(), "beiakte-packed-"));

afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, files: readonly (readonly [string, string])[]): string {
  for (const [path, text] of files) {
    const whole = join(folder, name, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
  return join(folder, name);
}

test("[PK1] two folders with the same files are packed into the same bytes, whenever they were written", () => {
  const files = Object.entries(FILES);
  const one = written("one", files);
  const other = written("other", files.toReversed());
  for (const path of Object.keys(FILES)) utimesSync(join(other, path), 1e9, 1e9);
  expect(zipOf(one).equals(zipOf(other))).toBe(true);
  expect(zipOf(`${one}/`).equals(zipOf(one))).toBe(true);
});

test("[PK1] one byte of one file is another archive", () => {
  const one = written("before", Object.entries(FILES));
  const after = join(folder, "after");
  cpSync(one, after, { recursive: true });
  writeFileSync(join(after, "static/background/index.js"), "2");
  expect(zipOf(one).equals(zipOf(after))).toBe(false);
});

test("[PK2] an archive holds the folder's files by their names, in order, and nothing else", () => {
  const files = unzipped(zipOf(written("whole", Object.entries(FILES))));
  expect(files.map(({ name }) => name)).toEqual(Object.keys(FILES).toSorted());
  for (const { name, bytes } of files) expect(bytes.toString()).toBe(FILES[name]);
});

const MANIFEST = {
  manifest_version: 3,
  minimum_chrome_version: "137",
  permissions: ["sidePanel", "storage"],
  background: { service_worker: "background.js" },
  side_panel: { default_path: "sidepanel.html" },
};
const SETTINGS = { gecko: { id: "beiakte@example.invalid" } };

test("[PK6] what only Chromium knows is not in Firefox's manifest", () => {
  const chromiums = { ...MANIFEST, storage: { managed_schema: "schema.json" } };
  const made = firefoxManifest(chromiums, SETTINGS);
  expect(made).toMatchObject({
    permissions: ["storage"],
    manifest_version: 3,
    background: { scripts: ["background.js"] },
    sidebar_action: { default_panel: "sidepanel.html" },
    browser_specific_settings: SETTINGS,
  });
  expect(Object.keys(made).filter((key) => /chrome|side_panel|^storage$/u.test(key))).toEqual([]);
});

test("[PK8] permissions and keys of all browsers are in Firefox's manifest too, beside its sidebar's", () => {
  const clip = { suggested_key: { default: "Alt+Shift+U" }, description: "clip" };
  const chromiums = {
    ...MANIFEST,
    permissions: [...MANIFEST.permissions, "contextMenus"],
    optional_permissions: ["clipboardRead"],
    commands: { clip },
  };
  const made = firefoxManifest(chromiums, SETTINGS);
  expect(made).toMatchObject({
    permissions: ["storage", "contextMenus"],
    optional_permissions: ["clipboardRead"],
    commands: { clip, _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+B" } } },
  });
});
