import type { dePortals } from "./de-portals";

export const enPortals: { readonly [Key in keyof typeof dePortals]: string } = {
  "page.name": "On the page",
  "page.known": "On the page: {{case}}",
  "page.is-open": "On the page: {{case}} (open)",
  "page.several": "The page names several cases. Which one do you want to open?",
  "page.unknown": "{{kind}} {{value}} belongs to no case.",
  "page.open": "Open",
  "page.open-name": "Open {{case}}",
  "page.create": "New case",
  "page.pin": "Stay with this case",
  "portals.title": "Portals",
  "portals.what":
    "Beside these pages Beiakte looks for the number of the case that is on screen. The numbers stay on this device. Beiakte reads no other pages.",
  "portals.address": "Address of the portal",
  "portals.address-hint": "Copy it from the address bar, for example https://portal.musterstadt.de",
  "portals.allow": "Use here",
  "portals.malformed":
    "This is not the address of a portal. It begins with https://; on this computer http://localhost is allowed too.",
  "portals.declined": "The browser has not allowed it. Try again and choose “Allow”.",
  "portals.forget": "Remove",
  "portals.forget-name": "Remove {{origin}}",
};
