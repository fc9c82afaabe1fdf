// @ts-check
import { readFileSync } from "node:fs";
import { formBundle } from "./bundle.mjs";
import { clientPage, listPage, startPage } from "./client-pages.mjs";
import { clientByNumber, NAMED_CLIENTS } from "./clients.mjs";
import { formPage, otherOriginFramePage, sameOriginFramePage, strictPage } from "./form-pages.mjs";
import { hostilePage } from "./hostile-pages.mjs";
import { morePage, shadowPage, singlePage } from "./other-pages.mjs";
import { tablePage } from "./table-page.mjs";

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} type
 * @property {string} body
 * @property {string} policy the Content-Security-Policy
 * @property {string} [to] where it goes on
 *
 * What is submitted is counted, and nothing of it kept.
 * @typedef {object} Counter
 * @property {(form: string) => number} submitted
 * @property {(form: string) => void} count
 */

/** Frames from its own two servers, under either name of this machine; nothing from elsewhere. */
const OWN = "http://localhost:* http://127.0.0.1:*";
const ORDINARY = `default-src 'self'; frame-src ${OWN}; frame-ancestors ${OWN}; object-src 'none'; base-uri 'none'; form-action 'self'`;
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Where a browser goes on that has submitted a form itself. */
const FORMS = new Map([
  ["react", "/formular"],
  ["streng", "/streng"],
]);

const STYLES_AND_SCRIPTS = new Map([
  ["portal.css", "text/css"],
  ["arms.svg", "image/svg+xml"],
  ...[
    "strict",
    "shadow",
    "single-page",
    "table",
    "hostile-overlay",
    "hostile-clicks",
    "hostile-prototype",
    "hostile-messages",
  ].map((name) => /** @type {const} */ ([`${name}.mjs`, "text/javascript"])),
]);

/**
 * @param {string} method
 * @param {URL} url
 * @param {boolean} wantsJson
 * @param {string} otherUrl
 * @param {Counter} counter
 * @returns {Promise<Answer>}
 */
export async function answerTo(method, url, wantsJson, otherUrl, counter) {
  const [place = "", name = "", ...rest] = url.pathname.slice(1).split("/");
  if (rest.length > 0) return nothingThere();
  if (method === "POST") return place === "absenden" ? submit(name, wantsJson, counter) : notSo();
  if (method !== "GET" && method !== "HEAD") return notSo();
  if (place === "in-page") return fileOf(name);
  if (place === "daten") return dataOf(name);
  const page = pageAt(place, name, url.searchParams, otherUrl, counter);
  return page === undefined ? nothingThere() : pageOf(page, place === "streng" ? STRICT : ORDINARY);
}

/**
 * @param {string} place
 * @param {string} name
 * @param {URLSearchParams} params
 * @param {string} otherUrl
 * @param {Counter} counter
 */
function pageAt(place, name, params, otherUrl, counter) {
  const one = clientByNumber(params.get("klient") ?? NAMED_CLIENTS[0].number);
  if (one === undefined) return undefined;
  if (name !== "") return pageWithName(place, name);
  switch (place) {
    case "":
      return startPage();
    case "klienten":
      return listPage(params);
    case "seiten":
      return morePage();
    case "formular":
      return formPage(one, counter.submitted("react"), params.has("rahmen") ? "frame" : "page");
    case "rahmen":
      return sameOriginFramePage(one);
    case "rahmen-fremd":
      return otherOriginFramePage(one, otherUrl);
    case "streng":
      return strictPage(one, counter.submitted("streng"));
    case "schatten":
      return shadowPage(one);
    case "tabelle":
      return tablePage(params);
    default:
      return undefined;
  }
}

/**
 * @param {string} place
 * @param {string} name
 */
function pageWithName(place, name) {
  if (place === "feindlich") return hostilePage(name);
  const named = clientByNumber(name);
  if (named === undefined) return undefined;
  if (place === "klienten") return clientPage(named);
  return place === "einzelseite" ? singlePage() : undefined;
}

/**
 * @param {string} form
 * @param {boolean} wantsJson
 * @param {Counter} counter
 */
function submit(form, wantsJson, counter) {
  const to = FORMS.get(form);
  if (to === undefined) return nothingThere();
  counter.count(form);
  if (wantsJson) return answer(200, "application/json", `{"count":${counter.submitted(form)}}`);
  return { ...answer(303, "text/plain", ""), to };
}

/** Only what is listed: nobody walks through this machine's folders. @param {string} name */
async function fileOf(name) {
  if (name === "form.mjs") return answer(200, "text/javascript", await formBundle());
  const type = STYLES_AND_SCRIPTS.get(name);
  if (type === undefined) return nothingThere();
  return answer(200, type, readFileSync(new URL(`in-page/${name}`, import.meta.url), "utf8"));
}

/** For the view that changes without a load. @param {string} number */
function dataOf(number) {
  const found = clientByNumber(number);
  if (found === undefined) return nothingThere();
  const { surname, given, fileNumber, bgNumber, childBenefitNumber } = found;
  const shown = { number, surname, given, fileNumber, bgNumber, childBenefitNumber };
  return answer(200, "application/json", JSON.stringify(shown));
}

const nothingThere = () => answer(404, "text/plain", "Diese Seite gibt es nicht.");
const notSo = () => answer(405, "text/plain", "Das geht hier nicht.");

/**
 * @param {string} body
 * @param {string} policy
 */
const pageOf = (body, policy) => ({ ...answer(200, "text/html", body), policy });

/**
 * @param {number} status
 * @param {string} type
 * @param {string} body
 * @returns {Answer}
 */
const answer = (status, type, body) => ({ status, type, body, policy: "default-src 'none'" });
