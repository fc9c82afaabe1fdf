/**
 * Looks for planted words in bytes, in every form in which a program may have written them down:
 * UTF-8, UTF-16 as memory holds it, and base64 of both, wherever in it the word begins.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export type Find = { readonly word: string; readonly form: string; readonly where: string };

type Needle = Omit<Find, "where"> & { readonly bytes: Buffer };

/** Where the words stand in these bytes; `where` says whose bytes they are. */
export function findWords(
  words: readonly string[],
  bytes: Uint8Array,
  where: string,
): readonly Find[] {
  const heap = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return words
    .flatMap(needlesOf)
    .filter((needle) => heap.includes(needle.bytes))
    .map(({ form, word }) => ({ word, form, where }));
}

/** The same in every file below a folder. `files`: how many were looked through. */
export function findWordsBelow(
  words: readonly string[],
  folder: string,
): { readonly finds: readonly Find[]; readonly files: number; readonly bytes: number } {
  const finds: Find[] = [];
  let files = 0;
  let bytes = 0;
  for (const path of filesBelow(folder)) {
    const content = readIfThere(path);
    if (content === undefined) continue;
    files += 1;
    bytes += content.length;
    finds.push(...findWords(words, content, path));
  }
  return { finds, files, bytes };
}

/** A word needs some letters, or its few bytes are found by chance. */
const LETTERS_LEAST = 6;

function needlesOf(word: string): readonly Needle[] {
  if (word.length < LETTERS_LEAST) throw new Error(`"${word}" is too short to be looked for`);
  const plain = [
    { form: "UTF-8", bytes: Buffer.from(word, "utf8") },
    { form: "UTF-16", bytes: Buffer.from(word, "utf16le") },
  ];
  const coded = plain.flatMap(({ bytes, form }) =>
    [0, 1, 2].map((offset) => ({ form: `base64 of ${form}`, bytes: base64At(bytes, offset) })),
  );
  return [...plain, ...coded].map((needle) => ({ word, ...needle }));
}

/**
 * Base64 writes three bytes as four letters: a word looks different for each of the three places at
 * which it may begin. Letters that its neighbours have a part in are left out.
 */
function base64At(bytes: Buffer, offset: number): Buffer {
  const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
  const first = Math.ceil((offset * 8) / 6);
  const end = Math.floor((shifted.length * 8) / 6);
  return Buffer.from(shifted.toString("base64").slice(first, end), "latin1");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return filesBelow(path);
    return one.isFile() ? [path] : [];
  });
}

/** A browser that is running removes files while they are listed. */
function readIfThere(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path);
}
