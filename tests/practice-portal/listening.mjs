// @ts-check
import { once } from "node:events";
import { createServer } from "node:http";

/** @typedef {import("node:http").Server} Server */

/** So many ports above the wanted one are tried before any free one is taken. */
const NEXT_PORTS = 9;

/**
 * Listens on loopback alone: on both of its addresses where this machine has both, because
 * `localhost` means either, and on the other one a stranger could answer in our place.
 *
 * @param {number} wanted a port, or 0 for any that is free
 * @param {import("node:http").RequestListener} answer
 */
export async function listen(wanted, answer) {
  const tries =
    wanted === 0
      ? [0, 0, 0]
      : [...Array.from({ length: NEXT_PORTS + 1 }, (_, up) => wanted + up), 0, 0];
  for (const port of tries.filter((one) => one <= 65_535)) {
    const servers = await listenOnBoth(port, answer);
    if (servers !== undefined) return { port: portOf(servers[0]), close: () => closeAll(servers) };
  }
  throw new Error("no free port was found");
}

/**
 * @param {number} port
 * @param {import("node:http").RequestListener} answer
 * @returns {Promise<readonly [Server, ...Server[]] | undefined>} none if somebody else has the port
 */
async function listenOnBoth(port, answer) {
  const first = await listenOn("127.0.0.1", port, answer);
  if (typeof first === "string") {
    if (first === "EADDRINUSE" || first === "EACCES") return undefined;
    throw new Error(`cannot listen on 127.0.0.1:${port} (${first})`);
  }
  const second = await listenOn("::1", portOf(first), answer);
  if (typeof second !== "string") return [first, second];
  if (second !== "EADDRINUSE") return [first];
  await closeAll([first]);
  return undefined;
}

/**
 * @param {string} address
 * @param {number} port
 * @param {import("node:http").RequestListener} answer
 * @returns {Promise<Server | string>} the code of what went wrong
 */
async function listenOn(address, port, answer) {
  const server = createServer(answer);
  try {
    server.listen(port, address);
    await once(server, "listening");
    // What goes wrong from now on must not end the process, in which the relay's starter runs.
    server.on("error", (problem) => console.error(`Practice portal: ${problem.message}`));
    return server;
  } catch (problem) {
    return problem instanceof Error && "code" in problem ? String(problem.code) : "unknown";
  }
}

/** @param {Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** @param {readonly Server[]} servers */
async function closeAll(servers) {
  await Promise.all(
    servers.map((server) => {
      const closed = once(server, "close");
      server.close();
      // A browser keeps its connections for later.
      server.closeAllConnections();
      return closed;
    }),
  );
}
