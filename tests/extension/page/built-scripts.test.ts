// @vitest-environment jsdom
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GENERAL_WORDS } from "@beiakte/shared/portal/label-words";
import { PORTAL_KINDS } from "@beiakte/shared/portal/portal-kind";
import { afterAll, expect, test, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "beiakte-page-"));
execFileSync(process.execPath, ["extension/build-page.mjs", folder]);
const script = (name: string): string => readFileSync(join(folder, name), "utf8");
// oxlint-disable-next-line eslint/no-eval -- what was built is run as a browser runs it
const run = (name: string): void => void globalThis.eval(script(name));

// What jsdom has not.
Range.prototype.getClientRects = () =>
  [{ x: 10, y: 10, width: 90, height: 20 }] as unknown as DOMRectList;
vi.stubGlobal(
  "IntersectionObserver",
  class {
    observe(): void {}
    disconnect(): void {}
  },
);

afterAll(() => {
  Reflect.apply(Reflect.get(globalThis, "beiakteLeave") as () => void, undefined, []);
  vi.unstubAllGlobals();
});

test.each(["portal.js", "reader.js"])("[AR20] %s has at most 15 KB", (name) => {
  expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(15 * 1024);
});

test("[AR21] as they are built, the two scripts of a page understand each other", async () => {
  const said: unknown[] = [];
  const brief = { kinds: PORTAL_KINDS, offered: PORTAL_KINDS, words: GENERAL_WORDS, places: [] };
  vi.stubGlobal("chrome", {
    i18n: { getMessage: (name: string) => name },
    runtime: {
      id: "ours",
      onMessage: { addListener: () => undefined },
      async sendMessage(word: { readonly type: string }) {
        said.push(word);
        if (word.type === "read") run("reader.js");
        return word.type === "read" ? structuredClone(brief) : ["known"];
      },
    },
  });
  vi.stubGlobal(
    "DOMRect",
    class {
      readonly width = 90;
    },
  );
  document.body.innerHTML = "<p>AZR-Nummer 150917012345</p>";
  run("portal.js");
  await vi.waitFor(() => expect(document.querySelector("beiakte-marks")).not.toBeNull());
  expect(said).toEqual([
    { type: "read" },
    { type: "found", identifiers: [{ kind: "azr", value: "150917012345" }] },
  ]);
});

const hosts = (): number => document.querySelectorAll("beiakte-marks").length;

test("[AR21] a script that is put in twice is there once", async () => {
  run("portal.js");
  expect(hosts()).toBe(0);
  await vi.waitFor(() => expect(hosts()).toBe(1));
});

test("[AT9] cut off by an update, the old script takes its marks away at the next sign of life", async () => {
  expect(hosts()).toBe(1);
  Reflect.deleteProperty(chrome.runtime, "id");
  document.body.click();
  await vi.waitFor(() => expect(hosts()).toBe(0));
});
