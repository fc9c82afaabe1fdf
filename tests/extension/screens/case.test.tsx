// @vitest-environment jsdom
import { bytesToId } from "@beiakte/shared/base/ids";
import { closeNote, noteText } from "@beiakte/shared/model/note";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { seeded } from "../../support/seeded";
import { expectAccessible, type ShownApp, showApp, told } from "../../support/shown-app";

async function show(tab: "notes" | "file", openCase = 0): Promise<ShownApp> {
  const shown = showApp({ openCase, bench: { tab } });
  await screen.findByRole("tablist");
  return shown;
}

test("[UI29] notes read like a file: by day, with kind, time and author; closed ones say so", async () => {
  await show("notes");
  const today = screen.getByRole("region", { name: "Heute" });
  expect(within(today).getByText("Hausbesuch").parentElement?.textContent).toMatch(
    /^Hausbesuch · \d\d:\d\d · Aylin Kaya$/u,
  );
  expect(within(today).getByText(/Zusage des Kursträgers/u)).toBeDefined();
  const friday = screen.getByRole("region", { name: "Freitag, 20.11.2026" });
  expect(within(friday).getByText("abgeschlossen")).toBeDefined();
  await expectAccessible();
});

test("[UI30] a note is edited in its place, with its tools and without a dialogue", async () => {
  const { user } = await show("notes");
  await user.click(screen.getByRole("button", { name: /^Öffnen: Hausbesuch/u }));
  const editor = await screen.findByRole(
    "textbox",
    { name: "Text des Vermerks" },
    { timeout: 20_000 },
  );
  expect(editor.textContent).toContain("Zusage des Kursträgers");
  expect(screen.queryByRole("dialog")).toBeNull();
  const tools = screen.getByRole("toolbar", { name: "Werkzeuge" });
  expect(
    within(tools)
      .getAllByRole("button")
      .map((tool) => tool.getAttribute("aria-label")),
  ).toEqual([
    "Fett",
    "Überschrift",
    "Liste",
    "Eigene Eingabe zurücknehmen",
    "Eigene Eingabe wiederholen",
  ]);
  await expectAccessible();
  expect(document.querySelectorAll("style")).toHaveLength(0);
});

test("[UI30] a new note asks for its kind only and opens with the caret in it", async () => {
  const { user, scene } = await show("notes");
  await user.click(screen.getByRole("button", { name: "Neuer Vermerk" }));
  await user.click(await screen.findByRole("menuitem", { name: "Telefonat" }));
  const editor = await screen.findByRole(
    "textbox",
    { name: "Text des Vermerks" },
    { timeout: 20_000 },
  );
  expect(editor.textContent).toBe("");
  expect(scene.cases[0]?.notes).toHaveLength(4);
});

test("[UI31] a note that a colleague closes can be read from then on, and no longer written", async () => {
  const { user, scene, clock } = await show("notes");
  await user.click(screen.getByRole("button", { name: /^Öffnen: Hausbesuch/u }));
  await screen.findByRole("toolbar", {}, { timeout: 20_000 });
  const [note] = scene.cases[0]?.notes ?? [];
  const [, markus] = scene.members;
  if (note === undefined || markus === undefined) throw new Error("a scene has notes and members");
  told(() => {
    closeNote(note.doc, { member: markus.member, clock, random: seeded("colleague") });
  });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getAllByText("abgeschlossen")).toHaveLength(2);
  expect(screen.getByText(/Zusage des Kursträgers/u)).toBeDefined();
  expect(noteText(note.doc)).toContain("Zusage");
});

test("[UI32] persons and identifiers are added, changed and removed in the file", async () => {
  const { user } = await show("file");
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Person hinzufügen" }));
  await screen.findByRole("dialog");
  await expectAccessible();
  await user.keyboard("Amal{Enter}");
  expect(screen.getByText("Amal Haddad")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Ändern: Amal Haddad" }));
  await user.click(await screen.findByRole("button", { name: "Entfernen" }));
  expect(screen.queryByText("Amal Haddad")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Rückgängig" }));
  expect(screen.getByText("Amal Haddad")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Ändern: 50.2-2024-01734" }));
  const field = await screen.findByLabelText("Nummer oder Zeichen");
  await user.clear(field);
  await user.type(field, "50.2-2025-9{Enter}");
  expect(screen.getByText("50.2-2025-9")).toBeDefined();
});

test("[UI33] a case is closed with reason and day, is only read then, and can be taken up again", async () => {
  const { user } = await show("file");
  await user.click(screen.getByRole("button", { name: "Fall abschließen" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Fall abschließen" }));
  expect(within(dialog).getByRole("alert").textContent).toBe("Bitte auswählen.");
  await user.click(within(dialog).getByRole("button", { name: /Grund/u }));
  const [reason] = await screen.findAllByRole("option");
  if (reason !== undefined) await user.click(reason);
  await user.click(within(dialog).getByRole("button", { name: "Fall abschließen" }));
  expect(screen.getByText(/^Abgeschlossen zum 22\.11\.2026: /u)).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Ändern: / })).toBeNull();
  await user.click(screen.getByRole("tab", { name: "Plan" }));
  expect(screen.queryByRole("button", { name: "Neuer Schritt" })).toBeNull();
  await expectAccessible();
  await user.click(screen.getByRole("tab", { name: "Fallakte" }));
  await user.click(screen.getByRole("button", { name: "Archivieren" }));
  expect(screen.getByText(/Archiviert von Aylin Kaya/u)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Wieder aufnehmen" }));
  expect(screen.getByRole("button", { name: "Fall abschließen" })).toBeDefined();
});

test("[UI19] a case that has not arrived says so, with a way back", async () => {
  const shown = showApp();
  told(() => {
    shown.fake.team.workbench.set({ openCase: bytesToId("CaseId", new Uint8Array(16)) });
  });
  expect((await screen.findByRole("alert")).textContent).toContain("noch nicht auf diesem Gerät");
  await expectAccessible();
  await shown.user.click(screen.getByRole("button", { name: "Zurück" }));
  expect(shown.fake.team.workbench.get().openCase).toBeUndefined();
});

test("[UI38] the parts of a case are reached with the arrow keys", async () => {
  const { user, fake } = await show("notes");
  screen.getByRole("tab", { name: "Vermerke" }).focus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("tabpanel", { name: "Fallakte" })).toBeDefined();
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(screen.getByRole("tab", { name: "Plan", selected: true }));
  await user.keyboard("{End}{Home}{ArrowLeft}");
  expect(fake.team.workbench.get().tab).toBe("file");
});
