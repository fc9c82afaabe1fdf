/** The relay's composition root: the only place that knows the process, real time and chance. */
import { randomBytes } from "node:crypto";
import process from "node:process";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { runCommand } from "./cli";
import { parseCommand } from "./config";

/** What the operator asked for cannot be done: not a crash. */
const BAD_USE = 2;

const clock: Clock = {
  now: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

const random: Random = { bytes: (length) => Uint8Array.from(randomBytes(length)) };

function complain(text: string): void {
  process.stderr.write(`beiakte-relay: ${text}\n`);
  process.exitCode = BAD_USE;
}

const command = parseCommand(process.argv.slice(2), process.env);
if (command.ok) {
  const done = await runCommand(command.value, {
    clock,
    random,
    print: (text) => process.stdout.write(text),
    onStop(call) {
      process.once("SIGTERM", call);
      process.once("SIGINT", call);
    },
  });
  if (!done.ok) complain(done.error);
} else {
  complain(command.error);
}
