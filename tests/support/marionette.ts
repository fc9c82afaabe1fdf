/**
 * Marionette, the wire by which Firefox lets itself be driven: JSON over TCP, each message behind
 * its length in bytes. No driver program stands between.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export type Marionette = {
  readonly send: (command: string, parameters?: object) => Promise<unknown>;
  readonly close: () => void;
};

/** What Firefox says no with, such as `no such element`. */
export class MarionetteRefusal extends Error {
  readonly reason: string;

  constructor(command: string, reason: string, message: string) {
    super(`${command}: ${reason}: ${message}`);
    this.reason = reason;
  }
}

type Waiting = {
  readonly command: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (problem: Error) => void;
};

const ANSWER = 1;

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect({ host: "127.0.0.1", port });
  await once(socket, "connect");
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const greeting = new Promise<void>((resolve) => {
    read(socket, (message) => {
      if (!Array.isArray(message)) return resolve();
      const [type, id, problem, value] = message as [number, number, Problem | null, unknown];
      const asked = waiting.get(id);
      if (type !== ANSWER || asked === undefined) return;
      waiting.delete(id);
      if (problem === null) return asked.resolve(valueOf(value));
      asked.reject(new MarionetteRefusal(asked.command, problem.error, problem.message));
    });
  });
  socket.on("close", () => {
    for (const { command, reject } of waiting.values()) {
      reject(new MarionetteRefusal(command, "closed", "Firefox has ended"));
    }
  });
  await greeting;
  return {
    send(command, parameters = {}) {
      last += 1;
      const id = last;
      const text = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { command, resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => void socket.destroy(),
  };
}

type Problem = { readonly error: string; readonly message: string };

function read(socket: Socket, onMessage: (message: unknown) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("data", (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const colon = bytes.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(bytes.subarray(0, colon).toString());
      if (bytes.length < end) return;
      onMessage(JSON.parse(bytes.subarray(colon + 1, end).toString()));
      bytes = bytes.subarray(end);
    }
  });
}

/** Most answers are wrapped once. */
function valueOf(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "value" in answer ? answer.value : answer;
}
