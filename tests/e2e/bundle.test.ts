import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";

const panel = inject("panel");
const files = readdirSync(panel, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.(?:js|css|html)$/u.test(name),
);
const built = new Map(files.map((name) => [name, readFileSync(join(panel, name), "utf8")]));
const background = built.get("static/background/index.js") ?? "";
const pages = ["sidepanel.html"];

/** What each key of ours is derived for: the background seals clips by HPKE and opens nothing. */
const KEY_USES = [
  "beiakte draft key v1",
  "beiakte entry key v1",
  "beiakte lockbox v1",
  "beiakte projection key v1",
  "beiakte vault contents v1",
  "beiakte vault passphrase v1",
];

/** Sentences that stand in one module of a library and nowhere else. */
const YJS = "Yjs was already imported";
const PROSEMIRROR_MODEL = "Called contentMatchAt on a node with invalid content";
const REACT = "Minified React error #";
const REACT_ITSELF = " * react.production.js";

test("[AR15] a page has one Yjs, one ProseMirror and one React, however many files it loads", () => {
  for (const library of [YJS, PROSEMIRROR_MODEL, REACT_ITSELF]) {
    for (const page of pages) {
      const modules = loadedBy(page).flatMap((name) => modulesWith(built.get(name) ?? "", library));
      expect(new Set(modules).size, `${library} in ${page}`).toBe(1);
    }
  }
});

test("[AR16] the background holds nothing that could open or show anything", () => {
  expect(background).toContain("append");
  for (const word of [YJS, PROSEMIRROR_MODEL, REACT, "argon2", ...KEY_USES]) {
    expect(background.includes(word), word).toBe(false);
    const elsewhere = [...built].some(
      ([name, text]) => name.endsWith(".js") && text.includes(word),
    );
    expect(elsewhere, `${word} is how a file that holds it is known`).toBe(true);
  }
});

test("[AR17] no built file names an address that something could be loaded from", () => {
  const unknown = [...built].flatMap(([name, text]) =>
    [...text.matchAll(/\b(?:https?|wss?):\/\/[\w.-]+[\w./-]*/gu)]
      .map(([address]) => address)
      .filter((address) => !NEVER_LOADED.some((known) => address.startsWith(known)))
      .map((address) => `${name}: ${address}`),
  );
  expect(unknown).toEqual([]);
  for (const page of pages) {
    const loaded = [...(built.get(page) ?? "").matchAll(/(?:src|href)="([^"]*)"/gu)];
    expect(loaded.length).toBeGreaterThan(0);
    for (const [, address] of loaded) expect(address).toMatch(/^\/(?!\/)/u);
  }
});

/** Names of XML vocabularies, licences, and pages that sentences of the libraries point to. */
const NEVER_LOADED = [
  "http://www.w3.org/",
  "https://feross.org",
  "https://github.com/",
  "https://prosemirror.net/docs/",
  "https://react.dev/errors/",
  "https://tiptap.dev/api/",
  "https://www.npmjs.com/package/hash-wasm",
  // What a person is told to type.
  "http://localhost",
  "https://portal.musterstadt.de",
  // The stock provider wants an address; its socket never leaves the page.
  "ws://log.invalid",
];

test("[AR18] the manifest asks for what is needed: no host, no page, no code but our own", () => {
  const manifest: unknown = JSON.parse(readFileSync(join(panel, "manifest.json"), "utf8"));
  expect(manifest).toMatchObject({
    manifest_version: 3,
    permissions: [
      "sidePanel",
      "storage",
      "unlimitedStorage",
      "alarms",
      "idle",
      "scripting",
      // Warns of nothing, as the others.
      "contextMenus",
      // So does this one: for the clipboard, when the panel is gone.
      "offscreen",
    ],
    // Asked for with the setting that needs it.
    optional_permissions: ["clipboardRead", "clipboardWrite"],
    // Asked for one at a time, by a person: the installation warns of no site.
    optional_host_permissions: ["https://*/*", "http://localhost/*"],
    content_security_policy: {
      extension_pages:
        "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; " +
        "frame-src 'none'; base-uri 'none'; form-action 'none'",
    },
  });
  for (const more of [
    "host_permissions",
    "content_scripts",
    "web_accessible_resources",
    "externally_connectable",
    "update_url",
  ]) {
    expect(manifest).not.toHaveProperty(more);
  }
});

const PAGE_SCRIPTS = ["portal.js", "reader.js"];

test("[AR19] what runs in a portal's page are two files, and hold nothing that opens or shows a case", () => {
  expect(built.get("portal.js")).toContain("beiakte-marks");
  for (const name of PAGE_SCRIPTS) {
    const script = built.get(name) ?? "";
    expect(script.length).toBeGreaterThan(5_000);
    for (const word of [YJS, PROSEMIRROR_MODEL, REACT, "hpke", "argon2", "Hkdf", "indexedDB"]) {
      expect(script.includes(word), `${word} in ${name}`).toBe(false);
    }
  }
});

test("[AR20] each of them has at most 15 KB", () => {
  for (const name of PAGE_SCRIPTS) {
    expect(statSync(join(panel, name)).size, name).toBeLessThanOrEqual(15 * 1024);
  }
});

/** The page's own scripts, and those that it loads when they are needed; workers stand alone. */
function loadedBy(page: string): readonly string[] {
  const own = [...(built.get(page) ?? "").matchAll(/src="\/([^"]+\.js)"/gu)].map(
    ([, name]) => name ?? "",
  );
  const later = files.filter((name) => name.endsWith(".js") && !name.includes("/"));
  return [...own, ...later.filter((name) => !/^(?:sidepanel|passphrase-worker)\./u.test(name))];
}

/** The bundler's ids of the modules that hold these words: a page makes one of each id. */
function modulesWith(text: string, words: string): readonly string[] {
  const ids: string[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = [...text.slice(0, at).matchAll(/[,{]"?(\w{4,6})"?:\[function\(/gu)];
    ids.push(before.at(-1)?.[1] ?? "");
  }
  return ids;
}
