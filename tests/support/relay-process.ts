/** A real relay process on loopback, to be stopped, killed and started again over the same data. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type RelayProcess = {
  readonly url: string;
  readonly port: number;
  /** SIGTERM, and the end of the process. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, at whatever it is doing. */
  readonly kill: () => Promise<void>;
};

/** `program`: the bundle. `port` 0: any free one; the same again keeps the address. */
export async function startRelayProcess(
  program: string,
  data: string,
  port = 0,
  host = "127.0.0.1",
): Promise<RelayProcess> {
  const args = [program, "--data", data, "--port", String(port), "--host", host];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const listening = await listeningPort(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    url: `ws://${host}:${listening}`,
    port: listening,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

async function listeningPort(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error("the relay's output is piped");
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /listening on ws:\/\/[^ ]*:(\d+)/u.exec(line)?.[1];
    if (found !== undefined) return Number(found);
  }
  throw new Error("the relay ended before it listened");
}
