import { deClips } from "./de-clips";
import { deInsert } from "./de-insert";
import { deAdministration } from "./de-administration";
import { dePortals } from "./de-portals";
import { deProfiles } from "./de-profiles";

/** German, with "Sie", as a good administration writes: short, without exclamation or blame. */
export const de = {
  ...deInsert,
  ...dePortals,
  ...deClips,
  ...deProfiles,
  ...deAdministration,
  "app.back": "Zurück",
  "app.cancel": "Abbrechen",
  "app.done": "Fertig",
  "app.edit": "Ändern",
  "app.lock": "Sperren",
  "app.open": "Öffnen",
  "app.open-as-page": "Als ganze Seite öffnen",
  "app.starting": "Beiakte wird geöffnet",
  "app.take-over": "Übernehmen",

  "places.name": "Bereiche",
  "places.cases": "Fälle",
  "places.team": "Team",
  "places.settings": "Einstellungen",
  "places.requests_one": "{{count}} Anfrage wartet",
  "places.requests_other": "{{count}} Anfragen warten",

  "first-run.title": "Willkommen bei Beiakte",
  "first-run.what":
    "Vermerke und Integrationspläne neben den Portalen, gemeinsam im Team. Alles wird auf diesem Gerät versiegelt; der Server der Dienststelle kann nichts davon lesen.",
  "first-run.accept": "Einladung annehmen",
  "first-run.accept-what": "Ihr Team arbeitet schon mit Beiakte und hat Sie eingeladen.",
  "first-run.found": "Team gründen",
  "first-run.found-what": "Sie richten Beiakte für Ihr Team ein und laden danach die anderen ein.",
  "first-run.practise": "Mit Beispieldaten üben",
  "first-run.practise-what":
    "Ein erfundener Fallbestand nur auf diesem Gerät. Sie können ihn jederzeit entfernen.",
  "first-run.spelling": "Vor dem ersten Vermerk:",
  "first-run.spelling-what":
    "Die erweiterte Rechtschreibprüfung des Browsers sendet geschriebenen Text ins Internet. Schalten Sie sie in den Spracheinstellungen des Browsers aus; die einfache Prüfung bleibt auf dem Gerät.",

  "field.missing": "Bitte ausfüllen.",
  "field.choose": "Bitte auswählen.",
  "field.no-day": "Dieses Datum gibt es nicht. Schreiben Sie zum Beispiel 22.11.2026.",

  "found.title": "Team gründen",
  "found.what": "Sie werden die erste Person mit Verwaltungsrechten und laden danach Ihr Team ein.",
  "found.team-name": "Name des Teams",
  "found.team-name-hint": "Zum Beispiel: Integrationsmanagement Pforzheim",
  "found.relay": "Server der Dienststelle",
  "found.relay-hint": "Die Adresse nennt Ihnen Ihre IT. Sie beginnt mit wss://",
  "found.voucher": "Gutschein",
  "found.voucher-hint": "Von Ihrer IT; auf dem eigenen Rechner nicht nötig.",
  "found.act": "Team gründen",
  "found.running": "Team wird gegründet …",

  "accept.title": "Einladung annehmen",
  "accept.what":
    "Fügen Sie den Text ein, den Sie erhalten haben. Danach vergleichen Sie sechs Wörter mit der Person, die Sie eingeladen hat.",
  "accept.invitation": "Text der Einladung",
  "accept.invitation-hint": "Er beginnt mit beiakte-1-",
  "accept.act": "Einladung annehmen",
  "accept.running": "Einladung wird geprüft …",

  "passphrase.once": "Passphrase für dieses Gerät",
  "passphrase.hint":
    "Mindestens 12 Zeichen, am besten vier oder mehr Wörter. Niemand kann sie wiederherstellen.",
  "passphrase.again": "Passphrase wiederholen",
  "passphrase.different": "Die beiden Eingaben sind verschieden.",

  "practise.title": "Mit Beispieldaten üben",
  "practise.what":
    "Beiakte legt erfundene Fälle, Pläne und Vermerke auf diesem Gerät an. Keine Person darin gibt es wirklich, und nichts davon wird gesendet. Das Anlegen dauert etwa eine Minute.",
  "practise.act": "Beispieldaten anlegen",
  "practise.running": "{{done}} von {{all}} Fällen angelegt",

  "practice.mark": "Übung.",
  "practice.what": "Erfundene Daten, nur auf diesem Gerät.",
  "practice.end": "Übung beenden",
  "practice.go-on": "Weiter üben",
  "practice.sure": "Übung beenden?",
  "practice.sure-what":
    "Der Übungsbestand wird mit allem, was Sie darin geschrieben haben, von diesem Gerät entfernt.",

  "waiting.title": "Warten auf Freigabe",
  "waiting.what":
    "Ihre Einladung ist angenommen. Eine Person mit Verwaltungsrechten gibt Sie frei.",
  "words.name": "Sechs Wörter zum Vergleichen",
  "waiting.compare":
    "Rufen Sie die Person an, die Sie eingeladen hat, und lesen Sie sich die Wörter gegenseitig vor. Stimmt eines nicht, darf sie nicht freigeben.",
  "waiting.next":
    "Nach der Freigabe öffnet sich der Fallbestand hier von selbst. Sie können dieses Fenster solange schließen.",

  "unlock.title": "Beiakte ist gesperrt",
  "unlock.start": "Entsperren Sie den Tresor dieses Geräts.",
  "unlock.button": "Sie haben gesperrt. Alles ist auf diesem Gerät gesichert.",
  "unlock.idle": "Nach einer Pause wurde gesperrt. Alles ist auf diesem Gerät gesichert.",
  "unlock.passphrase": "Passphrase",
  "unlock.act": "Entsperren",
  "unlock.running": "Wird entsperrt …",
  "unlock.forgotten": "Passphrase vergessen?",

  "forgotten.title": "Passphrase vergessen",
  "forgotten.nobody":
    "Niemand kann die Passphrase wiederherstellen, auch nicht Ihre IT oder der Server der Dienststelle.",
  "forgotten.kept":
    "Was beim Server der Dienststelle gesichert ist, behält Ihr Team. Sie sehen es wieder, sobald Sie neu eingeladen sind.",
  "forgotten.lost":
    "Was nur auf diesem Gerät liegt und noch nicht gesichert wurde, ist ohne die Passphrase nicht mehr lesbar.",
  "forgotten.what-to-do": "Was Sie tun können",
  "forgotten.step-1": "Probieren Sie in Ruhe weiter: Die Zahl der Versuche ist nicht begrenzt.",
  "forgotten.step-2": "Sonst bitten Sie Ihr Team um eine neue Einladung.",
  "forgotten.step-3": "Entfernen Sie dann dieses Gerät und nehmen Sie die Einladung an.",
  "forgotten.remove": "Dieses Gerät entfernen",
  "forgotten.sure": "Dieses Gerät entfernen?",
  "forgotten.sure-what":
    "Der Tresor und alles, was Beiakte auf diesem Gerät hält, werden gelöscht. Das lässt sich nicht zurücknehmen.",

  "broken.title": "Der Speicher lässt sich nicht öffnen",
  "broken.store-unavailable":
    "Der Browser gibt den Speicher von Beiakte nicht frei. Schließen Sie private Fenster, starten Sie den Browser neu und öffnen Sie Beiakte noch einmal.",
  "broken.store-newer":
    "Der Speicher wurde von einer neueren Beiakte geschrieben. Aktualisieren Sie die Erweiterung im Browser unter „Erweiterungen“.",
  "broken.kept": "Was gesichert war, ist dadurch nicht verloren.",

  "connection.offline": "Ohne Netz.",
  "connection.offline-what": "Alles wird auf diesem Gerät gesichert und später abgeglichen.",
  "connection.waiting_one": "{{count}} Änderung wartet.",
  "connection.waiting_other": "{{count}} Änderungen warten.",
  "connection.relay-newer": "Der Server ist neuer als diese Beiakte.",
  "connection.relay-newer-what":
    "Aktualisieren Sie die Erweiterung. Bis dahin wird alles auf diesem Gerät gesichert.",
  "connection.relay-older": "Der Server ist älter als diese Beiakte.",
  "connection.relay-older-what":
    "Bitten Sie Ihre IT, ihn zu aktualisieren. Bis dahin wird alles auf diesem Gerät gesichert.",
  "connection.refused": "Der Server nimmt nichts an.",
  "connection.is-none": "Übung: keine Verbindung",
  "connection.is-connecting": "Verbindung wird aufgebaut",
  "connection.is-online": "Verbunden mit dem Server der Dienststelle",
  "connection.is-offline": "Ohne Netz",
  "connection.is-relay-newer": "Der Server ist neuer als diese Beiakte",
  "connection.is-relay-older": "Der Server ist älter als diese Beiakte",
  "connection.is-refused": "Der Server nimmt nichts an",

  "store.full": "Der Speicher dieses Geräts ist voll.",
  "store.full-what":
    "Die letzte Änderung ist noch nicht gesichert. Lassen Sie Beiakte offen und geben Sie Speicherplatz frei; dann wird sie nachgeholt.",
  "store.failed": "Der Speicher dieses Geräts antwortet nicht.",
  "store.failed-what":
    "Die letzte Änderung ist noch nicht gesichert. Lassen Sie Beiakte offen und melden Sie es Ihrer IT.",

  "saved.writing": "wird gesichert",
  "saved.on-device": "auf diesem Gerät",
  "saved.at-relay": "gesichert",
  "saved.seen": "gesehen",

  "caseload.title": "Fälle",
  "caseload.search": "Name oder Kennzeichen",
  "caseload.filter": "Welche Fälle",
  "caseload.filter-mine": "Meine {{count}}",
  "caseload.filter-all": "Alle {{count}}",
  "caseload.filter-due": "Fällig {{count}}",
  "caseload.filter-closed": "Abgeschlossen {{count}}",
  "caseload.found_one": "{{count}} Fall gefunden",
  "caseload.found_other": "{{count}} Fälle gefunden",
  "caseload.new": "Neuer Fall",
  "caseload.choose": "Wählen Sie links einen Fall.",
  "caseload.show-all": "Alle Fälle zeigen",
  "caseload.empty-none":
    "Noch kein Fall. Legen Sie den ersten mit „Neuer Fall“ an; die Fälle des Teams erscheinen hier von selbst.",
  "caseload.empty-search":
    "Nichts gefunden. Suchen Sie nach Vor- oder Familiennamen oder nach einem Kennzeichen.",
  "caseload.empty-mine": "Ihnen ist zurzeit kein Fall zugeordnet.",
  "caseload.empty-all": "Zurzeit ist kein Fall in Arbeit.",
  "caseload.empty-due": "In den nächsten sieben Tagen ist nichts fällig.",
  "caseload.empty-closed": "Noch ist kein Fall abgeschlossen.",

  "household.single": "einzeln",
  "household.persons_one": "{{count}} Person",
  "household.persons_other": "{{count}} Personen",
  "household.children_one": "{{count}} Kind",
  "household.children_other": "{{count}} Kinder",
  "household.none": "Noch keine Person eingetragen",

  "due.overdue_one": "{{count}} Tag überfällig",
  "due.overdue_other": "{{count}} Tage überfällig",
  "due.today": "heute fällig",
  "due.tomorrow": "morgen fällig",
  "due.on": "Frist {{day}}",

  "case.family": "Familie {{name}}",
  "case.nameless": "Ohne Namen",
  "case.back": "Zurück zu den Fällen",
  "case.here": "Auch hier: {{names}}",
  "case.opening": "Fall wird geöffnet",
  "case.parts": "Teile des Falls",
  "case.responsible": "zuständig {{name}}",
  "case.responsible-label": "Zuständig",
  "case.tab-plan": "Plan",
  "case.tab-notes": "Vermerke",
  "case.tab-file": "Fallakte",
  "case.unknown": "Fall nicht gefunden",
  "case.unknown-what":
    "Dieser Fall ist noch nicht auf diesem Gerät angekommen. Gehen Sie zurück und versuchen Sie es in einigen Minuten noch einmal.",
  "case.is-closed":
    "Dieser Fall ist abgeschlossen und wird nur gelesen. Unter „Fallakte“ lässt er sich wieder aufnehmen.",
  "case.is-archived":
    "Dieser Fall ist archiviert und wird nur gelesen. Unter „Fallakte“ lässt er sich wieder aufnehmen.",
  "case.status-closed": "abgeschlossen",
  "case.status-archived": "archiviert",

  "member.nobody": "niemand",
  "member.former": "früheres Mitglied",

  "plan.title": "Integrationsplan",
  "plan.progress": "{{done}} von {{total}} Schritten",
  "plan.area-progress": "{{done}} von {{total}}",
  "plan.empty":
    "Noch kein Plan. Wählen Sie ein Handlungsfeld; Beiakte schlägt die üblichen Schritte vor, und Sie nehmen auf, was vereinbart ist.",
  "plan.add-area": "Neues Handlungsfeld",
  "plan.add-step": "Neuer Schritt",
  "plan.add": "Hinzufügen",
  "plan.area": "Handlungsfeld",
  "plan.step-words": "Schritt",
  "plan.proposed_one": "{{count}} vorgeschlagener Schritt",
  "plan.proposed_other": "{{count}} vorgeschlagene Schritte",
  "plan.take-up": "Aufnehmen",
  "plan.take-up-name": "Aufnehmen: {{step}}",
  "plan.take-up-all": "Alle aufnehmen",
  "plan.take-up-all-name": "Alle aufnehmen: {{area}}",
  "plan.remove": "Entfernen",
  "plan.remove-name": "Entfernen: {{step}}",
  "plan.step-menu": "Mehr zu: {{step}}",
  "plan.move-up": "Nach oben",
  "plan.move-down": "Nach unten",
  "plan.move-to-area": "In anderes Handlungsfeld …",
  "plan.move": "Verschieben",
  "plan.move-where": "In welches Handlungsfeld",
  "plan.responsible": "Wer",
  "plan.deadline": "Frist",
  "plan.deadline-hint": "22.11. oder 22.11.2026; leer lassen, wenn es keine gibt",
  "plan.until": "bis {{day}}",
  "plan.done-by": "erledigt {{day}} von {{name}}",

  "responsible.nobody": "noch offen",
  "responsible.person": "{{name}} (Haushalt)",
  "responsible.volunteer": "Ehrenamt …",
  "responsible.volunteer-named": "Ehrenamt: {{name}}",
  "responsible.volunteer-name": "Name der ehrenamtlichen Person",
  "responsible.office": "Stelle oder Amt …",
  "responsible.office-name": "Name der Stelle",

  "undo.act": "Rückgängig",
  "undo.ticked": "Schritt erledigt.",
  "undo.unticked": "Schritt wieder offen.",
  "undo.moved": "Schritt verschoben.",
  "undo.removed": "Schritt entfernt.",
  "undo.proposal-removed": "Vorschlag entfernt.",
  "undo.area-added": "Handlungsfeld vorgeschlagen.",
  "undo.step-added": "Schritt hinzugefügt.",
  "undo.person-removed": "Person entfernt.",
  "undo.identifier-removed": "Kennzeichen entfernt.",

  "notes.new": "Neuer Vermerk",
  "notes.empty": "Noch kein Vermerk. „Neuer Vermerk“ fragt nur nach der Art; dann schreiben Sie.",
  "notes.today": "Heute",
  "notes.closed": "abgeschlossen",
  "notes.close": "Vermerk abschließen",
  "notes.fold": "Zuklappen",
  "notes.menu": "Mehr zu diesem Vermerk",
  "notes.open": "Öffnen: {{kind}}, {{time}}",
  "notes.no-text": "Noch ohne Text",
  "notes.editor": "Text des Vermerks",
  "notes.tools": "Werkzeuge",
  "notes.bold": "Fett",
  "notes.heading": "Überschrift",
  "notes.list": "Liste",
  "notes.undo": "Eigene Eingabe zurücknehmen",
  "notes.redo": "Eigene Eingabe wiederholen",

  "file.household": "Haushalt",
  "file.where-and-who": "Unterkunft und Zuständigkeit",
  "file.status": "Stand des Falls",
  "file.close": "Fall abschließen",
  "file.close-what": "Ein abgeschlossener Fall bleibt lesbar und lässt sich wieder aufnehmen.",
  "file.close-reason": "Grund",
  "file.close-day": "Letzter Tag der Beratung",
  "file.was-closed": "Abgeschlossen zum {{day}}: {{reason}}. Eingetragen von {{name}}.",
  "file.was-archived": "Abgeschlossen zum {{day}}: {{reason}}. Archiviert von {{name}}.",
  "file.reopen": "Wieder aufnehmen",
  "file.archive": "Archivieren",

  "person.own-name": "Ihr Name",
  "person.own-name-hint": "So sehen Sie die anderen im Team.",
  "person.organisation": "Dienststelle",
  "person.given-name": "Vorname",
  "person.family-name": "Familienname",
  "person.no-name": "Bitte einen Namen eintragen.",
  "person.birth-date": "Geburtsdatum",
  "person.birth-date-hint": "01.04.1988 oder nur 1988",
  "person.born": "geboren {{day}}",
  "person.role": "Person ist",
  "person.role-adult": "erwachsen",
  "person.role-youth": "jugendlich",
  "person.role-child": "Kind",
  "person.languages": "Sprachen",
  "person.add-language": "Sprache hinzufügen",
  "person.remove-language": "{{language}} entfernen",
  "person.edit": "Person ändern",
  "person.edit-name": "Ändern: {{name}}",
  "person.remove": "Entfernen",
  "person.unknown": "Person ohne Namen",

  "accommodation.label": "Unterkunft",
  "accommodation.named": "Unterkunft {{name}}",
  "accommodation.unknown": "nicht bekannt",

  "identifier.title": "Kennzeichen",
  "identifier.none": "Noch kein Aktenzeichen eingetragen.",
  "identifier.add": "Kennzeichen hinzufügen",
  "identifier.edit": "Kennzeichen ändern",
  "identifier.edit-name": "Ändern: {{value}}",
  "identifier.remove": "Kennzeichen {{value}} entfernen",
  "identifier.delete": "Entfernen",
  "identifier.kind": "Art",
  "identifier.value": "Nummer oder Zeichen",

  "new-case.title": "Neuer Fall",
  "new-case.act": "Fall anlegen",
  "new-case.person": "Person {{number}}",
  "new-case.add-person": "Person hinzufügen",
  "new-case.remove-person": "Person {{number}} entfernen",
  "duplicate.title": "Gibt es diesen Fall schon?",
  "duplicate.what": "Ähnlich im Fallbestand:",
  "duplicate.open": "Öffnen: {{title}}",

  "team.members_one": "{{count}} Mitglied",
  "team.members_other": "{{count}} Mitglieder",
  "team.self": "{{name}} (Sie)",
  "team.online": "gerade da",
  "team.invite": "Einladen",
  "team.requests": "Warten auf Freigabe",
  "team.invitations": "Offene Einladungen",
  "team.invitation-until": "gilt bis {{day}}, {{time}}",
  "role.admin": "Verwaltung",
  "role.member": "Mitglied",
  "request.who": "{{name}} möchte ins Team.",
  "request.compare":
    "Rufen Sie {{name}} an und vergleichen Sie die sechs Wörter. Geben Sie nur frei, wenn alle stimmen: Danach ist der ganze Fallbestand lesbar.",
  "request.approve": "Freigeben",
  "request.approve-name": "{{name}} freigeben",
  "request.decline": "Ablehnen",
  "request.decline-name": "{{name}} ablehnen",
  "request.admin-decides": "Freigeben kann ein Mitglied mit Verwaltungsrechten.",
  "invite.title": "Ins Team einladen",
  "invite.label": "Für wen",
  "invite.label-hint": "Nur für Ihre Liste; wird mit dem Team versiegelt geteilt.",
  "invite.role": "Rolle",
  "invite.act": "Einladung erstellen",
  "invite.made": "Einladung für {{name}}",
  "invite.how":
    "Senden Sie diesen Text auf einem Weg, dem Sie vertrauen. Er gilt einmal und 72 Stunden und wird nur jetzt gezeigt.",
  "invite.copy": "Text kopieren",
  "invite.copied-yes": "Kopiert.",
  "invite.copied-no": "Der Browser lässt das Kopieren nicht zu. Markieren Sie den Text von Hand.",
  "invite.qr": "Einladung als QR-Code",
  "invite.next": "Sobald die Einladung angenommen ist, vergleichen Sie hier die sechs Wörter.",

  "settings.title": "Einstellungen",
  "settings.language": "Sprache · Language",
  "settings.german": "Deutsch",
  "settings.english": "English",
  "settings.practice-title": "Übung",
  "settings.lock-title": "Sperren",
  "settings.lock-what":
    "Nach zehn Minuten Pause und beim Neustart des Browsers sperrt Beiakte von selbst.",
  "settings.passphrase": "Passphrase ändern",
  "settings.passphrase-before": "Bisherige Passphrase",
  "settings.passphrase-after": "Neue Passphrase",
  "settings.passphrase-act": "Passphrase ändern",
  "settings.passphrase-done": "Die neue Passphrase gilt ab jetzt auf diesem Gerät.",
  "settings.about": "Über Beiakte",
  "settings.version": "Beiakte {{version}}",

  "document.arriving": "Ein Teil dieses Dokuments ist noch unterwegs.",
  "document.gap": "Hier fehlt noch etwas.",
  "document.gap-what":
    "Ein Eintrag ist nicht angekommen und wird erneut angefordert. Sie können weiterarbeiten.",
  "document.fork": "Zwei Fassungen stehen nebeneinander.",
  "document.fork-what":
    "Ein Gerät hat zwei verschiedene Einträge an derselben Stelle geschrieben. Beide sind übernommen; lesen Sie nach und melden Sie es Ihrer IT.",
  "document.bad-signature": "Ein Eintrag ist nicht echt.",
  "document.bad-signature-what":
    "Seine Unterschrift stimmt nicht. Er wurde beiseitegelegt; melden Sie es Ihrer IT.",
  "document.unknown-device": "Ein Eintrag stammt von einem unbekannten Gerät.",
  "document.unknown-device-what":
    "Er wurde beiseitegelegt und wird geprüft, sobald die Mitgliederliste neuer ist.",
  "document.not-allowed": "Ein Eintrag kam von jemandem ohne Zugang.",
  "document.not-allowed-what": "Er wurde beiseitegelegt; melden Sie es Ihrer IT.",
  "document.unknown-epoch": "Ein Eintrag ist noch nicht lesbar.",
  "document.unknown-epoch-what":
    "Sein Schlüssel ist noch nicht da. Er wird geöffnet, sobald der Schlüssel eintrifft.",
  "document.incomplete": "Dieses Dokument ist noch nicht vollständig.",
  "document.incomplete-what":
    "Ein früherer Teil fehlt. Bitten Sie eine Kollegin oder einen Kollegen, den Fall einmal mit Netz zu öffnen.",
  "document.foreign-structs": "Ein Eintrag gibt sich als fremder aus.",
  "document.foreign-structs-what": "Er wurde beiseitegelegt; melden Sie es Ihrer IT.",
  "document.unreadable": "Ein Eintrag lässt sich nicht lesen.",
  "document.unreadable-what":
    "Er wurde beiseitegelegt; alles andere ist da. Melden Sie es Ihrer IT.",
  "document.snapshot-differs": "Ein Stand stimmt nicht mit dem Verlauf überein.",
  "document.snapshot-differs-what":
    "Beiakte zeigt den Verlauf. Prüfen Sie, ob etwas fehlt, und melden Sie es Ihrer IT.",
  "document.too-new": "Eine neuere Beiakte hat hier geschrieben.",
  "document.too-new-what":
    "Sie sehen, was diese Fassung versteht, und können es nicht ändern. Aktualisieren Sie die Erweiterung.",

  "fault.passphrase-too-short":
    "Die Passphrase ist zu kurz. Nehmen Sie mindestens 12 Zeichen, am besten mehrere Wörter.",
  "fault.wrong-passphrase":
    "Diese Passphrase öffnet den Tresor nicht. Prüfen Sie die Feststelltaste und versuchen Sie es noch einmal.",
  "fault.relay-address-malformed":
    "Das ist keine Adresse eines Servers. Sie beginnt mit wss://; auf dem eigenen Rechner ist auch ws:// erlaubt.",
  "fault.relay-unreachable":
    "Der Server der Dienststelle antwortet nicht. Prüfen Sie das Netz und die Adresse und versuchen Sie es noch einmal.",
  "fault.relay-newer":
    "Der Server ist neuer als diese Beiakte. Aktualisieren Sie die Erweiterung und versuchen Sie es noch einmal.",
  "fault.relay-older":
    "Der Server ist älter als diese Beiakte. Bitten Sie Ihre IT, ihn zu aktualisieren.",
  "fault.voucher-needed": "Dieser Server verlangt einen Gutschein. Bitten Sie Ihre IT um einen.",
  "fault.voucher-invalid":
    "Dieser Gutschein gilt nicht oder nicht mehr. Bitten Sie Ihre IT um einen neuen.",
  "fault.store-full":
    "Der Speicher dieses Geräts ist voll. Geben Sie Speicherplatz frei und versuchen Sie es noch einmal.",
  "fault.store-failed":
    "Der Speicher dieses Geräts antwortet nicht. Starten Sie den Browser neu und versuchen Sie es noch einmal.",
  "fault.refused":
    "Der Server hat abgelehnt. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie es Ihrer IT.",
  "fault.invitation-malformed":
    "Das ist keine Einladung. Kopieren Sie den ganzen Text, von beiakte-1- bis zum Ende.",
  "fault.invitation-mistyped":
    "In der Einladung stimmt ein Zeichen nicht. Kopieren Sie den Text noch einmal, statt ihn abzutippen.",
  "fault.invitation-expired":
    "Diese Einladung ist abgelaufen. Bitten Sie um eine neue; sie gilt 72 Stunden.",
  "fault.invitation-used": "Diese Einladung wurde schon verwendet. Bitten Sie um eine neue.",
  "fault.invitation-foreign":
    "Diese Einladung gehört zu einem Team, das der Server nicht kennt. Bitten Sie um eine neue.",
  "fault.invite-offline":
    "Zum Einladen braucht es Netz. Versuchen Sie es noch einmal, sobald Sie verbunden sind.",
  "fault.invite-refused":
    "Der Server hat die Einladung abgelehnt. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie es Ihrer IT.",
  "fault.approve-offline":
    "Zum Freigeben braucht es Netz. Versuchen Sie es noch einmal, sobald Sie verbunden sind.",
  "fault.approve-refused":
    "Der Server hat die Freigabe abgelehnt. Vielleicht hat jemand anderes schon entschieden; sonst laden Sie neu ein.",

  "refusal.malformed": "Eine Nachricht war fehlerhaft. Aktualisieren Sie die Erweiterung.",
  "refusal.too-large":
    "Eine Änderung ist zu groß. Teilen Sie sehr lange Vermerke auf und melden Sie es Ihrer IT.",
  "refusal.too-fast":
    "Es waren zu viele Änderungen auf einmal. Warten Sie einen Moment; es geht von selbst weiter.",
  "refusal.unknown-version":
    "Server und Erweiterung passen nicht zusammen. Aktualisieren Sie die Erweiterung.",
  "refusal.wrong-host": "Der Server kennt sich unter dieser Adresse nicht. Melden Sie es Ihrer IT.",
  "refusal.bad-signature": "Eine Unterschrift stimmt nicht. Melden Sie es Ihrer IT.",
  "refusal.not-authenticated":
    "Dieses Gerät wurde nicht erkannt. Sperren und entsperren Sie Beiakte; bleibt es dabei, melden Sie es Ihrer IT.",
  "refusal.unknown-space":
    "Der Server kennt Ihr Team nicht. Es wird von selbst wieder versucht; melden Sie es Ihrer IT.",
  "refusal.not-a-member":
    "Dieses Gerät gehört nicht mehr zum Team. Bitten Sie um eine neue Einladung.",
  "refusal.voucher-needed": "Der Server verlangt einen Gutschein. Bitten Sie Ihre IT um einen.",
  "refusal.voucher-invalid": "Der Gutschein gilt nicht mehr. Bitten Sie Ihre IT um einen neuen.",
  "refusal.not-allowed":
    "Dafür fehlt Ihnen die Berechtigung. Bitten Sie ein Mitglied mit Verwaltungsrechten.",
  "refusal.roster-moved":
    "Die Mitgliederliste hat sich geändert. Es wird von selbst noch einmal versucht.",
  "refusal.invitation-invalid": "Die Einladung gilt nicht mehr. Bitten Sie um eine neue.",
  "refusal.wrong-sender":
    "Eine Änderung trug den Namen eines anderen Geräts. Melden Sie es Ihrer IT.",
  "refusal.stale-epoch":
    "Die Schlüssel des Teams wurden erneuert. Es wird von selbst noch einmal versucht.",
  "refusal.seq-taken":
    "Dieses Gerät hatte schon anderes gesendet. Es wird von selbst noch einmal versucht.",
  "refusal.gap": "Dem Server fehlt eine frühere Änderung. Sie wird von selbst nachgereicht.",
  "refusal.covers-too-little":
    "Ein Stand war nicht aktuell. Es wird von selbst noch einmal versucht.",
  "refusal.covers-unknown": "Ein Stand nennt Unbekanntes. Es wird von selbst noch einmal versucht.",
  "refusal.space-full":
    "Der Platz Ihres Teams auf dem Server ist voll. Bitten Sie Ihre IT um mehr.",
  "refusal.store-failed":
    "Der Server kann gerade nicht speichern. Es wird von selbst wieder versucht; melden Sie es Ihrer IT.",
  "refusal.too-slow": "Die Verbindung war zu langsam. Sie wird von selbst neu aufgebaut.",
} as const;
