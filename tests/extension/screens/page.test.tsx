// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { textIn } from "../../../extension/src/text/text";
import type { PageView } from "../../../extension/src/workspace/workspace";
import { expectAccessible, fill, showApp, type ShownApp, told } from "../../support/shown-app";

const text = textIn("de");
const STRANGER = { kind: "bg_number", value: "11111//0011111" } as const;
const bar = () => screen.getByRole("region", { name: text.say("page.name") });
const caseOf = (app: ShownApp, at: number) => {
  const found = app.scene.cases[at]?.id;
  if (found === undefined) throw new Error("a scene has cases");
  return found;
};

function showPage(app: ShownApp, ...identifiers: PageView["identifiers"]): void {
  told(() => app.fake.page.set({ identifiers }));
}

test("[UI39] beside no portal nothing is said; a known case is named and opened with one press", async () => {
  const app = showApp();
  expect(screen.queryByRole("region", { name: text.say("page.name") })).toBeNull();
  showPage(app, { ...STRANGER, cases: [caseOf(app, 0)], isProposed: true });
  expect(within(bar()).getByRole("status").textContent).toBe("Auf der Seite: Familie Haddad");
  await expectAccessible();
  await app.user.click(within(bar()).getByRole("button", { name: "Familie Haddad öffnen" }));
  expect(app.fake.team.workbench.get().openCase).toBe(caseOf(app, 0));
  expect(within(bar()).getByRole("status").textContent).toBe(
    "Auf der Seite: Familie Haddad (offen)",
  );
  expect(within(bar()).queryByRole("button", { name: /öffnen/u })).toBeNull();
});

test("[UI39] of several cases the person chooses one", async () => {
  const app = showApp();
  const cases = [caseOf(app, 0), caseOf(app, 1)];
  showPage(app, { ...STRANGER, cases, isProposed: true });
  expect(within(bar()).getByRole("status").textContent).toBe(text.say("page.several"));
  const choices = within(bar()).getAllByRole("button", { name: /öffnen$/u });
  expect(choices).toHaveLength(2);
  await expectAccessible();
  const [, second] = choices;
  if (second !== undefined) await app.user.click(second);
  expect(cases).toContain(app.fake.team.workbench.get().openCase);
});

test("[UI40] a number of no case is said, and a new case begins with it", async () => {
  const app = showApp();
  showPage(app, { ...STRANGER, cases: [], isProposed: true });
  expect(within(bar()).getByRole("status").textContent).toBe(
    "BG-Nummer (Bedarfsgemeinschaft) 11111//0011111 gehört zu keinem Fall.",
  );
  await expectAccessible();
  await app.user.click(within(bar()).getByRole("button", { name: text.say("page.create") }));
  await screen.findByRole("heading", { name: text.say("new-case.title") });
  expect(screen.getByDisplayValue("11111//0011111")).toBeDefined();
});

test("[UI40] with a number that may only be compared no case begins", () => {
  const app = showApp();
  showPage(app, { kind: "azr", value: "150917012345", cases: [], isProposed: false });
  expect(within(bar()).queryByRole("button", { name: text.say("page.create") })).toBeNull();
});

test("[UI41] the panel is pinned and let go again", async () => {
  const app = showApp();
  showPage(app, { ...STRANGER, cases: [caseOf(app, 0)], isProposed: true });
  const pin = within(bar()).getByRole("button", { name: text.say("page.pin") });
  expect(pin.getAttribute("aria-pressed")).toBe("false");
  await app.user.click(pin);
  expect(pin.getAttribute("aria-pressed")).toBe("true");
  expect(app.fake.team.page.isPinned.get()).toBe(true);
  await app.user.click(pin);
  expect(app.fake.team.page.isPinned.get()).toBe(false);
});

test("[UI42] portals are allowed one by one and removed again; what is none is said", async () => {
  const { portals, user } = showApp({ bench: { place: "settings" } });
  const part = screen.getByRole("region", { name: text.say("portals.title") });
  const field = within(part).getByRole("textbox", { name: text.say("portals.address") });
  const allow = within(part).getByRole("button", { name: text.say("portals.allow") });
  for (const bad of ["http://portal.example", "portal", "ftp://portal.example", ""]) {
    if (bad === "") await user.clear(field);
    else await fill(user, field, bad);
    await user.click(allow);
    expect((await within(part).findByRole("alert")).textContent).toBe(
      text.say("portals.malformed"),
    );
  }
  portals.declined.add("https://anders.example");
  await fill(user, field, "https://anders.example/akten");
  await user.click(allow);
  expect((await within(part).findByRole("alert")).textContent).toBe(text.say("portals.declined"));
  await fill(user, field, "portal.musterstadt.de/akte?id=7");
  await user.click(allow);
  await within(part).findByText("https://portal.musterstadt.de");
  expect(portals.origins.get()).toEqual(["https://portal.musterstadt.de"]);
  await expectAccessible();
  const remove = text.say("portals.forget-name", { origin: "https://portal.musterstadt.de" });
  await user.click(within(part).getByRole("button", { name: remove }));
  expect(within(part).queryByText("https://portal.musterstadt.de")).toBeNull();
});
