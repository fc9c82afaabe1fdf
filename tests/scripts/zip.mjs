import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF_8 = 1 << 11;
/** The first day that an archive can name. */
const MIDNIGHT = 0;
const FIRST_OF_1980 = (1 << 5) | 1;

/**
 * A folder as one archive, of which every byte follows from the files' names and contents: in order
 * of names, without times, owners or rights. Stored and not deflated: what deflating gives depends
 * on the machine and on the version of its library, and whoever builds it again shall get the same.
 *
 * @param {string} folder
 * @returns {Buffer}
 */
export function zipOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length).replaceAll("\\", "/"))
    .map((name) => name.replace(/^\//, ""))
    .sort((a, b) => (a < b ? -1 : 1));
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const facts = factsOf(name, bytes);
    const local = Buffer.concat([u32(LOCAL), facts, u16(0), Buffer.from(name), bytes]);
    const rest = [u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset)];
    directory.push(u32(CENTRAL), u16(VERSION), facts, ...rest, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const counts = [u16(0), u16(0), u16(names.length), u16(names.length)];
  const end = [u32(END), ...counts, u32(central.length), u32(offset), u16(0)];
  return Buffer.concat([...parts, central, ...end]);
}

/**
 * What stands in an archive of a file twice: before its bytes, and in the directory at the end.
 *
 * @param {string} name
 * @param {Buffer} bytes
 */
function factsOf(name, bytes) {
  return Buffer.concat([
    u16(VERSION),
    u16(UTF_8),
    u16(0),
    u16(MIDNIGHT),
    u16(FIRST_OF_1980),
    u32(crc32(bytes)),
    u32(bytes.length),
    u32(bytes.length),
    u16(Buffer.byteLength(name)),
  ]);
}

/** @param {number} value */
function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** @param {number} value */
function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
