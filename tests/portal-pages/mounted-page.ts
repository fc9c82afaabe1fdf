/** Puts a made page into jsdom's document, its shadow roots, frames and set values too. */
export function mountPage(html: string): void {
  document.body.innerHTML = html;
  for (const template of document.querySelectorAll<HTMLTemplateElement>("template[data-shadow]")) {
    const host = template.parentElement as HTMLElement;
    host.attachShadow({ mode: "open" }).append(template.content.cloneNode(true));
    template.remove();
    setValues(host.shadowRoot as ShadowRoot);
  }
  for (const place of document.querySelectorAll("[data-frame]")) {
    const frame = document.createElement("iframe");
    const { innerHTML } = place;
    place.replaceChildren(frame);
    const inner = frame.contentDocument as Document;
    inner.body.innerHTML = innerHTML;
    setValues(inner);
  }
  setValues(document);
}

function setValues(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("[data-set]")) {
    field.value = field.dataset["set"] ?? "";
  }
}
