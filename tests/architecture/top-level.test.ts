import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { filesBelow, read, ROOT } from "./sources";

const TOP_LEVEL = [
  "LICENSE",
  "README.md",
  "extension",
  "package-lock.json",
  "package.json",
  "shared",
  "sync-server",
  "tests",
  "tsconfig.json",
];

test("[AR10] the top level holds the four folders, five files, and dotfiles", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" });
  const first = tracked
    .split("\n")
    .map((path) => path.split("/")[0] ?? "")
    .filter((name) => name !== "" && !name.startsWith("."));
  expect([...new Set(first)].toSorted()).toEqual(TOP_LEVEL);
});

const TEXTS = ["shared", "extension", "sync-server", "tests"]
  .flatMap(filesBelow)
  .concat("README.md", "package.json", "tsconfig.json")
  .filter((path) => /\.(tsx?|mjs|md|json|css|html)$/.test(path));

test("[AR11] no file names a folder of somebody's machine", () => {
  // Written in two halves, so that this file is not its own find.
  const folders = new RegExp(
    ["(?<![\\w.])/(?:ro", "ot|wo", "rk|home/[a-z]+|Users/[a-z]+)/"].join(""),
    "i",
  );
  expect(TEXTS.filter((path) => folders.test(read(path)))).toEqual([]);
});

test("[AR11] the project needs nothing beside itself but the recorded traces, in their test", () => {
  const beside = ["traces", "look", "architecture.md", "house-rules.md", "platform.md"];
  const names = new RegExp(`\\.\\./shared/(?:${beside.join("|")})`);
  const found = TEXTS.filter((path) => names.test(read(path)));
  expect(found.filter((path) => !/^tests\/(simulation|traces|bench|README)/.test(path))).toEqual(
    ["tests/architecture/top-level.test.ts"].filter((path) => names.test(read(path))),
  );
});

test("[AR12] the lock file names no registry but npm's own", () => {
  const addresses = [...read("package-lock.json").matchAll(/"resolved": "(\w+:[^"]+)"/g)];
  const foreign = addresses
    .map((found) => found[1] ?? "")
    .filter((address) => !address.startsWith("https://registry.npmjs.org/"));
  expect(foreign).toEqual([]);
});

test("[AR13] what breaks when it is there twice is there once", () => {
  const lock = read("package-lock.json");
  const alone = ["yjs", "lib0", "y-protocols", "prosemirror-model", "prosemirror-state", "react"];
  const copies = alone.map((name) => [
    name,
    [...lock.matchAll(new RegExp(`^ {4}"(?:.+/)?node_modules/${name}": `, "gm"))].length,
  ]);
  expect(copies).toEqual(alone.map((name) => [name, 1]));
});

test("[AR14] scripts that run before anything is installed import nothing but Node", () => {
  const foreign = filesBelow("tests/scripts")
    .filter((path) => path.endsWith(".mjs"))
    .flatMap((path) =>
      [...read(path).matchAll(/^import .*["'](.+)["'];$/gm)]
        .map((found) => found[1] ?? "")
        .filter((name) => !name.startsWith("node:") && !name.startsWith("./"))
        .map((name) => `${path}: ${name}`),
    );
  expect(foreign).toEqual([]);
});
