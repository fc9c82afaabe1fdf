/** German, for what stands beside the panel: portals and their pages. */
export const dePortals = {
  "page.name": "Auf der Seite",
  "page.known": "Auf der Seite: {{case}}",
  "page.is-open": "Auf der Seite: {{case}} (offen)",
  "page.several": "Die Seite nennt mehrere Fälle. Welchen möchten Sie öffnen?",
  "page.unknown": "{{kind}} {{value}} gehört zu keinem Fall.",
  "page.open": "Öffnen",
  "page.open-name": "{{case}} öffnen",
  "page.create": "Fall anlegen",
  "page.pin": "Bei diesem Fall bleiben",
  "portals.title": "Portale",
  "portals.what":
    "Neben diesen Seiten sucht Beiakte die Nummer des Falls, der gerade zu sehen ist. Die Nummern bleiben auf diesem Gerät. Andere Seiten liest Beiakte nicht.",
  "portals.address": "Adresse des Portals",
  "portals.address-hint":
    "Kopieren Sie sie aus der Adresszeile, zum Beispiel https://portal.musterstadt.de",
  "portals.allow": "Hier verwenden",
  "portals.malformed":
    "Das ist keine Adresse eines Portals. Sie beginnt mit https://; auf dem eigenen Rechner ist auch http://localhost erlaubt.",
  "portals.declined":
    "Der Browser hat es nicht erlaubt. Versuchen Sie es noch einmal und wählen Sie „Zulassen“.",
  "portals.forget": "Entfernen",
  "portals.forget-name": "{{origin}} entfernen",
} as const;
