// @ts-check
/**
 * Controlled inputs: what stands in a field without an `input` event was never noticed, and is
 * thrown away at the next look. What React has noticed is shown beside, and who said so.
 */
import { createElement as h, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

/**
 * @typedef {"betreff" | "art" | "datum" | "vermerk" | "mitteilung"} Field
 * @typedef {{ readonly input: number; readonly change: number; readonly byBrowser: number }} Noticed
 */

/** @type {Readonly<Record<Field, string>>} */
const LABELS = {
  betreff: "Betreff",
  art: "Art",
  datum: "Wiedervorlage am",
  vermerk: "Vermerk",
  mitteilung: "Mitteilung an andere Stellen",
};
const FIELDS = /** @type {readonly Field[]} */ (Object.keys(LABELS));
const KINDS = ["Gespräch", "Telefonat", "Hausbesuch", "Schreiben"];
const NOTHING = { betreff: "", art: "Gespräch", datum: "", vermerk: "", mitteilung: "" };
/** @type {Noticed} */
const UNNOTICED = { input: 0, change: 0, byBrowser: 0 };

/** @param {{ readonly submitted: number }} given */
function Form({ submitted }) {
  const [values, setValues] = useState(NOTHING);
  const [noticed, setNoticed] = useState(/** @type {Partial<Record<Field, Noticed>>} */ ({}));
  const [build, setBuild] = useState(1);
  const [looks, setLooks] = useState(0);
  const [count, setCount] = useState(submitted);

  useEffect(() => {
    /** @param {Event} event */
    const note = (event) => {
      const field = fieldOf(event.target);
      if (field === undefined) return;
      setNoticed((all) => ({ ...all, [field]: counted(all[field] ?? UNNOTICED, event) }));
    };
    // After React, which listens further in: a render before it had its turn would put the old
    // content back, and what was typed would be lost.
    document.addEventListener("input", note);
    document.addEventListener("change", note);
    return () => {
      document.removeEventListener("input", note);
      document.removeEventListener("change", note);
    };
  }, []);

  /** @param {Field} field */
  const bound = (field) => ({
    id: field,
    name: field,
    autoComplete: "off",
    value: values[field],
    /** @param {{ readonly target: { readonly value: string } }} event */
    onChange: ({ target }) => {
      const { value } = target;
      setValues((all) => ({ ...all, [field]: value }));
    },
  });
  /** @param {{ preventDefault: () => void }} event */
  const submit = async (event) => {
    event.preventDefault();
    const answer = await fetch("/absenden/react", {
      method: "POST",
      headers: { accept: "application/json" },
    });
    setCount((await answer.json()).count);
  };

  return h(
    "form",
    {
      className: "felder",
      action: "/absenden/react",
      method: "post",
      onSubmit: submit,
      onBlur: () => setLooks((all) => all + 1),
      "aria-label": "Vermerk zur Akte",
    },
    label("betreff"),
    h("input", { key: `betreff${build}`, ...bound("betreff"), maxLength: 60 }),
    label("art"),
    h(
      "select",
      { key: `art${build}`, ...bound("art") },
      KINDS.map((kind) => h("option", { key: kind }, kind)),
    ),
    label("datum"),
    h("input", { key: `datum${build}`, ...bound("datum"), type: "date" }),
    label("vermerk"),
    h("textarea", { key: `vermerk${build}`, ...bound("vermerk"), rows: 6 }),
    h("span", { id: "mitteilung-name" }, LABELS.mitteilung),
    h("div", {
      key: `mitteilung${build}`,
      id: "mitteilung",
      className: "schreibfeld",
      contentEditable: true,
      suppressContentEditableWarning: true,
      role: "textbox",
      "aria-multiline": true,
      "aria-labelledby": "mitteilung-name",
      /** @param {{ readonly currentTarget: HTMLElement }} event */
      onInput: ({ currentTarget }) => {
        const text = currentTarget.innerText ?? currentTarget.textContent;
        setValues((all) => ({ ...all, mitteilung: text }));
      },
    }),
    h(
      "p",
      null,
      h("button", { type: "submit", id: "absenden" }, "Absenden"),
      " ",
      h(
        "button",
        { type: "button", id: "neu", onClick: () => setBuild(build + 1) },
        "Felder neu aufbauen",
      ),
    ),
    h("p", null, "Abgesendet: ", h("output", { id: "abgesendet" }, count)),
    h(
      "fieldset",
      null,
      h("legend", null, "Was das Formular bemerkt hat"),
      h(
        "table",
        { "data-blicke": looks },
        h("thead", null, headRow("Feld", "Inhalt", "input", "change", "davon vom Browser")),
        h(
          "tbody",
          null,
          FIELDS.map((field) => noticedRow(field, values[field], noticed[field] ?? UNNOTICED)),
        ),
      ),
    ),
  );
}

/** @param {Field} field */
const label = (field) => h("label", { htmlFor: field }, LABELS[field]);

/** @param {...string} texts */
const headRow = (...texts) =>
  h(
    "tr",
    null,
    texts.map((text) => h("th", { key: text, scope: "col" }, text)),
  );

/**
 * @param {Field} field
 * @param {string} value
 * @param {Noticed} noticed
 */
const noticedRow = (field, value, { input, change, byBrowser }) =>
  h(
    "tr",
    { key: field, id: `bemerkt-${field}` },
    h("th", { scope: "row" }, LABELS[field]),
    h("td", { className: "inhalt" }, value),
    h("td", { className: "input" }, input),
    h("td", { className: "change" }, change),
    h("td", { className: "browser" }, byBrowser),
  );

/** @param {EventTarget | null} target */
function fieldOf(target) {
  const id = target instanceof Element ? target.closest("[id]")?.id : undefined;
  return FIELDS.find((field) => field === id);
}

/**
 * @param {Noticed} before
 * @param {Event} event
 * @returns {Noticed}
 */
function counted(before, event) {
  return {
    input: before.input + (event.type === "input" ? 1 : 0),
    change: before.change + (event.type === "change" ? 1 : 0),
    byBrowser: before.byBrowser + (event.isTrusted ? 1 : 0),
  };
}

const place = document.getElementById("formular");
if (place !== null) {
  createRoot(place).render(h(Form, { submitted: Number(place.dataset["abgesendet"]) }));
}
