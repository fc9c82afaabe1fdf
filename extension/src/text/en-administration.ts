/** English, with the same keys as the German. */
export const enAdministration = {
  "policy.set": "Set by your administration.",
  "policy.title": "Administration",
  "policy.what":
    "Your administration has set the following for this browser. It cannot be changed here.",
  "policy.relay": "Server for new teams: {{relay}}",
  "policy.lock_one": "Locks after {{count}} minute without input.",
  "policy.lock_other": "Locks after {{count}} minutes without input.",
  "policy.language": "Language: {{language}}",
  "policy.portals_one": "{{count}} portal is intended.",
  "policy.portals_other": "{{count}} portals are intended.",
  "policy.profiles_one": "{{count}} portal profile is given.",
  "policy.profiles_other": "{{count}} portal profiles are given.",
  "policy.customer-yes": "Customer numbers of the employment agency may be kept.",
  "policy.customer-no":
    "Customer numbers of the employment agency are neither looked for nor kept.",
  "policy.clips-yes": "Text from portals may be taken over into cases.",
  "policy.clips-no": "Text from portals is not taken over into cases.",
  "policy.faults":
    "Beiakte does not understand the following settings and leaves them out. Please tell your IT:",
  "policy.fault-unknown": "{{setting}}: there is no such setting",
  "policy.fault-malformed": "{{setting}}: the value does not fit",
  "lock.after": "Lock by itself",
  "lock.after-what":
    "Beiakte locks when nothing was typed or moved on this computer for so long, and always with the screen.",
  "lock.minutes_one": "after {{count}} minute",
  "lock.minutes_other": "after {{count}} minutes",
} as const;
