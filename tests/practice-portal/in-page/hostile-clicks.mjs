// @ts-check
/** Everything that can be pressed is pressed, by scripts: no such event is a person's. */
const EVENTS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"];
const KEYS = ["Enter", " ", "Escape"];

let sent = 0;

// The page itself stays where it is: its own links and buttons are not what is attacked.
document.addEventListener("click", (event) => event.isTrusted || event.preventDefault(), true);

setInterval(() => {
  for (const element of targets()) {
    for (const type of EVENTS) element.dispatchEvent(pressed(type));
    for (const key of KEYS) {
      for (const type of ["keydown", "keyup"]) {
        element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
    }
    if (element instanceof HTMLElement) element.click();
    sent += EVENTS.length + KEYS.length * 2 + 1;
  }
  const shown = document.getElementById("ausgeloest");
  if (shown !== null) shown.textContent = String(sent);
}, 500);

/** What is in the document, and what lies at its points without being found in it. */
function targets() {
  const found = new Set(document.querySelectorAll("*"));
  for (let x = 0; x < innerWidth; x += 40) {
    for (let y = 0; y < innerHeight; y += 40) {
      for (const element of document.elementsFromPoint(x, y)) found.add(element);
    }
  }
  return found;
}

/** @param {string} type */
function pressed(type) {
  const how = { bubbles: true, cancelable: true, composed: true, clientX: 5, clientY: 5 };
  return type.startsWith("pointer") ? new PointerEvent(type, how) : new MouseEvent(type, how);
}
