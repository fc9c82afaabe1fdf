// @vitest-environment jsdom
import { viewPlan } from "@beiakte/shared/model/plan-view";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { textIn } from "../../../extension/src/text/text";
import type { DocumentFault } from "../../../extension/src/workspace/workspace";
import { expectAccessible, fill, type ShownApp, showApp, told } from "../../support/shown-app";

const text = textIn("de");
const TICKED =
  "Sprachstand und Lernbiografie erfassen (GER-Niveau, Alphabetisierung, Erstsprachen)";
const OPEN = "Einstufungstest vereinbaren und Kursart festlegen";

async function showPlan(): Promise<ShownApp> {
  const shown = showApp({ openCase: 0 });
  await screen.findByRole("heading", { level: 1, name: "Familie Haddad" });
  return shown;
}

const planOf = (shown: ShownApp) => {
  const doc = shown.scene.cases[0]?.doc;
  if (doc === undefined) throw new Error("a scene has a first case");
  return viewPlan(doc);
};
const orderOf = (shown: ShownApp, area: number) =>
  planOf(shown)
    .areas[area]?.steps.filter((step) => step.state === "taken-up")
    .map((step) => (step.label.type === "own" ? step.label.text : step.label.label.de));

test("[UI22] a plan says what, who, until when, and in words what is late", async () => {
  await showPlan();
  const area = screen.getByRole("region", { name: "Sprache" });
  expect(within(area).getByRole("checkbox", { name: TICKED })).toHaveProperty("checked", true);
  expect(within(area).getByText("erledigt 03.09. von Aylin Kaya")).toBeDefined();
  expect(within(area).getByText("2 Tage überfällig").parentElement?.textContent).toBe(
    "Markus Hirt · bis 20.11. 2 Tage überfällig",
  );
  expect(within(screen.getByRole("tabpanel")).getByText("2 von 6 Schritten")).toBeDefined();
  expect(
    screen.getByText("Rania (1988), Samir (1985), 3 Kinder · Arabisch, Deutsch"),
  ).toBeDefined();
  await expectAccessible();
});

test("[UI23] one click ticks, and for ten seconds it can be taken back", async () => {
  const shown = await showPlan();
  await shown.user.click(screen.getByRole("checkbox", { name: OPEN }));
  expect(planOf(shown).progress.done).toBe(3);
  told(() => {
    shown.clock.turn(9_999);
  });
  await expectAccessible();
  await shown.user.click(screen.getByRole("button", { name: "Rückgängig" }));
  expect(planOf(shown).progress.done).toBe(2);
  expect(screen.queryByRole("button", { name: "Rückgängig" })).toBeNull();
  await shown.user.click(screen.getByRole("checkbox", { name: OPEN }));
  told(() => {
    shown.clock.turn(10_000);
  });
  expect(screen.queryByRole("button", { name: "Rückgängig" })).toBeNull();
  expect(planOf(shown).progress.done).toBe(3);
});

test("[UI24] steps are ticked, moved and removed with the keyboard alone, and taken back", async () => {
  const shown = await showPlan();
  const { user } = shown;
  const before = orderOf(shown, 0);
  screen.getByRole("checkbox", { name: OPEN }).focus();
  await user.keyboard(" ");
  expect(planOf(shown).progress.done).toBe(3);

  screen.getByRole("button", { name: `Mehr zu: ${OPEN}` }).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("menuitem", { name: "Nach oben" })).toBeDefined();
  await expectAccessible();
  await user.keyboard("{Enter}");
  expect(orderOf(shown, 0)).toEqual([before?.[0], before?.[2], before?.[1]]);
  await user.click(screen.getByRole("button", { name: "Rückgängig" }));
  expect(orderOf(shown, 0)).toEqual(before);

  screen.getByRole("button", { name: `Mehr zu: ${OPEN}` }).focus();
  await user.keyboard("{Enter}{ArrowUp}{Enter}");
  expect(orderOf(shown, 0)).toEqual(before?.slice(0, 2));
  await user.click(screen.getByRole("button", { name: "Rückgängig" }));
  expect(orderOf(shown, 0)).toEqual(before);
});

test("[UI24] a step moves down, and into another area", async () => {
  const shown = await showPlan();
  const { user } = shown;
  const before = orderOf(shown, 0);
  await user.click(screen.getByRole("button", { name: `Mehr zu: ${TICKED}` }));
  await user.click(await screen.findByRole("menuitem", { name: "Nach unten" }));
  expect(orderOf(shown, 0)).toEqual([before?.[1], before?.[0], before?.[2]]);
  await user.click(screen.getByRole("button", { name: `Mehr zu: ${OPEN}` }));
  await user.click(await screen.findByRole("menuitem", { name: "In anderes Handlungsfeld …" }));
  const dialog = await screen.findByRole("dialog", { name: "Verschieben" });
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: /In welches Handlungsfeld/u }));
  await user.click(await screen.findByRole("option", { name: "Arbeit" }));
  await user.click(screen.getByRole("button", { name: "Verschieben" }));
  expect(orderOf(shown, 1)?.at(-1)).toBe(OPEN);
});

test("[UI25] an added area brings its steps as proposed, which count only when taken up", async () => {
  const shown = await showPlan();
  const { user } = shown;
  await user.click(screen.getByRole("button", { name: "Neues Handlungsfeld" }));
  await user.click(await screen.findByRole("menuitem", { name: "Wohnen" }));
  const area = await screen.findByRole("region", { name: "Wohnen" });
  expect(within(screen.getByRole("tabpanel")).getByText("2 von 6 Schritten")).toBeDefined();
  await expectAccessible();
  const [first] = within(area).getAllByRole("button", { name: /^Aufnehmen: / });
  if (first !== undefined) await user.click(first);
  expect(within(screen.getByRole("tabpanel")).getByText("2 von 7 Schritten")).toBeDefined();
  await user.click(within(area).getByRole("button", { name: /vorgeschlagene Schritte/u }));
  const count = within(area).getAllByRole("button", { name: /^Entfernen: / }).length;
  const [unwanted] = within(area).getAllByRole("button", { name: /^Entfernen: / });
  if (unwanted !== undefined) await user.click(unwanted);
  expect(within(area).getAllByRole("button", { name: /^Entfernen: / })).toHaveLength(count - 1);
  await user.click(within(area).getByRole("button", { name: "Alle aufnehmen: Wohnen" }));
  expect(within(area).queryByRole("button", { name: /vorgeschlagen/u })).toBeNull();
});

test("[UI26] responsible and deadline are set in the line, without a button to save", async () => {
  const shown = await showPlan();
  const { user } = shown;
  await user.click(screen.getByRole("button", { name: OPEN }));
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: /Wer/u }));
  await user.click(await screen.findByRole("option", { name: "Rania Haddad (Haushalt)" }));
  await fill(user, screen.getByLabelText("Frist"), "1.12.");
  await user.tab();
  const line = screen.getByRole("checkbox", { name: OPEN }).closest("li");
  await waitFor(() => {
    expect(line?.textContent).toContain("Rania Haddad · bis 01.12.");
  });
  await user.clear(screen.getByLabelText("Frist"));
  await fill(user, screen.getByLabelText("Frist"), "31.2.");
  await user.tab();
  expect(screen.getByText(text.say("field.no-day"))).toBeDefined();
  expect(line?.textContent).toContain("bis 01.12.");
  await user.clear(screen.getByLabelText("Frist"));
  await user.tab();
  expect(line?.textContent).not.toContain("bis 01.12.");
});

test("[UI26] a step in the team's own words is agreed at once", async () => {
  const shown = await showPlan();
  const { user } = shown;
  await user.click(screen.getByRole("button", { name: "Neuer Schritt" }));
  await screen.findByRole("dialog", { name: "Neuer Schritt" });
  await expectAccessible();
  await user.keyboard("Fahrrad besorgen{Enter}");
  expect(screen.getByRole("checkbox", { name: "Fahrrad besorgen" })).toBeDefined();
  expect(within(screen.getByRole("tabpanel")).getByText("2 von 7 Schritten")).toBeDefined();
});

const FAULTS: Readonly<Record<DocumentFault, true>> = {
  gap: true,
  fork: true,
  "bad-signature": true,
  "unknown-device": true,
  "not-allowed": true,
  "unknown-epoch": true,
  incomplete: true,
  "foreign-structs": true,
  unreadable: true,
  "snapshot-differs": true,
  "too-new": true,
};

test("[UI27] each fault of a document is said calmly with what to do, and the work goes on", async () => {
  const { fake, user } = await showPlan();
  for (const fault of Object.keys(FAULTS) as DocumentFault[]) {
    told(() => {
      fake.state.set({ saved: "at-relay", faults: [fault], isComplete: true });
    });
    expect(screen.getByText(new RegExp(`^${text.say(`document.${fault}`)}`, "u"))).toBeDefined();
  }
  await expectAccessible();
  await user.click(screen.getByRole("checkbox", { name: OPEN }));
  expect(screen.getByRole("checkbox", { name: OPEN })).toHaveProperty("checked", true);
});

test("[UI28] the head says who else is here and how safe the work is, in one word", async () => {
  const { fake, scene } = await showPlan();
  const [, markus] = scene.members;
  if (markus === undefined) throw new Error("a scene has members");
  told(() => {
    fake.presence.set([{ member: markus.member, name: markus.name }]);
  });
  expect(screen.getByRole("img", { name: "Auch hier: Markus Hirt" }).textContent).toBe("MH");
  const head = screen.getByRole("heading", { name: "Familie Haddad" }).parentElement;
  for (const [saved, word] of [
    ["writing", "wird gesichert"],
    ["on-device", "auf diesem Gerät"],
    ["at-relay", "gesichert"],
    ["seen", "gesehen"],
  ] as const) {
    told(() => {
      fake.state.set({ saved, faults: [], isComplete: true });
    });
    expect(head?.textContent).toContain(word);
  }
  await expectAccessible();
});
