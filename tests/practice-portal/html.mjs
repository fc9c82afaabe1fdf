// @ts-check
/** @typedef {{ readonly html: string }} Written what is HTML already; all else is escaped */

/**
 * Search words come from the address and names from the data: `html` escapes all that is put in.
 *
 * @param {TemplateStringsArray} parts
 * @param {...(string | number | Written | readonly Written[])} values
 * @returns {Written}
 */
export function html(parts, ...values) {
  const written = values.map(asHtml);
  return { html: parts.reduce((all, part, place) => all + (written[place - 1] ?? "") + part) };
}

/** @param {string | number | Written | readonly Written[]} value */
function asHtml(value) {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map((one) => one.html).join("");
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {string} isoDate as an office writes it */
export const germanDate = (isoDate) => isoDate.split("-").toReversed().join(".");
