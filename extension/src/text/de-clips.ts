/** German, for what was taken from portals' pages. */
export const deClips = {
  "places.inbox": "Eingang",
  "places.clips_one": "{{count}} Fundstück wartet",
  "places.clips_other": "{{count}} Fundstücke warten",
  "inbox.title": "Eingang",
  "inbox.what":
    "Hier warten Fundstücke aus Portalen, zu denen nicht genau ein Fall passt. Ordnen Sie jedes einem Fall zu; es wird dort zum Vermerk.",
  "inbox.empty":
    "Der Eingang ist leer. Markieren Sie in einem Portal Text und wählen Sie im Kontextmenü „In Beiakte übernehmen“.",
  "inbox.clip": "Fundstück von {{host}}, {{day}}, {{time}}",
  "inbox.several": "Die Seite nannte mehrere Fälle:",
  "inbox.one": "Die Seite nannte auch Kennzeichen ohne Fall. Bitte prüfen Sie:",
  "inbox.choose": "Fall wählen",
  "inbox.choose-name": "Fall wählen für das Fundstück von {{time}}",
  "inbox.choose-title": "Zu welchem Fall gehört das Fundstück?",
  "inbox.file-to": "In {{case}} ablegen",
  "inbox.discard": "Verwerfen",
  "inbox.discard-name": "Fundstück von {{time}} verwerfen",
  "inbox.discarded": "Fundstück verworfen.",
  "inbox.filed": "Abgelegt: {{case}}",
  "inbox.open-case": "Fall öffnen",
  "inbox.unreadable_one":
    "{{count}} Fundstück lässt sich auf diesem Gerät nicht öffnen. Es bleibt liegen, bis Sie es verwerfen.",
  "inbox.unreadable_other":
    "{{count}} Fundstücke lassen sich auf diesem Gerät nicht öffnen. Sie bleiben liegen, bis Sie sie verwerfen.",
  "inbox.gone": "Dieses Fundstück wurde schon in einem anderen Fenster abgelegt oder verworfen.",
  "inbox.unknown-case": "Diesen Fall gibt es nicht mehr. Bitte wählen Sie einen anderen.",
  "clip.source": "Aus einem Portal übernommen",
  "clip.show": "Stelle zeigen",
  "clip.missing":
    "Die Seite ist geöffnet, aber der Text steht dort nicht mehr so. Das Zitat im Vermerk bleibt.",
  "clip.not-allowed":
    "Beiakte darf {{origin}} auf diesem Gerät nicht lesen. Lassen Sie das Portal unter Einstellungen zu.",
  "clip.deadline": "{{day}} als Frist",
  "clip.deadline-title": "Frist {{day}}",
  "clip.deadline-set": "Frist {{day}} steht im Plan.",
  "clip.step": "Schritt",
  "clip.step-with-deadline": "{{step}} (bisher {{day}})",
  "clip.new-step": "Neuer Schritt",
  "clip.set-deadline": "Frist setzen",
} as const;
