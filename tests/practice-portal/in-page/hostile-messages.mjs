// @ts-check
/**
 * Speaks to the extension as if it were a part of it, on every way that a page has, and counts
 * whatever answers. An answer would be a leak.
 */
const OURS = crypto.randomUUID();
const FORGED = [
  { type: "clip", text: "gefälschtes Fundstück" },
  { type: "open-case", caseId: "gefälscht" },
  { type: "identifiers", identifiers: [{ kind: "bg_number", value: "99999//9999999" }] },
  { type: "insert", text: "gefälschter Text", selector: "#vermerk" },
  { type: "unlock", passphrase: "gefälscht" },
  { type: "state", state: "unlocked" },
];
const WORDS = ["beiakte", "beiakte:clip", "beiakte:open", "beiakte-chip", "panel"];

let sent = 0;
let answered = 0;

const channel = new BroadcastChannel("beiakte");
channel.addEventListener("message", heard);
window.addEventListener("message", heard);
for (const word of WORDS) document.addEventListener(word, heard);

const frame = document.createElement("iframe");
frame.hidden = true;
frame.title = "Absender";
document.body.append(frame);

setInterval(() => {
  for (const forged of FORGED) {
    const whole = { ...forged, source: "beiakte", target: "beiakte", ours: OURS };
    window.postMessage(whole, "*");
    frame.contentWindow?.postMessage(whole, "*");
    channel.postMessage(whole);
    for (const word of WORDS) {
      document.dispatchEvent(new CustomEvent(word, { detail: whole, bubbles: true }));
    }
    toExtension(whole);
    sent += 4 + WORDS.length;
  }
  show("gesendet", sent);
}, 500);

/** @param {unknown} forged */
function toExtension(forged) {
  try {
    // There only if some extension lets pages speak to it.
    globalThis.chrome?.runtime?.sendMessage?.(forged, (/** @type {unknown} */ answer) => {
      if (answer !== undefined) heard(new MessageEvent("message", { data: answer }));
    });
  } catch {
    // Without an address to send it to: nobody heard it.
  }
}

/** @param {Event} event */
function heard(event) {
  const content =
    event instanceof MessageEvent ? event.data : /** @type {CustomEvent} */ (event).detail;
  if (content?.ours === OURS) return;
  answered += 1;
  show("antworten", answered);
}

/**
 * @param {string} id
 * @param {number} count
 */
function show(id, count) {
  const shown = document.getElementById(id);
  if (shown !== null) shown.textContent = String(count);
}
