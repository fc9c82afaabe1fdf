/** German, for what goes from a case into a portal, and into the clipboard. */
export const deInsert = {
  "insert.title": "Ins Portal einfügen",
  "insert.act": "Einfügen",
  "insert.name": "{{fact}} einfügen oder kopieren",
  "insert.of-person": "Angaben zu {{name}} einfügen oder kopieren",
  "insert.of-case": "Unterkunft oder Zuständigkeit einfügen oder kopieren",
  "insert.note": "Text des Vermerks einfügen oder kopieren",
  "insert.step": "Einfügen oder kopieren",
  "insert.fact-name": "Name",
  "insert.fact-given-name": "Vorname",
  "insert.fact-family-name": "Nachname",
  "insert.fact-birth-date": "Geburtsdatum",
  "insert.fact-note": "Vermerk",
  "insert.fact-note-part": "Markierter Text",
  "insert.fact-step": "Schritt",
  "insert.looking": "Das Feld im Portal wird gesucht …",
  "insert.into": "In das Feld „{{field}}“ auf {{origin}}:",
  "insert.into-unnamed": "In das Feld mit der Einfügemarke auf {{origin}}:",
  "insert.is-kept": "Was schon im Feld steht, bleibt. Der Text kommt an die Einfügemarke.",
  "insert.is-selection-replaced": "Was im Feld markiert ist, wird ersetzt.",
  "insert.is-all-replaced": "Was im Feld steht, wird ersetzt.",
  "insert.other-case":
    "Achtung: Auf der Seite steht die Nummer eines anderen Falls. Prüfen Sie, ob Sie dort richtig sind.",
  "insert.is-for":
    "Laut Portalprofil ist dieses Feld für eine andere Angabe bestimmt: {{fact}}. Prüfen Sie, ob der Text hierher gehört.",
  "insert.one-line": "Das Feld hat nur eine Zeile: Zeilenumbrüche werden zu Leerzeichen.",
  "insert.again": "Noch einmal suchen",
  "insert.no-portal":
    "Neben der Beiakte ist kein Portal zu sehen, das Sie erlaubt haben. Erlauben können Sie es in den Einstellungen.",
  "insert.other-site":
    "Das Feld gehört zu einem Teil der Seite, der von einer anderen Adresse kommt. Erlauben Sie auch diese Adresse in den Einstellungen, oder kopieren Sie den Text.",
  "insert.no-field":
    "Klicken Sie zuerst im Portal in das Feld, dann hier auf „Noch einmal suchen“.",
  "insert.not-allowed-field":
    "In dieses Feld schreibt Beiakte nicht: Es ist gesperrt oder für ein Kennwort oder Zahlungsdaten bestimmt.",
  "insert.hidden":
    "Das Feld ist im Portal gerade nicht zu sehen. Es wird nur eingefügt, was Sie sehen können.",
  "insert.changed": "Die Seite oder das Feld hat sich verändert. Es wurde nichts eingefügt.",
  "insert.no-room":
    "Das Feld ist zu kurz: Es nimmt noch {{room}} Zeichen auf, der Text hat {{length}}. Gekürzt wird nichts.",
  "insert.too-long": "Das Feld ist für den Text zu kurz. Gekürzt wird nichts.",
  "insert.does-not-fit":
    "Dieses Feld nimmt den Text nicht auf. Es erwartet eine Zahl, ein ganzes Datum oder eine Auswahl.",
  "insert.not-taken": "Das Portal hat den Text nicht angenommen. Im Feld steht, was vorher da war.",
  "insert.done": "In das Feld „{{field}}“ eingefügt.",
  "insert.done-unnamed": "Eingefügt.",
  "insert.done-differently":
    "Eingefügt, aber das Portal hat den Text verändert. Bitte prüfen Sie das Feld.",
  "insert.undone": "Zurückgenommen.",
  "insert.not-undone": "Im Portal hat sich etwas verändert. Es wurde nichts zurückgenommen.",
  "insert.undo-name": "Einfügen in das Portal rückgängig machen",
  "copy.act": "Kopieren",
  "copy.done-reading": "Kopiert. Der Text wird nach 45 Sekunden aus der Zwischenablage gelöscht.",
  "copy.done":
    "Kopiert. Der Text wird nach 45 Sekunden aus der Zwischenablage gelöscht, wenn Sie bis dahin in der Beiakte bleiben; sonst werden Sie gefragt.",
  "copy.refused":
    "Der Browser lässt das Kopieren nicht zu. Markieren Sie den Text und kopieren Sie ihn von Hand.",
  "clipboard.title": "Zwischenablage",
  "clipboard.what":
    "Was Sie aus einem Fall kopieren, kann jedes Programm lesen, bis es gelöscht wird. Beiakte löscht es nach 45 Sekunden, wenn Sie so lange in der Beiakte bleiben. Haben Sie sie verlassen, weiß Beiakte nicht, ob dort inzwischen etwas anderes liegt, und fragt Sie. Erlauben Sie das Lesen der Zwischenablage, sieht Beiakte nach und löscht nur den eigenen Text.",
  "clipboard.what-reading":
    "Was Sie aus einem Fall kopieren, wird nach 45 Sekunden gelöscht, wenn es dann noch in der Zwischenablage liegt. Was Sie inzwischen anderswo kopiert haben, bleibt. Das geschieht auch, wenn Sie die Beiakte vorher schließen. Beenden Sie vorher den Browser, bleibt der Text liegen.",
  "clipboard.history":
    "Den Verlauf der Zwischenablage, den Ihr System führen kann (unter Windows mit der Windows-Taste und V), erreicht Beiakte nicht.",
  "clipboard.allow": "Lesen der Zwischenablage erlauben",
  "clipboard.forbid": "Nicht mehr lesen",
  "clipboard.declined":
    "Der Browser hat es nicht erlaubt. Versuchen Sie es noch einmal und wählen Sie „Zulassen“.",
  "clipboard.left-behind": "Der kopierte Text liegt vielleicht noch in der Zwischenablage.",
  "clipboard.clear": "Zwischenablage leeren",
  "clipboard.dismiss": "So lassen",
} as const;
