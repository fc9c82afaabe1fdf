import { once } from "node:events";
import { createServer, request } from "node:http";
import { type AddressInfo, createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { identifierKind } from "@beiakte/shared/catalogue/identifiers";
import { dayOf } from "@beiakte/shared/model/iso-date";
import { sampleHousehold } from "@beiakte/shared/sample/household";
import { sampleIdentifiers } from "@beiakte/shared/sample/identifiers";
import { outlineOf } from "@beiakte/shared/sample/outline";
import { PORTAL_CLIENTS } from "@beiakte/shared/sample/portal-clients";
import { seeded } from "@beiakte/shared/sample/seeded";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numberedId } from "../support/plain-entries";
import { clientByNumber, CLIENTS, NAMED_CLIENTS } from "./clients.mjs";
import { HOSTILE_PAGES } from "./hostile-pages.mjs";
import { startPracticePortal } from "./server.mjs";

type Portal = Awaited<ReturnType<typeof startPracticePortal>>;

const [ONE, TWO] = NAMED_CLIENTS;

const PATHS = [
  "/",
  "/klienten",
  "/klienten/1001",
  "/formular?klient=1002",
  "/formular?klient=1002&rahmen=1",
  "/rahmen",
  "/rahmen-fremd",
  "/schatten",
  "/einzelseite/1001",
  "/streng",
  "/tabelle",
  "/seiten",
  ...HOSTILE_PAGES.map((one) => `/feindlich/${one.name}`),
];

let portal: Portal;

beforeAll(async () => {
  portal = await startPracticePortal({ port: 0 });
});

afterAll(() => portal.close());

/** The page as one line of text with its tags, so that a formatter's line breaks do not matter. */
async function pageAt(path: string, url = portal.url): Promise<string> {
  const answer = await fetch(url + path);
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replace(/\s+/g, " ");
}

const policyAt = async (path: string): Promise<string> =>
  (await fetch(portal.url + path)).headers.get("content-security-policy") ?? "";

/** The status of an answer to a request under any name and path: `fetch` allows neither. */
async function statusUnder(host: string, path = "/", method = "GET"): Promise<number> {
  const asked = request({
    host: "127.0.0.1",
    port: portOf(portal.url),
    path,
    method,
    headers: { host },
  });
  asked.end();
  const [answer] = await once(asked, "response");
  answer.resume();
  return answer.statusCode;
}

const portOf = (url: string): number => Number(new URL(url).port);

test("[PP1] it answers to the two names of this machine and to no other", async () => {
  for (const host of ["localhost", "localhost:7421", "127.0.0.1", "LOCALHOST:1"]) {
    expect(await statusUnder(host), host).toBe(200);
  }
  for (const host of [
    "portal.example",
    "localhost.example",
    "localhost:7421.example",
    "127.0.0.1.example",
    "user@localhost",
    "[::1]:7421",
  ]) {
    expect(await statusUnder(host), host).toBe(421);
  }
});

test("[PP1] it listens on no address that another machine could reach", async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => !one.internal && one.family === "IPv4");
  for (const { address } of outside) {
    for (const url of [portal.url, portal.otherUrl]) {
      const socket = createConnection({ host: address, port: portOf(url) });
      const isReached = await Promise.race([
        once(socket, "connect").then(() => true),
        new Promise<boolean>((resolve) => socket.on("error", () => resolve(false))),
      ]).catch(() => false);
      socket.destroy();
      expect(isReached, address).toBe(false);
    }
  }
});

test("[PP1] what is asked for in a strange way is refused, and harms nobody", async () => {
  const strange = [
    "//elsewhere/",
    "/in-page/../server.mjs",
    "/in-page/%2e%2e%2fserver.mjs",
    "/x/y/z",
  ];
  for (const path of strange) expect(await statusUnder("localhost", path), path).toBe(404);
  expect(await statusUnder("localhost", "/in-page/server.mjs")).toBe(404);
  expect(await statusUnder("localhost", "/klienten/9999")).toBe(404);
  expect(await statusUnder("localhost", "/formular?klient=9999")).toBe(404);
  expect(await statusUnder("localhost", "/", "DELETE")).toBe(405);
  expect(await statusUnder("localhost", "/", "HEAD")).toBe(200);
  expect(await statusUnder("localhost")).toBe(200);
});

test("[PP2] a port that is taken is passed over, and closing gives the ports back", async () => {
  const stranger = createServer();
  stranger.listen(0, "127.0.0.1");
  await once(stranger, "listening");
  const taken = (stranger.address() as AddressInfo).port;
  const beside = await startPracticePortal({ port: taken });
  expect(portOf(beside.url)).not.toBe(taken);
  expect(await pageAt("/", beside.url)).toContain("Musterstadt");
  const ports = [portOf(beside.url), portOf(beside.otherUrl)];
  expect(new Set([...ports, taken]).size).toBe(3);
  await beside.close();
  for (const port of ports) {
    const next = createServer();
    next.listen(port, "127.0.0.1");
    await once(next, "listening");
    next.close();
    await once(next, "close");
  }
  stranger.close();
});

const HAS_BOTH_ADDRESSES = Object.values(networkInterfaces()).some((all) =>
  all?.some((one) => one.address === "::1"),
);

test.runIf(HAS_BOTH_ADDRESSES)(
  "[PP2] a stranger on the other address of localhost has the port, too",
  async () => {
    const stranger = createServer((_, response) => response.end("a stranger"));
    stranger.listen(0, "::1");
    await once(stranger, "listening");
    const taken = (stranger.address() as AddressInfo).port;
    const beside = await startPracticePortal({ port: taken });
    expect(portOf(beside.url)).not.toBe(taken);
    await beside.close();
    stranger.close();
  },
);

test("[PP3] nothing is cached and everything has a policy", async () => {
  for (const path of [...PATHS, "/in-page/form.mjs", "/daten/1001", "/nichts"]) {
    const { headers } = await fetch(portal.url + path);
    expect(headers.get("cache-control"), path).toBe("no-store");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("content-security-policy"), path).toMatch(/^default-src '(?:self|none)'/);
  }
});

test("[PP3] the strict page allows its own scripts and styles, and no frame around it", async () => {
  const directives = new Map(
    (await policyAt("/streng")).split("; ").map((one) => {
      const [name = "", ...values] = one.split(" ");
      return [name, values.join(" ")];
    }),
  );
  expect(Object.fromEntries(directives)).toEqual({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
  });
  expect(await pageAt("/streng")).not.toMatch(
    / style=| on\w+=|<style|<script(?! type="module" src=)/,
  );
});

const KINDS = [
  ["bgNumber", "bg_number"],
  ["childBenefitNumber", "child_benefit_no"],
  ["bamfNumber", "bamf_file"],
  ["customerNumber", "ba_customer"],
] as const;

test("[PP4] every identifier has the form of its kind, and no two persons have the same", () => {
  for (const [field, id] of KINDS) {
    const pattern = new RegExp(`^(?:${identifierKind(id)?.regex ?? "nothing"})$`);
    for (const one of CLIENTS) expect(one[field], `${one.number} ${field}`).toMatch(pattern);
  }
  for (const field of [...KINDS.map(([name]) => name), "fileNumber", "number", "phone"] as const) {
    expect(new Set(CLIENTS.map((one) => one[field])).size, field).toBe(CLIENTS.length);
  }
});

test("[PP4] two have a case in the sample caseload, under the number that the portal shows", () => {
  const sample = { seed: "practice", today: dayOf(0), self: numberedId("MemberId", 1) };
  const cases = [...PORTAL_CLIENTS.keys()].map((index) => {
    const file = outlineOf(sample, index);
    expect(file).toMatchObject({ isFamily: false, responsible: sample.self });
    const [person] = sampleHousehold(sample, file);
    const [, identifier] = sampleIdentifiers(seeded("any"), file);
    return [person?.familyName, person?.givenName, person?.birthDate, identifier?.value];
  });
  expect(cases).toEqual([ONE, TWO].map((one) => [one.surname, one.given, one.born, one.bgNumber]));
});

test("[PP4] the others are not of the sample caseload, whose offices have zeros and whose files another sign", () => {
  for (const one of CLIENTS) {
    for (const [field] of KINDS) expect(one[field]).not.toMatch(/^000/);
    expect(one.fileNumber).not.toMatch(/^50\.2-/);
  }
});

test("[PP4] the named persons come first, and look-alikes really look alike", () => {
  expect(CLIENTS.slice(0, 3)).toEqual(NAMED_CLIENTS);
  expect(clientByNumber("1002")).toBe(TWO);
  expect(`${ONE.bgNumber} ${ONE.fileNumber}`).toBe("99901//0016151 51.4-2026-97019");
  for (const one of CLIENTS) {
    expect(one.callback).toMatch(new RegExp(`^(?:${identifierKind("bamf_file")?.regex})$`));
    expect(one.orderNumber).toMatch(new RegExp(`^(?:${identifierKind("azr")?.regex})$`));
  }
});

test("[PP5] the list is turned page by page, and everybody is on one of them", async () => {
  const first = await pageAt("/klienten");
  expect(first).toContain("137 Treffer, Seite 1 von 7");
  expect(first).not.toContain('rel="prev"');
  const seen = new Set<string>();
  for (let page = 1; page <= 7; page += 1) {
    const text = await pageAt(`/klienten?seite=${page}`);
    for (const [, number] of text.matchAll(/href="\/klienten\/(\d+)"/g)) seen.add(number ?? "");
  }
  expect(seen.size).toBe(137);
  expect(await pageAt("/klienten?seite=99")).not.toContain('rel="next"');
  expect(await pageAt("/klienten?seite=nichts")).toContain("Seite 1 von 7");
});

test("[PP5] the search finds names and numbers, and shows what was searched for as text", async () => {
  const byName = await pageAt(`/klienten?${new URLSearchParams({ suche: "NGUYỄN anh" })}`);
  expect(byName).toContain("1 Treffer");
  expect(byName).toContain(NAMED_CLIENTS[2].bgNumber);
  expect(await pageAt(`/klienten?suche=${TWO.fileNumber}`)).toContain(TWO.surname);
  const nobody = await pageAt('/klienten?suche="><script>alert(1)</script>');
  expect(nobody).toContain("0 Treffer, Seite 1 von 1");
  expect(nobody).not.toContain("<script>");
});

test("[PP6] a person's page has identifiers in every place, next to numbers that look alike", async () => {
  const page = await pageAt(`/klienten/${ONE.number}`);
  const [office, rest] = ONE.bgNumber.split("//");
  for (const part of [
    `<dt>Aktenzeichen</dt> <dd id="aktenzeichen">${ONE.fileNumber}</dd>`,
    `<th scope="row">BG-Nummer</th> <td><b>${office}</b><span>//</span><span>${rest}</span></td>`,
    `<th scope="row">Kindergeldnummer</th> <td>${ONE.childBenefitNumber}</td>`,
    `<th scope="row">Gesch.-Z. BAMF</th> <td>${ONE.bamfNumber}</td>`,
    `<label for="kundennummer">Kundennummer</label>`,
    `value="${ONE.customerNumber}"`,
    `value="${ONE.bgNumber}"`,
    `<dd>${ONE.callback}</dd>`,
    `<td>${ONE.orderNumber}</td>`,
    `<dt>AZR-Nummer</dt><dd>${ONE.guarded.azrNumber}</dd>`,
    `<dt>D-Nummer</dt><dd>${ONE.guarded.policeNumber}</dd>`,
  ]) {
    expect(page.replaceAll("> <", "><")).toContain(part.replaceAll("> <", "><"));
  }
});

test("[PP8] what is submitted is counted by the server, and the pages show the number", async () => {
  const own = await startPracticePortal({ port: 0 });
  const send = (url: string, headers: Readonly<Record<string, string>>) =>
    fetch(url, { method: "POST", headers, body: "vermerk=geheim", redirect: "manual" });
  const asked = await send(`${own.url}/absenden/react`, { accept: "application/json" });
  expect(await asked.json()).toEqual({ count: 1 });
  const submitted = await send(`${own.otherUrl}/absenden/react`, { accept: "text/html" });
  expect([submitted.status, submitted.headers.get("location")]).toEqual([303, "/formular"]);
  await send(`${own.url}/absenden/streng`, {});
  expect((await send(`${own.url}/absenden/nichts`, {})).status).toBe(404);
  expect([own.submitted("react"), own.submitted("streng")]).toEqual([2, 1]);
  expect(await pageAt("/formular", own.url)).toContain('data-abgesendet="2"');
  expect(await pageAt("/streng", own.url)).toContain('<output id="abgesendet">1</output>');
  await own.close();
});

test("[PP9] the frames hold the same form, one from here and one from the other server", async () => {
  expect(await pageAt("/rahmen")).toContain('src="/formular?klient=1001&amp;rahmen=1"');
  const there = `${portal.otherUrl}/formular?klient=1001&amp;rahmen=1`;
  expect(await pageAt("/rahmen-fremd")).toContain(`src="${there}"`);
  expect(portal.otherUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const framed = await pageAt("/formular?klient=1002&rahmen=1", portal.otherUrl);
  expect(framed).toContain(TWO.fileNumber);
  expect(framed).not.toContain("Hauptmenü");
});

test("[PP11] each hostile page says in its heading what it does, and has a person's identifier", async () => {
  const more = await pageAt("/seiten");
  for (const { name, heading } of HOSTILE_PAGES) {
    const page = await pageAt(`/feindlich/${name}`);
    expect(page).toContain(`<h1>${heading}</h1>`);
    expect(page).toContain(`<dd id="bg">${ONE.bgNumber}</dd>`);
    expect(more).toContain(`href="/feindlich/${name}"`);
  }
  expect(HOSTILE_PAGES.map((one) => one.name)).toHaveLength(6);
});

test("[PP12] every page is German, has one heading of the first order and no name in its title", async () => {
  for (const path of PATHS) {
    const page = await pageAt(path);
    expect(page, path).toContain('<html lang="de">');
    expect([...page.matchAll(/<h1>/g)], path).toHaveLength(1);
    expect(page, path).toContain("<title>Fachverfahren Musterstadt (Übung)</title>");
  }
});

test("[PP12] every script and style that a page asks for is there", async () => {
  const asked = new Set<string>();
  for (const path of PATHS) {
    const page = await pageAt(path);
    for (const [, file] of page.matchAll(/(?:src|href)="(\/in-page\/[^"]+)"/g))
      asked.add(file ?? "");
  }
  expect(asked.size).toBeGreaterThanOrEqual(11);
  for (const file of asked) {
    const answer = await fetch(portal.url + file);
    expect(answer.status, file).toBe(200);
    expect((await answer.text()).length, file).toBeGreaterThan(100);
  }
});
