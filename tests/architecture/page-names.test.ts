import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { build, type BuildOptions, transform } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { read, ROOT } from "./sources";

/**
 * The names that become letters in portals' pages. Two things of one name there break a click in
 * silence. Not seen: a name that is read from something of which the compiler knows nothing
 * (`unknown` made into a type of ours), and one that is put together while the script runs.
 */
const { OWN_NAMES, PAGE_BUILD, SHORT_NAMES } = (await import(
  join(ROOT, "extension/build-page.mjs")
)) as {
  readonly OWN_NAMES: readonly string[];
  readonly PAGE_BUILD: BuildOptions;
  readonly SHORT_NAMES: Readonly<Record<string, string>>;
};

// The bundler's own word for all that is a name of a property there: it would change every one.
const { mangleCache, metafile } = await build({
  ...PAGE_BUILD,
  mangleProps: /./,
  mangleQuoted: true,
  mangleCache: {},
  minify: false,
  metafile: true,
  write: false,
  absWorkingDir: ROOT,
  outdir: "/",
});
const names = new Set(Object.keys(mangleCache));
const modules = Object.keys(metafile.inputs).toSorted();

/** Texts by which elements are made and known: none of them is asked for as a property. */
const ELEMENTS = new Set(["button"]);

function ownAmong(text: string, form: RegExp): readonly string[] {
  const found = new Set([...text.matchAll(form)].map(([, name]) => name));
  return OWN_NAMES.filter((name) => found.has(name) && !ELEMENTS.has(name));
}

test("[PK10] no letter in a portal's page is a name of its own there", () => {
  const letters = Object.values(SHORT_NAMES);
  expect(new Set(letters).size).toBe(OWN_NAMES.length);
  expect(letters.filter((letter) => names.has(letter))).toEqual([]);
  // Those of a box: they are seen, and left out of the letters for that.
  expect(names).toContain("x");
});

test("[PK10] every name that has a letter is one that stands there", () => {
  expect(OWN_NAMES.filter((name) => !names.has(name))).toEqual([]);
});

test("[PK10] none is a name in a message, nor asked for by its text", async () => {
  const messages = modules.filter((path) => path.startsWith("extension/src/messages/"));
  expect(messages).toContain("extension/src/messages/page-words.ts");
  for (const module of messages) {
    expect(ownAmong(read(module), /(?<![\w(])(\w+)\??:/gu), module).toEqual([]);
  }
  // Of the browser's own properties only this module asks, and by their text.
  for (const module of modules.filter((path) => !path.endsWith("/dom-reads.ts"))) {
    // Without its types, in which any name may be a text.
    const { code } = await transform(read(module), { loader: "ts", minifyWhitespace: true });
    expect(ownAmong(code, /["'`](\w+)["'`]/gu), module).toEqual([]);
  }
});

const COMPILER = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin/tsc",
);
const folder = mkdtempSync(join(tmpdir(), "beiakte-names-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("[PK10] none is read from a browser's object: without these names there both still compile", async () => {
  const probe = join(folder, "probe.ts");
  const code =
    "export const read = (root: ShadowRoot, own: { host: string }) => [root.host, own.host];";
  writeFileSync(probe, code);
  const found = await faults([probe, ...modules.map((path) => ROOT + path)]);
  expect(found.filter((fault) => !fault.includes("probe.ts"))).toEqual([]);
  // The browser's is missed, ours is not.
  expect(found).toEqual([expect.stringContaining("'host' does not exist on type 'ShadowRoot'")]);
});

/** What the compiler says where no object of the language or the browser has a name of ours. */
async function faults(files: readonly string[]): Promise<readonly string[]> {
  const world = (
    await compiled(
      { files, lib: ["ES2023", "DOM", "DOM.Iterable"], types: ["chrome"] },
      "--listFilesOnly",
    )
  ).filter((path) => path.endsWith(".d.ts"));
  const without = world.map((path, place) => {
    const copy = join(folder, `${place}.d.ts`);
    writeFileSync(copy, withoutOwnNames(readFileSync(path, "utf8")));
    return copy;
  });
  return compiled({ files: [...without, ...files], lib: [], types: [] }, "--noEmit");
}

/** As members of a type, and as what stands everywhere. */
function withoutOwnNames(declarations: string): string {
  const name = `(?:${OWN_NAMES.join("|")})(?=\\??[:(<])`;
  return declarations
    .replaceAll(/^\/\/\/ *<reference.*/gmu, "")
    .replaceAll(new RegExp(`^(\\s+(?:(?:readonly|get|set|static) )*)(${name})`, "gmu"), "$1no_$2")
    .replaceAll(new RegExp(`^(declare \\w+ )(${name})`, "gmu"), "$1no_$2");
}

async function compiled(
  what: {
    readonly files: readonly string[];
    readonly lib: readonly string[];
    readonly types: readonly string[];
  },
  flag: string,
): Promise<readonly string[]> {
  const { files, lib, types } = what;
  const { compilerOptions } = JSON.parse(read("shared/tsconfig.json")) as {
    readonly compilerOptions: object;
  };
  const options = {
    ...compilerOptions,
    ...(lib.length === 0 ? { lib: undefined, noLib: true } : { lib }),
    ...{ types, typeRoots: [`${ROOT}node_modules/@types`] },
    ...{ composite: false, emitDeclarationOnly: false, rootDir: "/" },
  };
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions: options, include: [], files }));
  const call = promisify(execFile)(process.execPath, [COMPILER, "-p", config, flag]);
  const { stdout } = await call.catch((thrown: unknown) => thrown as { readonly stdout: string });
  return stdout.split("\n").filter((line) => line.trim() !== "");
}
