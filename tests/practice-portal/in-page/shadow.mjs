// @ts-check
/** A card that keeps its lines in an open shadow root, and each line in one of its own. */
class Card extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot !== null) return;
    const root = this.attachShadow({ mode: "open" });
    const heading = document.createElement("h2");
    heading.textContent = this.getAttribute("name");
    root.append(heading, line("BG-Nummer", this), line("Kindergeldnummer", this), noteField());
  }
}

class Line extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot !== null) return;
    const root = this.attachShadow({ mode: "open" });
    const label = document.createElement("span");
    const value = document.createElement("b");
    label.textContent = `${this.getAttribute("bezeichnung")}: `;
    value.textContent = this.getAttribute("wert");
    root.append(label, value);
  }
}

/**
 * @param {string} label also the attribute that holds the value
 * @param {Element} card
 */
function line(label, card) {
  const made = document.createElement("akten-zeile");
  made.setAttribute("bezeichnung", label);
  made.setAttribute("wert", card.getAttribute(label) ?? "");
  const paragraph = document.createElement("p");
  paragraph.append(made);
  return paragraph;
}

function noteField() {
  const label = document.createElement("label");
  const field = document.createElement("textarea");
  field.id = "vermerk";
  field.autocomplete = "off";
  label.append("Vermerk ", field);
  return label;
}

customElements.define("akten-zeile", Line);
customElements.define("akten-karte", Card);
