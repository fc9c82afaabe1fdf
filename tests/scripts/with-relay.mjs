// What every project with a relay process needs, made once before its first test.
import { needRelay, RELAY_PROGRAM } from "./built.mjs";

/** @typedef {import("vitest").ProvidedContext} Provided */

/**
 * Tests read it with vitest's `inject("relay")`.
 *
 * @param {{ readonly provide: <Key extends keyof Provided>(key: Key, value: Provided[Key]) => void }} project
 */
export async function setup(project) {
  await needRelay();
  project.provide("relay", RELAY_PROGRAM);
}
