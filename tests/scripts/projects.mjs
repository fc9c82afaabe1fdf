import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runNode } from "./run.mjs";

/**
 * @typedef {{
 *   readonly passed: number;
 *   readonly failed: number;
 *   readonly skipped: number;
 *   readonly failures: readonly string[];
 * }} Count `failures`: a line each, which says what failed, where, and why.
 */

/**
 * @typedef {{
 *   readonly name: string;
 *   readonly status: string;
 *   readonly message?: string;
 *   readonly assertionResults: readonly {
 *     readonly fullName: string;
 *     readonly status: string;
 *     readonly failureMessages: readonly string[];
 *     readonly meta?: { readonly screens?: readonly string[] };
 *   }[];
 * }} FileResult A part of what vitest writes of a file.
 */

/**
 * Runs some of the projects of `vitest.config.ts` and counts their tests.
 *
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<Count>}
 */
export async function runProjects(names, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "beiakte-tests-"));
  const file = join(folder, "result.json");
  const code = await runNode(
    "node_modules/vitest/vitest.mjs",
    [
      "run",
      "--config=tests/vitest.config.ts",
      ...names.map((name) => `--project=${name}`),
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    { env },
  );
  const counted = countOf(file);
  rmSync(folder, { recursive: true, force: true });
  if (code === 0 || counted.failed > 0) return counted;
  // A file that does not load has no tests that could fail, and a crash may leave no result at all.
  const crash = `${names.join(" ")}: ended with ${code}, without a word of a test`;
  const failures = counted.failures.length > 0 ? counted.failures : [crash];
  return { ...counted, failed: failures.length, failures };
}

/**
 * @param {string} file
 * @returns {Count}
 */
function countOf(file) {
  try {
    const result = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
      failures: result.testResults.flatMap(failuresOf),
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
}

/**
 * @param {FileResult} file
 * @returns {readonly string[]}
 */
function failuresOf({ assertionResults, message = "", name, status }) {
  const where = relative(process.cwd(), name);
  const failed = assertionResults.filter((one) => one.status === "failed");
  // Nothing of it ran: it does not load, or what all of its tests need could not be made.
  if (status === "failed" && failed.length === 0) return [`${where}: ${firstLine(message)}`];
  return failed.flatMap(({ failureMessages: [reason = ""], fullName, meta }) => [
    `${where}: ${fullName}: ${firstLine(reason)}`,
    ...(meta?.screens ?? []).map((screen) => `  on screen: ${screen}`),
  ]);
}

/** @param {string} text */
function firstLine(text) {
  return text.trimStart().split("\n")[0];
}
