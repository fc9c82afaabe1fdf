// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { REFUSALS } from "@beiakte/shared/protocol/refusals";
import { textIn } from "../../../extension/src/text/text";
import { expectAccessible, fill, showApp, told } from "../../support/shown-app";

const text = textIn("de");
const list = () => screen.getByRole("region", { name: "Fälle" });
const titles = () =>
  within(list())
    .queryAllByRole("listitem")
    .map((item) => item.querySelector("b")?.textContent);

test("[UI17] the caseload shows one's own cases first, and what is late in words", async () => {
  showApp();
  expect(titles()).toEqual([
    "Familie Haddad",
    "Yonas Tesfay",
    "Familie Kovalenko",
    "Amina Diallo",
    "Familie Özdemir",
  ]);
  expect(screen.getByText("2 Tage überfällig")).toBeDefined();
  expect(screen.getByText("heute fällig")).toBeDefined();
  expect(screen.getByText("5 Personen · Unterkunft Oststadt")).toBeDefined();
  await expectAccessible();
});

test("[UI17] the filters count, and keep to all, due and closed cases", async () => {
  const { user } = showApp();
  await user.click(screen.getByRole("radio", { name: "Alle 6" }));
  expect(titles()).toHaveLength(6);
  await user.click(screen.getByRole("radio", { name: "Fällig 3" }));
  expect(titles()).toEqual(["Familie Haddad", "Yonas Tesfay", "Familie Kovalenko"]);
  await user.click(screen.getByRole("radio", { name: "Abgeschlossen 0" }));
  expect(screen.getByText("Noch ist kein Fall abgeschlossen.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Alle Fälle zeigen" }));
  expect(titles()).toHaveLength(6);
});

test("[UI18] a search finds by name and by identifier across all cases, and says how many", async () => {
  const { user } = showApp();
  const field = screen.getByRole("searchbox", { name: "Name oder Kennzeichen" });
  await fill(user, field, "rahimi");
  expect(titles()).toEqual(["Familie Rahimi"]);
  expect(screen.getByText("1 Fall gefunden")).toBeDefined();
  await user.clear(field);
  await fill(user, field, "50.2-2024-01734");
  expect(titles()).toEqual(["Familie Haddad"]);
  await user.clear(field);
  await fill(user, field, "qqqq");
  expect(screen.getByText(/^Nichts gefunden/u)).toBeDefined();
  await expectAccessible();
});

test("[UI19] opening a case takes the focus to its title, going back to the caseload's", async () => {
  const { user } = showApp();
  await user.click(within(list()).getByRole("button", { name: /Familie Haddad/u }));
  const title = await screen.findByRole("heading", { level: 1, name: "Familie Haddad" });
  expect(document.activeElement).toBe(title);
  await user.click(screen.getByRole("button", { name: "Zurück zu den Fällen" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1, name: "Fälle" }));
  expect(document.title).toBe("");
});

test("[UI20] without a network one line says what happens to the work, and nothing is blocked", async () => {
  const { fake } = showApp();
  told(() => {
    fake.sync.set({ connection: { type: "offline" }, waiting: 3, storeFault: undefined });
  });
  expect(
    screen.getByText(/Alles wird auf diesem Gerät gesichert und später abgeglichen/u).textContent,
  ).toContain("3 Änderungen warten.");
  expect(screen.getByText("auf diesem Gerät")).toBeDefined();
  expect(document.querySelectorAll("button:disabled")).toHaveLength(0);
  await expectAccessible();
});

test.each(["relay-newer", "relay-older"] as const)(
  "[UI11] a relay of another version (%s) is said with what to do",
  (type) => {
    const { fake } = showApp();
    told(() => {
      fake.sync.set({ connection: { type }, waiting: 0, storeFault: undefined });
    });
    expect(screen.getByText(new RegExp(text.say(`connection.${type}-what`), "u"))).toBeDefined();
  },
);

test.each(["full", "failed"] as const)(
  "[UI11] a disk that is %s is said with what to do",
  (fault) => {
    const { fake } = showApp();
    told(() => {
      fake.sync.set({ connection: { type: "online" }, waiting: 1, storeFault: fault });
    });
    expect(screen.getByText(new RegExp(text.say(`store.${fault}-what`), "u"))).toBeDefined();
  },
);

test("[UI11] every refusal of the relay has a sentence of its own on screen", () => {
  const { fake } = showApp();
  for (const reason of REFUSALS) {
    told(() => {
      fake.sync.set({ connection: { type: "refused", reason }, waiting: 0, storeFault: undefined });
    });
    const banner = screen.getByText("Der Server nimmt nichts an.").closest("p");
    expect(banner?.textContent).toContain(text.say(`refusal.${reason}`));
  }
  expect(new Set(REFUSALS.map((reason) => text.say(`refusal.${reason}`))).size).toBe(
    REFUSALS.length,
  );
});

test("[UI21] a new case warns of a likely duplicate while typing, and is created with its household", async () => {
  const { user } = showApp();
  await user.click(screen.getByRole("button", { name: "Neuer Fall" }));
  await expectAccessible();
  await fill(user, screen.getByLabelText("Vorname"), "Rania");
  await fill(user, screen.getByLabelText("Familienname"), "Haddad");
  expect(screen.getByText("Gibt es diesen Fall schon?")).toBeDefined();
  expect(screen.getByRole("button", { name: "Öffnen: Familie Haddad" })).toBeDefined();
  await expectAccessible();
  await user.clear(screen.getByLabelText("Vorname"));
  await user.clear(screen.getByLabelText("Familienname"));
  await fill(user, screen.getByLabelText("Vorname"), "Mehmet");
  await fill(user, screen.getByLabelText("Familienname"), "Yıldız");
  await fill(user, screen.getByLabelText("Geburtsdatum"), "1.4.88");
  expect(screen.queryByText("Gibt es diesen Fall schon?")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Person hinzufügen" }));
  await user.keyboard("Derya{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "Familie Yıldız" })).toBeDefined();
  expect(screen.getByText("Mehmet (1988), Derya")).toBeDefined();
});

test("[UI21] a case is not created with half a birth date or a nameless person", async () => {
  const { user } = showApp();
  await user.click(screen.getByRole("button", { name: "Neuer Fall" }));
  await user.click(screen.getByRole("button", { name: "Fall anlegen" }));
  expect(screen.getByText("Bitte einen Namen eintragen.")).toBeDefined();
  await fill(user, screen.getByLabelText("Vorname"), "Mehmet");
  await fill(user, screen.getByLabelText("Geburtsdatum"), "31.2.1988");
  await user.click(screen.getByRole("button", { name: "Fall anlegen" }));
  expect(screen.getByText(text.say("field.no-day"))).toBeDefined();
  expect(screen.getByRole("heading", { name: "Neuer Fall" })).toBeDefined();
});

test("[UI11] a full disk at creation is said, and what was typed stays", async () => {
  const { user, fake } = showApp();
  fake.answers.create = "store-full";
  await user.click(screen.getByRole("button", { name: "Neuer Fall" }));
  await fill(user, screen.getByLabelText("Vorname"), "Mehmet");
  await user.click(screen.getByRole("button", { name: "Fall anlegen" }));
  expect((await screen.findByRole("alert")).textContent).toBe(text.say("fault.store-full"));
  expect(screen.getByLabelText<HTMLInputElement>("Vorname").value).toBe("Mehmet");
});
