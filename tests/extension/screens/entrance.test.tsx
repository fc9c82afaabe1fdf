// @vitest-environment jsdom
import { err, ok } from "@beiakte/shared/base/result";
import { variable } from "@beiakte/shared/base/live";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { textIn } from "../../../extension/src/text/text";
import type {
  AcceptFault,
  Connection,
  FoundFault,
} from "../../../extension/src/workspace/workspace";
import { PASSPHRASE } from "../../support/fake-workspace";
import { expectAccessible, fill, showApp, told } from "../../support/shown-app";

const text = textIn("de");
const WORDS = ["Anker", "Birke", "Donau", "Fenster", "Garten", "Hafen"];

async function fillFounding(user: ReturnType<typeof showApp>["user"]) {
  await user.click(screen.getByRole("button", { name: "Team gründen" }));
  await fill(user, screen.getByLabelText("Name des Teams"), "Integrationsmanagement");
  await fill(user, screen.getByLabelText("Dienststelle"), "Diakonie");
  await fill(user, screen.getByLabelText("Ihr Name"), "Aylin Kaya");
  await fill(user, screen.getByLabelText("Server der Dienststelle"), "wss://beiakte.example");
  await fill(user, screen.getByLabelText("Passphrase für dieses Gerät"), PASSPHRASE);
  await fill(user, screen.getByLabelText("Passphrase wiederholen"), PASSPHRASE);
}

async function fillAccepting(user: ReturnType<typeof showApp>["user"]) {
  await user.click(screen.getByRole("button", { name: "Einladung annehmen" }));
  await fill(user, screen.getByLabelText("Text der Einladung"), "beiakte-1-abc");
  await fill(user, screen.getByLabelText("Ihr Name"), "Markus Hirt");
  await fill(user, screen.getByLabelText("Dienststelle"), "Diakonie");
  await fill(user, screen.getByLabelText("Passphrase für dieses Gerät"), PASSPHRASE);
  await fill(user, screen.getByLabelText("Passphrase wiederholen"), PASSPHRASE);
}

test("[UI8] the first run offers three ways and says that the enhanced spell check sends text away", async () => {
  showApp({ stage: "first-run" });
  for (const name of ["Einladung annehmen", "Team gründen", "Mit Beispieldaten üben"]) {
    expect(screen.getByRole("button", { name })).toBeDefined();
  }
  expect(screen.getByText(/Rechtschreibprüfung des Browsers sendet/u)).toBeDefined();
  await expectAccessible();
});

test("[UI9] a team is founded with the keyboard alone, and the caseload opens", async () => {
  const { user } = showApp({ stage: "first-run" });
  await fillFounding(user);
  await expectAccessible();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "Fälle" })).toBeDefined();
});

test("[UI10] what is missing is said at its field, and nothing is asked of the workspace", async () => {
  const { user, fake } = showApp({ stage: "first-run" });
  await user.click(screen.getByRole("button", { name: "Team gründen" }));
  await user.click(screen.getByRole("button", { name: "Team gründen" }));
  expect(screen.getAllByText("Bitte ausfüllen.")).toHaveLength(4);
  await fill(user, screen.getByLabelText("Passphrase für dieses Gerät"), PASSPHRASE);
  expect(screen.getByText("Die beiden Eingaben sind verschieden.")).toBeDefined();
  expect(fake.stage.get().type).toBe("first-run");
  await expectAccessible();
});

const FOUND_FAULTS: Readonly<Record<FoundFault, true>> = {
  "passphrase-too-short": true,
  "relay-address-malformed": true,
  "relay-unreachable": true,
  "relay-newer": true,
  "relay-older": true,
  "voucher-needed": true,
  "voucher-invalid": true,
  "store-full": true,
  "store-failed": true,
  refused: true,
};

test("[UI11] every fault of founding is said with what to do, and what was typed stays", async () => {
  const { user, fake } = showApp({ stage: "first-run" });
  await fillFounding(user);
  for (const fault of Object.keys(FOUND_FAULTS) as FoundFault[]) {
    fake.answers.found = err(fault);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(screen.getByRole("alert").textContent).toBe(text.say(`fault.${fault}`));
    });
  }
  expect(screen.getByLabelText<HTMLInputElement>("Ihr Name").value).toBe("Aylin Kaya");
  await expectAccessible();
});

const ACCEPT_FAULTS: readonly AcceptFault[] = [
  "invitation-malformed",
  "invitation-mistyped",
  "invitation-expired",
  "invitation-used",
  "invitation-foreign",
  "relay-unreachable",
];

test("[UI11] every fault of an invitation is said with what to do", async () => {
  const { user, fake } = showApp({ stage: "first-run" });
  await fillAccepting(user);
  for (const fault of ACCEPT_FAULTS) {
    fake.answers.accept = err(fault);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(screen.getByRole("alert").textContent).toBe(text.say(`fault.${fault}`));
    });
  }
});

test("[UI12] after accepting, the six words and what happens next are shown", async () => {
  const { user } = showApp({ stage: "first-run" });
  await fillAccepting(user);
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Einladung annehmen" }));
  const words = await screen.findByRole("list", { name: "Sechs Wörter zum Vergleichen" });
  expect(
    within(words)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(WORDS);
  expect(screen.getByText(/öffnet sich der Fallbestand hier von selbst/u)).toBeDefined();
  await expectAccessible();
});

test("[UI12] waiting without a network says so", () => {
  const { fake } = showApp({ stage: "first-run" });
  const connection = variable<Connection>({ type: "offline" });
  told(() => {
    fake.stage.set({ type: "waiting", words: WORDS, connection });
  });
  expect(screen.getByText("Ohne Netz.")).toBeDefined();
});

test("[UI13] practice is marked at every place and ended in one step", async () => {
  const { user, fake } = showApp({ stage: "first-run" });
  await user.click(screen.getByRole("button", { name: "Mit Beispieldaten üben" }));
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Beispieldaten anlegen" }));
  for (const place of ["Fälle", "Team", "Einstellungen"]) {
    await user.click(
      within(screen.getByRole("navigation")).getByRole("button", { name: new RegExp(place, "u") }),
    );
    expect(screen.getAllByText("Übung.").length).toBeGreaterThan(0);
  }
  const [banner] = screen.getAllByRole("button", { name: "Übung beenden" });
  if (banner !== undefined) await user.click(banner);
  const dialog = screen.getByRole("alertdialog", { name: "Übung beenden?" });
  await user.click(within(dialog).getByRole("button", { name: "Übung beenden" }));
  expect(fake.stage.get().type).toBe("first-run");
});

test("[UI14] a wrong passphrase is said, and the right one opens", async () => {
  const { user } = showApp({ stage: "locked" });
  expect(document.activeElement).toBe(screen.getByLabelText("Passphrase"));
  await user.keyboard("falsch{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe(text.say("fault.wrong-passphrase"));
  await expectAccessible();
  await user.clear(screen.getByLabelText("Passphrase"));
  await user.keyboard(`${PASSPHRASE}{Enter}`);
  expect(await screen.findByRole("heading", { name: "Fälle" })).toBeDefined();
});

test("[UI15] a forgotten passphrase: nobody can restore it, and removing the device asks once", async () => {
  const { user, fake } = showApp({ stage: "locked" });
  await user.click(screen.getByRole("button", { name: "Passphrase vergessen?" }));
  expect(screen.getByText(/Niemand kann die Passphrase wiederherstellen/u)).toBeDefined();
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Dieses Gerät entfernen" }));
  expect(fake.stage.get().type).toBe("locked");
  await expectAccessible();
  const dialog = screen.getByRole("alertdialog");
  await user.click(within(dialog).getByRole("button", { name: "Dieses Gerät entfernen" }));
  expect(fake.stage.get().type).toBe("first-run");
});

test.each(["store-unavailable", "store-newer"] as const)(
  "[UI11] a store that is %s is said with what to do",
  async (fault) => {
    const { fake } = showApp({ stage: "first-run" });
    told(() => {
      fake.stage.set({ type: "broken", fault });
    });
    expect(screen.getByRole("alert").textContent).toBe(text.say(`broken.${fault}`));
    await expectAccessible();
  },
);

test("[UI16] every field forbids the browser to remember it", async () => {
  const { user, fake } = showApp({ stage: "first-run" });
  fake.answers.found = ok(undefined);
  for (const way of ["Team gründen", "Einladung annehmen"]) {
    await user.click(screen.getByRole("button", { name: way }));
    const fields = [...document.querySelectorAll("input, textarea")];
    expect(fields.length).toBeGreaterThan(4);
    for (const field of fields) expect(field.getAttribute("autocomplete")).toBe("off");
    await user.click(screen.getByRole("button", { name: "Zurück" }));
  }
});

test("[UI4] choosing English changes every word at once", async () => {
  const { user, language } = showApp({ stage: "first-run" });
  await user.click(screen.getByRole("radio", { name: "English" }));
  expect(language.get()).toBe("en");
  expect(screen.getByRole("button", { name: "Found a team" })).toBeDefined();
  expect(document.querySelector("[lang=en]")).not.toBeNull();
});
