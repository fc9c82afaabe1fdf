/** German, for what the administration has set and what a person may choose beside it. */
export const deAdministration = {
  "policy.set": "Von Ihrer Verwaltung festgelegt.",
  "policy.title": "Verwaltung",
  "policy.what":
    "Diese Vorgaben hat Ihre Verwaltung für diesen Browser festgelegt. Sie lassen sich hier nicht ändern.",
  "policy.relay": "Server für neue Teams: {{relay}}",
  "policy.lock_one": "Gesperrt wird nach {{count}} Minute ohne Eingabe.",
  "policy.lock_other": "Gesperrt wird nach {{count}} Minuten ohne Eingabe.",
  "policy.language": "Sprache: {{language}}",
  "policy.portals_one": "{{count}} Portal ist vorgesehen.",
  "policy.portals_other": "{{count}} Portale sind vorgesehen.",
  "policy.profiles_one": "{{count}} Portalprofil ist vorgegeben.",
  "policy.profiles_other": "{{count}} Portalprofile sind vorgegeben.",
  "policy.customer-yes": "Kundennummern der Bundesagentur dürfen gespeichert werden.",
  "policy.customer-no": "Kundennummern der Bundesagentur werden weder gesucht noch gespeichert.",
  "policy.clips-yes": "Text aus Portalen darf in Fälle übernommen werden.",
  "policy.clips-no": "Text aus Portalen wird nicht in Fälle übernommen.",
  "policy.faults":
    "Diese Vorgaben versteht Beiakte nicht und lässt sie aus. Melden Sie das Ihrer IT:",
  "policy.fault-unknown": "{{setting}}: diese Vorgabe gibt es nicht",
  "policy.fault-malformed": "{{setting}}: der Wert passt nicht",
  "lock.after": "Von selbst sperren",
  "lock.after-what":
    "Beiakte sperrt sich, wenn an diesem Rechner so lange nichts eingegeben wurde, und immer mit dem Bildschirm.",
  "lock.minutes_one": "nach {{count}} Minute",
  "lock.minutes_other": "nach {{count}} Minuten",
} as const;
