// @ts-check
/* oxlint-disable eslint/no-extend-native -- that is the attack */
/**
 * Every plain object of this page seems to have an answer of its own: a script that shares the
 * page's world, and asks an object for something that it does not have, gets the page's value.
 */
let read = 0;
let forced = 0;

const TRAPS = {
  isTrusted: true,
  unlocked: true,
  locked: false,
  type: "open",
  kind: "bg_number",
  value: "99999//9999999",
  caseId: "gefälscht",
  label: "gefälscht",
  selector: "*",
  origin: "chrome-extension://gefaelscht",
  url: "https://gefaelscht.example/",
  id: "gefälscht",
};

for (const [name, value] of Object.entries(TRAPS)) {
  const trap = bare({
    configurable: true,
    get() {
      read += 1;
      return value;
    },
    /** @param {unknown} given */
    set(given) {
      const own = { configurable: true, enumerable: true, writable: true, value: given };
      Object.defineProperty(this, name, bare(own));
    },
  });
  Object.defineProperty(Object.prototype, name, trap);
}

// A closed shadow root that the page opens is no longer closed.
// oxlint-disable-next-line typescript/unbound-method -- it is called with its element below
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (how) {
  forced += 1;
  return attachShadow.call(this, { ...how, mode: "open" });
};
// What is taken apart, put together or sent passes through the page's hands.
const parse = JSON.parse;
JSON.parse = (text, revive) => ({ ...parse(text, revive), caseId: "gefälscht" });
Array.prototype.includes = () => true;
String.prototype.match = () => ["99999//9999999", "99999", "9999999"];
RegExp.prototype.test = () => true;

/**
 * A descriptor that inherits nothing: it would inherit the trap called `value`.
 *
 * @param {PropertyDescriptor} descriptor
 * @returns {PropertyDescriptor}
 */
function bare(descriptor) {
  return Object.assign(Object.create(null), descriptor);
}

setInterval(() => {
  show("gelesen", read);
  show("aufgezwungen", forced);
}, 200);

/**
 * @param {string} id
 * @param {number} count
 */
function show(id, count) {
  const shown = document.getElementById(id);
  if (shown !== null) shown.textContent = String(count);
}
