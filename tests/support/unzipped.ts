/** Reads an archive by its directory, as browsers do, and holds each file against its checksum. */
import { crc32, inflateRawSync } from "node:zlib";

export type UnzippedFile = { readonly name: string; readonly bytes: Buffer };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;

export function unzipped(archive: Buffer): readonly UnzippedFile[] {
  const end = archive.length - 22;
  need(archive.readUInt32LE(end) === END, "no end without a comment");
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files = Array.from({ length: count }, (): UnzippedFile => {
    need(archive.readUInt32LE(at) === CENTRAL, "a file is in the directory");
    const [nameLength, extra, comment] = [28, 30, 32].map((place) =>
      archive.readUInt16LE(at + place),
    );
    const name = archive.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const bytes = contentOf(archive, at, name);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    return { name, bytes };
  });
  need(at === end, "nothing is behind the directory");
  return files;
}

function contentOf(archive: Buffer, entry: number, name: string): Buffer {
  const local = archive.readUInt32LE(entry + 42);
  need(archive.readUInt32LE(local) === LOCAL, "a file is where the directory says");
  const length = archive.readUInt16LE(local + 26);
  need(archive.toString("utf8", local + 30, local + 30 + length) === name, "it has one name");
  const start = local + 30 + length + archive.readUInt16LE(local + 28);
  const held = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  const bytes = archive.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(held) : held;
  need(bytes.length === archive.readUInt32LE(entry + 24), `${name} has its length`);
  need(crc32(bytes) === archive.readUInt32LE(entry + 16), `${name} has its checksum`);
  return bytes;
}

function need(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not an archive in which ${what}`);
}
