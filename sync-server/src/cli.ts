/** The operator's verbs: start, voucher, backup. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { unreachable } from "@beiakte/shared/base/assert";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { type Command, type StartConfig, USAGE } from "./config";
import { stderrLog } from "./log";
import { type ListenFault, startRelay } from "./server";
import { type OpenFault, openSqliteFile } from "./store/sqlite-file";
import { openSqliteStore } from "./store/sqlite";
import { lockFile } from "./store/lock-file";
import { makeVoucher, VOUCHER_VALID_MS, voucherHash } from "./voucher";

export type Terminal = {
  readonly clock: Clock;
  readonly random: Random;
  readonly print: (text: string) => void;
  /** Calls once when the operator or the system wants the program to end. */
  readonly onStop: (call: () => void) => void;
};

/** Ends when the command has ended; the error is one line for the operator. */
export function runCommand(command: Command, terminal: Terminal): Promise<Result<void, string>> {
  switch (command.verb) {
    case "start":
      return start(command.config, terminal);
    case "voucher":
      return voucher(command.data, terminal);
    case "backup":
      return backup(command.data, command.to, terminal);
    case "help":
      terminal.print(USAGE);
      return Promise.resolve(ok(undefined));
    default:
      return unreachable(command);
  }
}

async function start(config: StartConfig, terminal: Terminal): Promise<Result<void, string>> {
  const { clock, random, print } = terminal;
  const data = resolve(config.data);
  const log = stderrLog(config.isVerbose);
  const made = makeFolder(data);
  if (!made.ok) return made;
  const lock = lockFile(join(data, "relay.lock"));
  if (!lock.ok) {
    return err(
      lock.error === "held"
        ? `another relay is running on ${data}`
        : `cannot write to ${data} (${lock.error})`,
    );
  }
  const store = openSqliteStore({
    path: databaseIn(data),
    failed: (cause) => log({ type: "store-failed", cause }),
  });
  if (!store.ok) return err(openFaultText(data, store.error));
  const relay = await startRelay({ ...config, store: store.value, clock, random, log });
  if (!relay.ok) {
    await store.value.close();
    lock.value();
    return err(listenFaultText(config, relay.error));
  }
  const { port, close } = relay.value;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  print(`Relay listening on ws://${host}:${port} (data in ${data})\n`);
  await new Promise<void>((stop) => terminal.onStop(stop));
  await close();
  await store.value.close();
  lock.value();
  return ok(undefined);
}

async function voucher(data: string, terminal: Terminal): Promise<Result<void, string>> {
  const made = makeFolder(resolve(data));
  if (!made.ok) return made;
  let cause = "";
  const store = openSqliteStore({
    path: databaseIn(data),
    failed: (reason) => (cause = reason),
  });
  if (!store.ok) return err(openFaultText(data, store.error));
  const text = makeVoucher(terminal.random);
  const expiresAt = terminal.clock.now() + VOUCHER_VALID_MS;
  const added = await store.value.addVoucher(voucherHash(text), expiresAt);
  await store.value.close();
  if (!added.ok) return err(`cannot write to ${resolve(data)} (${cause})`);
  terminal.print(`${text}\n`);
  return ok(undefined);
}

async function backup(data: string, to: string, terminal: Terminal): Promise<Result<void, string>> {
  if (!existsSync(databaseIn(data))) return err(`there is no relay's data in ${resolve(data)}`);
  if (existsSync(to)) return err(`${to} is there already`);
  const file = openSqliteFile(databaseIn(data));
  if (!file.ok) return err(openFaultText(data, file.error));
  const copied = file.value.copyTo(resolve(to));
  file.value.close();
  if (!copied.ok) return err(`cannot write ${to} (${copied.error})`);
  terminal.print(`Copied to ${resolve(to)}\n`);
  return ok(undefined);
}

function databaseIn(data: string): string {
  return join(resolve(data), "relay.sqlite");
}

function makeFolder(path: string): Result<void, string> {
  try {
    // What lies in it says who works with whom, and when: for nobody else's eyes.
    // Step by step: Node's own recursion never ends where the system refuses with ENOENT (/proc).
    for (const folder of missingFolders(path)) mkdirSync(folder, { mode: 0o700 });
    return ok(undefined);
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "unknown";
    return err(`cannot make the folder ${path} (${code})`);
  }
}

/** Outermost first. */
function missingFolders(path: string): readonly string[] {
  return existsSync(path) ? [] : [...missingFolders(dirname(path)), path];
}

function openFaultText(data: string, fault: OpenFault): string {
  switch (fault.type) {
    case "cannot-open":
      return `cannot open the data in ${resolve(data)} (${fault.cause})`;
    case "too-new":
      return `the data in ${resolve(data)} was written by a newer relay (format ${fault.version})`;
    default:
      return unreachable(fault);
  }
}

function listenFaultText({ host, port }: StartConfig, { code }: ListenFault): string {
  switch (code) {
    case "EADDRINUSE":
      return `port ${port} on ${host} is taken: choose another with --port`;
    case "EACCES":
      return `port ${port} may not be used by this user: choose one above 1023 with --port`;
    default:
      return `cannot listen on ${host}:${port} (${code})`;
  }
}
