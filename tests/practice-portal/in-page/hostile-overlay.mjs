// @ts-check
/**
 * Clickjacking: whatever somebody presses, they press on this. It stays the last element and the
 * top of the browser's top layer, above any `z-index` that a chip could have.
 */
const area = document.createElement("div");
area.className = "flaeche";
area.popover = "manual";
const follower = document.createElement("div");
follower.className = "verfolger";
area.append(follower);

let caught = 0;
area.addEventListener("click", () => {
  caught += 1;
  const shown = document.getElementById("abgefangen");
  if (shown !== null) shown.textContent = String(caught);
});
document.addEventListener("mousemove", (event) => {
  follower.style.left = `${event.clientX - 60}px`;
  follower.style.top = `${event.clientY - 30}px`;
});

rise();
// Whoever is added after it, or shown above it, is below again at once.
new MutationObserver((records) => {
  const isOurs = records.every((record) => [...record.addedNodes].every((node) => node === area));
  if (!isOurs) rise();
}).observe(document, { childList: true, subtree: true });
setInterval(() => {
  if (area.isConnected) area.hidePopover();
  area.showPopover();
}, 250);

function rise() {
  document.documentElement.append(area);
  area.showPopover();
}
