const WANTED = 7421;

/** @typedef {{ readonly portal: number | undefined; readonly others: readonly string[] }} Options */

/**
 * Takes the portal's own options out of those of `npm start`; the others are the relay's.
 *
 * @param {readonly string[]} given
 * @param {string | undefined} fromEnvironment the port in `BEIAKTE_PORTAL_PORT`
 * @returns {Options | string} or what is wrong with them; no port means no portal
 */
export function portalOptions(given, fromEnvironment) {
  /** @type {string[]} */
  const others = [];
  let isWanted = true;
  /** @type {string | undefined} */
  let port = fromEnvironment === "" ? undefined : fromEnvironment;
  let name = "BEIAKTE_PORTAL_PORT";
  for (let place = 0; place < given.length; place += 1) {
    const option = given[place] ?? "";
    if (option === "--no-portal") {
      isWanted = false;
    } else if (option === "--portal-port" || option.startsWith("--portal-port=")) {
      name = "--portal-port";
      if (option === name) place += 1;
      port = option === name ? (given[place] ?? "") : option.slice(name.length + 1);
    } else {
      others.push(option);
    }
  }
  if (!isWanted) return { portal: undefined, others };
  if (port === undefined) return { portal: WANTED, others };
  const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
  return isPort
    ? { portal: Number(port), others }
    : `${name} wants a port from 0 to 65535: ${port}`;
}

/**
 * Starts it in this process: where we end, however we end, nothing of it stays behind.
 *
 * @param {number} port
 */
export async function startPortal(port) {
  // Only now, and not in the first lines: it is no part of what runs before packages are installed.
  const { startPracticePortal } = await import("../practice-portal/server.mjs");
  return startPracticePortal({ port });
}
