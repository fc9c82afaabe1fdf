// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { textIn } from "../../../extension/src/text/text";
import type { PageView } from "../../../extension/src/workspace/workspace";
import { expectAccessible, fill, showApp, type ShownApp, told } from "../../support/shown-app";

const text = textIn("de");
const PORTAL = "https://portal.musterstadt.example";
const AZR = { kind: "azr", value: "150917012345", cases: [], isProposed: false } as const;
const FILE = {
  kind: "file_number",
  value: "50.2-2024-01234",
  cases: [],
  isProposed: true,
} as const;

const settings = (): ShownApp => showApp({ bench: { place: "settings" } });
const button = (name: string, within_: HTMLElement = document.body) =>
  within(within_).getByRole("button", { name });
const showPage = (app: ShownApp, ...identifiers: PageView["identifiers"]): void =>
  told(() => app.fake.page.set({ identifiers }));

async function settingsWithPortal(): Promise<ShownApp> {
  const app = settings();
  await app.portals.allow(PORTAL);
  await screen.findByText(PORTAL);
  return app;
}

test("[UI70] what the administration has set is shown, and what of it cannot be read is named", async () => {
  const { fake } = settings();
  expect(screen.queryByRole("region", { name: text.say("policy.title") })).toBeNull();
  told(() =>
    fake.portals.setPolicy({
      relay: "wss://beiakte.musterstadt.example",
      lockAfterMinutes: 5,
      portals: [PORTAL],
      keepClips: false,
      telemetry: true,
      language: "fr",
    }),
  );
  const part = screen.getByRole("region", { name: text.say("policy.title") });
  for (const said of [
    text.say("policy.relay", { relay: "wss://beiakte.musterstadt.example" }),
    "Gesperrt wird nach 5 Minuten ohne Eingabe.",
    text.say("policy.clips-no"),
    text.say("policy.fault-unknown", { setting: "telemetry" }),
    text.say("policy.fault-malformed", { setting: "language" }),
  ]) {
    expect(within(part).getByText(said)).toBeDefined();
  }
  await expectAccessible();
});

test("[UI71] what is set cannot be chosen: language, lock time, and the relay of a new team", async () => {
  const { fake } = settings();
  expect(
    screen.getByRole("button", { name: new RegExp(text.say("lock.after"), "u") }),
  ).toBeDefined();
  told(() => fake.portals.setPolicy({ lockAfterMinutes: 5, language: "de" }));
  expect(
    screen.queryByRole("button", { name: new RegExp(text.say("lock.after"), "u") }),
  ).toBeNull();
  expect(screen.queryByRole("radio", { name: "English" })).toBeNull();
  expect(screen.getAllByText(text.say("policy.set")).length).toBe(2);
});

test("[UI71] whoever founds a team is asked for no relay where one is set", async () => {
  const { fake, user } = showApp({ stage: "first-run" });
  told(() => fake.portals.setPolicy({ relay: "wss://beiakte.musterstadt.example" }));
  await user.click(screen.getByRole("button", { name: new RegExp(text.say("found.title"), "u") }));
  expect(screen.queryByRole("textbox", { name: text.say("found.relay") })).toBeNull();
  expect(
    screen.getByText(text.say("policy.relay", { relay: "wss://beiakte.musterstadt.example" })),
  ).toBeDefined();
  await expectAccessible();
});

test("[UI71] without a policy the person chooses when it locks", async () => {
  const { fake, user } = settings();
  await user.click(screen.getByRole("button", { name: new RegExp(text.say("lock.after"), "u") }));
  await user.click(await screen.findByRole("option", { name: "nach 30 Minuten" }));
  expect(fake.portals.settings.own.get()).toEqual({ lockAfterMinutes: 30 });
});

test("[UI72] portals that the administration intends are offered, and allowed with one press", async () => {
  const { fake, portals, user } = settings();
  told(() => fake.portals.setPolicy({ portals: [PORTAL] }));
  expect(screen.getByText(text.say("portals.intended"))).toBeDefined();
  await user.click(button(text.say("portals.allow-name", { origin: PORTAL })));
  expect(portals.origins.get()).toEqual([PORTAL]);
  expect(screen.queryByText(text.say("portals.intended"))).toBeNull();
});

test("[UI73] a profile is made for a portal, from a pattern, with labels of its own", async () => {
  const { fake, user } = await settingsWithPortal();
  expect(screen.getByText(text.say("profile.none"))).toBeDefined();
  await user.click(button(text.say("profile.add-name", { origin: PORTAL })));
  const dialog = await screen.findByRole("dialog");
  await expectAccessible();
  await fill(user, within(dialog).getByLabelText(text.say("profile.name")), "Fachverfahren");
  await fill(user, within(dialog).getByLabelText(text.say("profile.path")), "/akte?id=7");
  await user.click(button(text.say("profile.label-add"), dialog));
  const words = within(dialog).getByRole("textbox", { name: text.say("profile.label-words") });
  await fill(user, words, "Vorgang 7");
  await user.click(button(text.say("profile.save"), dialog));
  expect(within(dialog).getByRole("alert").textContent).toBe(text.say("profile.wrong-path"));
  await fill(user, within(dialog).getByLabelText(text.say("profile.path")), "/akte");
  await user.click(button(text.say("profile.save"), dialog));
  expect(within(dialog).getByRole("alert").textContent).toBe(text.say("profile.wrong-words"));
  await fill(user, words, "Mein Vorgang");
  const clip = within(dialog).getByLabelText(text.say("profile.clip"));
  await fill(user, clip, "Ohne das Fundstück");
  await user.click(button(text.say("profile.save"), dialog));
  expect(within(dialog).getByRole("alert").textContent).toBe(text.say("profile.wrong-clip"));
  await fill(user, clip, "{text}\n{portal}");
  await user.click(button(text.say("profile.save"), dialog));
  expect(screen.queryByRole("dialog")).toBeNull();
  const held = fake.portals.open.profileAt(`${PORTAL}/akte/7`);
  expect(held).toMatchObject({
    source: "team",
    profile: {
      name: "Fachverfahren",
      addresses: [{ origin: PORTAL, path: "/akte" }],
      labels: [{ kind: "file_number", words: "Mein Vorgang" }],
      clip: "{text}\n{portal}",
    },
  });
  expect(screen.getByText(/Profil: Fachverfahren, ab \/akte/u)).toBeDefined();
});

test("[UI74] a profile is tried out on the page on screen before it is saved", async () => {
  const app = await settingsWithPortal();
  const { fake, user } = app;
  await user.click(button(text.say("profile.add-name", { origin: PORTAL })));
  const dialog = await screen.findByRole("dialog");
  expect(
    within(dialog).getByText(text.say("profile.try-elsewhere", { origin: PORTAL })),
  ).toBeDefined();
  told(() => fake.portals.onScreen.set(PORTAL));
  await user.click(button(text.say("profile.try"), dialog));
  expect(fake.portals.tried.at(-1)?.kinds).toContain("file_number");
  expect(within(dialog).getByText(text.say("profile.tried-none"))).toBeDefined();
  showPage(app, FILE);
  expect(within(dialog).getByText("Aktenzeichen 50.2-2024-01234", { exact: false })).toBeDefined();
  await expectAccessible();
  expect(fake.portals.open.profileAt(PORTAL)).toBeUndefined();
  await user.click(button(text.say("app.cancel"), dialog));
  expect(fake.portals.tried.at(-1)).toBeUndefined();
});

test("[UI79] a form's fields are named in the profile, and looked for on the page on screen", async () => {
  const { fake, portal, user } = await settingsWithPortal();
  await user.click(button(text.say("profile.add-name", { origin: PORTAL })));
  const dialog = await screen.findByRole("dialog");
  told(() => fake.portals.onScreen.set(PORTAL));
  const add = button(text.say("profile.field-add"), dialog);
  const selectors = () =>
    within(dialog).getAllByRole("textbox", { name: text.say("profile.place-selector") });
  for (const [place, selector] of ["#vorname", "#nachname:has(b)"].entries()) {
    await user.click(add);
    const field = selectors()[place];
    if (field === undefined) throw new Error("a row that was added");
    await fill(user, field, selector);
  }
  await user.click(button(text.say("profile.try"), dialog));
  expect(within(dialog).getByRole("alert").textContent).toBe(text.say("profile.wrong-selector"));
  const [, second] = selectors();
  if (second === undefined) throw new Error("the row stays");
  await fill(user, second, ".nachname");
  await expectAccessible();
  portal.counts = [1, 0];
  await user.click(button(text.say("profile.try"), dialog));
  const fact = text.say("insert.fact-given-name");
  await within(dialog).findByText(text.say("profile.tried-field", { count: 1, fact }));
  within(dialog).getByText(text.say("profile.tried-no-field", { fact }));
  await user.click(button(text.say("profile.save"), dialog));
  expect(fake.portals.open.profileAt(PORTAL)?.profile.fields).toEqual([
    { fact: "given_name", selector: "#vorname" },
    { fact: "given_name", selector: ".nachname" },
  ]);
});

test("[UI75] a team's profile is removed and brought back; a shipped one is adapted and reset", async () => {
  const app = settings();
  const { fake, portals, user } = app;
  const origin = "https://www.jobcenter.digital";
  await portals.allow(origin);
  await user.click(
    await screen.findByRole("button", { name: "Profil jobcenter.digital anpassen" }),
  );
  let dialog = await screen.findByRole("dialog");
  await fill(user, within(dialog).getByLabelText(text.say("profile.name")), "Unser Jobcenter");
  await user.click(button(text.say("profile.save"), dialog));
  expect(fake.portals.open.profileAt(origin)).toMatchObject({ source: "team" });
  await user.click(button("Profil Unser Jobcenter anpassen"));
  dialog = await screen.findByRole("dialog");
  await user.click(button(text.say("profile.reset"), dialog));
  expect(fake.portals.open.profileAt(origin)).toMatchObject({ source: "shipped" });
  await user.click(button(text.say("undo.act")));
  expect(fake.portals.open.profileAt(origin)?.profile.name).toBe("Unser Jobcenter");
  told(() =>
    fake.portals.setPolicy({ profiles: [{ id: "x", name: "Vorgabe", addresses: [{ origin }] }] }),
  );
  expect(screen.getByText(/Profil: Vorgabe \(von Ihrer Verwaltung festgelegt\)/u)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Profil Vorgabe anpassen" })).toBeNull();
});

test("[UI76] whether Kundennummern are kept is decided for the team, unless the administration has", async () => {
  const { fake, user } = settings();
  const choices = screen.getByRole("radiogroup", { name: text.say("portals.customer") });
  await user.click(within(choices).getByRole("radio", { name: text.say("portals.customer-yes") }));
  expect(fake.portals.open.view.get().keepsCustomerNumbers).toBe(true);
  told(() => fake.portals.setPolicy({ keepCustomerNumbers: false }));
  expect(screen.queryByRole("radiogroup", { name: text.say("portals.customer") })).toBeNull();
  expect(screen.getByText(text.say("portals.customer-no"))).toBeDefined();
});

test("[UI77] a number of no case is assigned to one that is searched for, and taken back", async () => {
  const app = showApp();
  const { fake, user } = app;
  showPage(app, FILE);
  await user.click(button(text.say("assign.act")));
  const dialog = await screen.findByRole("dialog");
  await expectAccessible();
  await fill(user, within(dialog).getByRole("searchbox"), "Haddad");
  await user.click(within(dialog).getByRole("button", { name: /Haddad/u }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  const bears = () =>
    fake.team.caseload
      .get()
      .some((row) => row.identifiers.some(({ value }) => value === FILE.value));
  expect(bears()).toBe(true);
  expect(screen.getByText("Die Nummer gehört jetzt zu: Familie Haddad")).toBeDefined();
  await user.click(button(text.say("undo.act")));
  expect(bears()).toBe(false);
});

test("[UI78] a number that may only be compared is said to be so, and only its kind is shown", async () => {
  const app = showApp({ openCase: 0, bench: { tab: "file" } });
  const { user } = app;
  showPage(app, AZR);
  await user.click(button(text.say("assign.act")));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(text.say("assign.compared-only"))).toBeDefined();
  await user.click(within(dialog).getAllByRole("button", { name: /Haddad/u })[0] ?? dialog);
  showPage(app);
  expect(await screen.findByText("AZR-Nummer zugeordnet")).toBeDefined();
  expect(document.body.textContent).not.toContain(AZR.value);
  await expectAccessible();
  await user.click(button(text.say("attached.remove-name", { kind: "AZR-Nummer" })));
  expect(screen.queryByText("AZR-Nummer zugeordnet")).toBeNull();
  await user.click(button(text.say("undo.act")));
  expect(screen.getByText("AZR-Nummer zugeordnet")).toBeDefined();
});
