// @ts-check
/** The practice portal's two servers: one to work in, one of another origin for the frame. */
import { listen } from "./listening.mjs";
import { answerTo } from "./routes.mjs";

/**
 * @typedef {object} PracticePortal
 * @property {string} url without a slash at its end
 * @property {string} otherUrl the same pages under another origin and site
 * @property {(form: "react" | "streng") => number} submitted how often a form has reached us
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ readonly port: number }} where 0 takes any free port; a taken one is passed over
 * @returns {Promise<PracticePortal>}
 */
export async function startPracticePortal({ port }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const counter = {
    submitted: (/** @type {string} */ form) => counts.get(form) ?? 0,
    count: (/** @type {string} */ form) => void counts.set(form, (counts.get(form) ?? 0) + 1),
  };
  // Each server names the other one, which is not there yet when the first begins.
  const urls = { url: "", otherUrl: "" };
  const main = await listen(port, (request, response) => {
    void respond(request, response, urls.otherUrl, counter);
  });
  urls.url = `http://localhost:${main.port}`;
  const other = await listen(port === 0 ? 0 : main.port + 1, (request, response) => {
    void respond(request, response, urls.url, counter);
  }).catch(async (/** @type {unknown} */ problem) => {
    await main.close();
    throw problem;
  });
  // Another name than `localhost`: leave for `http://localhost/*` would hold on every port of it.
  urls.otherUrl = `http://127.0.0.1:${other.port}`;
  return {
    ...urls,
    submitted: counter.submitted,
    close: async () => {
      await Promise.all([main.close(), other.close()]);
    },
  };
}

/**
 * Requests come from any page that a browser on this machine has open. Under a foreign name (one
 * that somebody has made to mean this machine) nothing is answered. Nothing here may throw: the
 * relay's starter runs in the same process.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} otherUrl
 * @param {import("./routes.mjs").Counter} counter
 */
async function respond(request, response, otherUrl, counter) {
  response.on("error", () => response.destroy());
  request.resume();
  response.setHeader("cache-control", "no-store");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  try {
    const url = addressed(request.headers.host, request.url);
    if (url === undefined) {
      response.writeHead(421, { "content-type": "text/plain; charset=utf-8" });
      response.end("Nur unter localhost und 127.0.0.1.");
      return;
    }
    const wantsJson = request.headers.accept === "application/json";
    const answer = await answerTo(request.method ?? "", url, wantsJson, otherUrl, counter);
    response.writeHead(answer.status, {
      "content-type": `${answer.type}; charset=utf-8`,
      "content-security-policy": answer.policy,
      ...(answer.to === undefined ? {} : { location: answer.to }),
    });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  } catch (problem) {
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end(problem instanceof Error ? problem.message : "unknown");
  }
}

/**
 * @param {string | undefined} host
 * @param {string | undefined} path
 */
function addressed(host, path) {
  if (host === undefined || !/^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i.test(host)) {
    return undefined;
  }
  // Two slashes would begin another host.
  return path?.startsWith("/") ? new URL(`http://${host}${path}`) : undefined;
}
