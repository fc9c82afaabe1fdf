// @ts-check
/**
 * Changes the person without a load. The address is new at once, what is on screen only after the
 * answer: whoever believes the address takes the old person for the new one.
 */
/** @typedef {import("../clients.mjs").Client} Client */

const view = document.getElementById("ansicht");
let asked = 0;

document.getElementById("personen")?.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  void show();
});
window.addEventListener("popstate", () => void show());
void show();

async function show() {
  asked += 1;
  const mine = asked;
  const number = location.pathname.split("/").at(-1) ?? "";
  const answer = await fetch(`/daten/${encodeURIComponent(number)}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  // Somebody has pressed on in the meantime.
  if (mine !== asked || view === null) return;
  if (!answer.ok) view.replaceChildren("Diese Person gibt es nicht.");
  else view.replaceChildren(...shown(/** @type {Client} */ (await answer.json())));
}

/** @param {Client} client */
function shown(client) {
  const heading = document.createElement("h2");
  heading.textContent = `${client.surname}, ${client.given}`;
  const data = document.createElement("dl");
  data.className = "daten";
  const rows = [
    ["Aktenzeichen", client.fileNumber],
    ["BG-Nummer", client.bgNumber],
    ["Kindergeldnummer", client.childBenefitNumber],
  ];
  for (const [label = "", value = ""] of rows) {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    term.textContent = label;
    text.textContent = value;
    data.append(term, text);
  }
  const label = document.createElement("label");
  const field = document.createElement("textarea");
  field.id = "vermerk";
  field.autocomplete = "off";
  label.append("Vermerk ", field);
  return [heading, data, label];
}
