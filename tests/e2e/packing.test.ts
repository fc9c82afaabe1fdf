import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openProfile, type Profile } from "../support/panel";
import { unzipped } from "../support/unzipped";
import { FIREFOX_PANEL } from "../scripts/built.mjs";
import { ROOT } from "../scripts/run.mjs";

type Manifest = Readonly<Record<string, unknown>>;

const packed = inject("packages");
const manifests = new Map(packed.map(({ browser, path }) => [browser, manifestIn(path)]));
const [chrome = {}, edge = {}, firefox = {}] = ["chrome", "edge", "firefox"].map((browser) =>
  manifests.get(browser),
);

let profile: Profile;

beforeAll(async () => {
  profile = await openProfile({ program: inject("chromium"), panel: inject("panel") });
});

afterAll(() => profile.quit());

test("[PK4] no packed manifest names a site, a script for one or a page that others may load", () => {
  expect([...manifests.keys()]).toEqual(["chrome", "edge", "firefox"]);
  for (const [browser, manifest] of manifests) {
    for (const more of [
      "content_scripts",
      "host_permissions",
      "web_accessible_resources",
      "externally_connectable",
    ]) {
      expect(manifest, browser).not.toHaveProperty(more);
    }
    expect(listOf(manifest, "permissions").filter((one) => /[:/<*]|activeTab/u.test(one))).toEqual(
      [],
    );
    expect(listOf(manifest, "optional_host_permissions")).toEqual([
      "https://*/*",
      "http://localhost/*",
    ]);
  }
});

test("[PK5] Chromium has no warning for whoever installs it", async () => {
  const page = await profile.openPanel();
  for (const browser of ["chrome", "edge"]) {
    const warnings = await page.evaluate(
      (text) => globalThis.chrome.management.getPermissionWarningsByManifest(text),
      // Its words for name and description are in files beside it.
      JSON.stringify({ ...manifests.get(browser), ...UNTRANSLATED }),
    );
    expect(warnings, browser).toEqual([]);
  }
  const warned = await page.evaluate(
    (text) => globalThis.chrome.management.getPermissionWarningsByManifest(text),
    JSON.stringify({ ...chrome, ...UNTRANSLATED, host_permissions: ["https://portal.example/*"] }),
  );
  expect(warned).not.toEqual([]);
});

const UNTRANSLATED = { name: "Beiakte", description: "", default_locale: undefined };

test("[PK6] Firefox's manifest has a sidebar, a key, an event page, an id and a word on data", () => {
  expect(firefox).toMatchObject({
    manifest_version: 3,
    background: { scripts: ["static/background/index.js"] },
    sidebar_action: { default_panel: "sidepanel.html" },
    commands: { _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+B" } } },
    browser_specific_settings: {
      gecko: {
        id: "beiakte@beiakte.invalid",
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  });
  expect(JSON.stringify(firefox)).not.toMatch(
    /sidePanel|side_panel|offscreen|service_worker|chrome_version/u,
  );
  const own = new Set(["offscreen", "sidePanel"]);
  const kept = listOf(chrome, "permissions").filter((one) => !own.has(one));
  expect(listOf(firefox, "permissions")).toEqual(kept);
});

test("[PK7] Edge's manifest is Chrome's, in what Edge's store takes", () => {
  expect(edge).toEqual(chrome);
  expect(edge).toMatchObject({
    manifest_version: 3,
    background: { service_worker: "static/background/index.js" },
    side_panel: { default_path: "sidepanel.html" },
  });
  // Edge's store refuses an address for updates; a key and Firefox's settings are other stores'.
  for (const others of ["update_url", "key", "sidebar_action", "browser_specific_settings"]) {
    expect(edge).not.toHaveProperty(others);
  }
});

test("[PK3] built again in another folder, the panel is packed into the same bytes", () => {
  rmSync(AGAIN, { recursive: true, force: true });
  for (const name of SOURCES) {
    cpSync(join(ROOT, name), join(AGAIN, name), { recursive: true, filter: isSource });
  }
  // Linked file by file: what is found behind a linked folder gets another name in the bundle.
  run("cp", ["-al", join(ROOT, "node_modules"), join(AGAIN, "node_modules")]);
  rmSync(join(AGAIN, "node_modules/.cache"), { recursive: true, force: true });
  const said = run(process.execPath, ["--input-type=module", "--eval", BUILD_AGAIN]);
  rmSync(AGAIN, { recursive: true });
  const before = packed.find(({ browser }) => browser === "chrome");
  expect(said.trim().split("\n").at(-1)).toBe(before?.sha256);
});

const AGAIN = join(ROOT, "extension/build/again");

const SOURCES = [
  "shared",
  "extension/assets",
  "extension/locales",
  "extension/src",
  "extension/package.json",
  "extension/tsconfig.json",
  "extension/build-page.mjs",
  "tests/scripts",
  "package.json",
  "package-lock.json",
  ".htmlnanorc",
];

function run(program: string, options: readonly string[]): string {
  const ended = spawnSync(program, options, { cwd: AGAIN, encoding: "utf8" });
  expect(ended.status, ended.stderr).toBe(0);
  return ended.stdout;
}

const isSource = (path: string): boolean => !/\/(?:build|dist|\.plasmo)$/u.test(path);

const BUILD_AGAIN = `
import { createHash } from "node:crypto";
import { buildPanel, CHROMIUM_PANEL } from "./tests/scripts/built.mjs";
import { zipOf } from "./tests/scripts/zip.mjs";
await buildPanel();
console.log(createHash("sha256").update(zipOf(CHROMIUM_PANEL)).digest("hex"));
`;

test("[PK11] but for its manifest Firefox's package holds Chrome's files, byte for byte", () => {
  const [ofChrome, ofFirefox] = ["chrome", "firefox"].map((name) =>
    filesIn(packed.find(({ browser }) => browser === name)?.path ?? ""),
  );
  expect(ofFirefox?.size).toBeGreaterThan(40);
  expect(ofFirefox).toEqual(ofChrome);
});

function filesIn(path: string): ReadonlyMap<string, string> {
  return new Map(
    unzipped(readFileSync(path))
      .filter(({ name }) => name !== "manifest.json")
      .map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]),
  );
}

test("[PK9] Mozilla's own check finds no error in the package", () => {
  const linter = fileURLToPath(import.meta.resolve("addons-linter/bin/addons-linter"));
  const found = spawnSync(process.execPath, [linter, "--output=json", FIREFOX_PANEL], {
    encoding: "utf8",
  });
  expect(JSON.parse(found.stdout)).toMatchObject({ summary: { errors: 0 }, errors: [] });
});

function manifestIn(path: string): Manifest {
  const manifest = unzipped(readFileSync(path)).find(({ name }) => name === "manifest.json");
  return JSON.parse(String(manifest?.bytes)) as Manifest;
}

function listOf(manifest: Manifest, key: string): readonly string[] {
  return (manifest[key] ?? []) as readonly string[];
}
