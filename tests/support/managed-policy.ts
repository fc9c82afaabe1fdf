/** What an administration sets for all Chromiums of this machine: only root can, and takes it back. */
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";

const FOLDER = "/etc/chromium/policies/managed";
const FILE = `${FOLDER}/beiakte-test.json`;

export function mayManage(): boolean {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** As the browser names an unpacked extension: by its folder. */
export function unpackedId(folder: string): string {
  const digest = createHash("sha256").update(folder.replace(/\/$/u, "")).digest("hex").slice(0, 32);
  return [...digest].map((hex) => String.fromCharCode(97 + Number.parseInt(hex, 16))).join("");
}

/** In one step: the browser must not read half a file. */
export function setManaged(extension: string, settings: object): void {
  const policy = { "3rdparty": { extensions: { [extension]: settings } } };
  writeFileSync(`${FILE}.new`, JSON.stringify(policy));
  renameSync(`${FILE}.new`, FILE);
}

export function unsetManaged(): void {
  rmSync(FILE, { force: true });
}
