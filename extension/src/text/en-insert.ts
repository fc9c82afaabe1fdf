/** English, for what goes from a case into a portal, and into the clipboard. */
export const enInsert = {
  "insert.title": "Insert into the portal",
  "insert.act": "Insert",
  "insert.name": "Insert or copy {{fact}}",
  "insert.of-person": "Insert or copy facts about {{name}}",
  "insert.of-case": "Insert or copy accommodation or responsibility",
  "insert.note": "Insert or copy the text of the note",
  "insert.step": "Insert or copy",
  "insert.fact-name": "Name",
  "insert.fact-given-name": "Given name",
  "insert.fact-family-name": "Family name",
  "insert.fact-birth-date": "Date of birth",
  "insert.fact-note": "Note",
  "insert.fact-note-part": "Selected text",
  "insert.fact-step": "Step",
  "insert.looking": "Looking for the field in the portal …",
  "insert.into": "Into the field “{{field}}” on {{origin}}:",
  "insert.into-unnamed": "Into the field with the caret on {{origin}}:",
  "insert.is-kept": "What the field already holds stays. The text goes to the caret.",
  "insert.is-selection-replaced": "What is selected in the field is replaced.",
  "insert.is-all-replaced": "What the field holds is replaced.",
  "insert.other-case":
    "Caution: the page shows the number of another case. Check that this is the right place.",
  "insert.is-for":
    "According to the portal's profile this field is meant for another fact: {{fact}}. Check that the text belongs here.",
  "insert.one-line": "The field has one line only: line breaks become spaces.",
  "insert.again": "Look again",
  "insert.no-portal":
    "Beside the panel there is no portal that you have allowed. You can allow it in the settings.",
  "insert.other-site":
    "The field belongs to a part of the page that comes from another address. Allow that address in the settings too, or copy the text.",
  "insert.no-field": "First click into the field in the portal, then on “Look again” here.",
  "insert.not-allowed-field":
    "Beiakte does not write into this field: it is locked, or meant for a password or payment data.",
  "insert.hidden":
    "The field cannot be seen in the portal just now. Only what you can see is inserted.",
  "insert.changed": "The page or the field has changed. Nothing was inserted.",
  "insert.no-room":
    "The field is too short: it takes {{room}} more characters, the text has {{length}}. Nothing is cut.",
  "insert.too-long": "The field is too short for the text. Nothing is cut.",
  "insert.does-not-fit":
    "This field does not take the text. It expects a number, a whole date or a choice.",
  "insert.not-taken": "The portal did not take the text. The field holds what it held before.",
  "insert.done": "Inserted into the field “{{field}}”.",
  "insert.done-unnamed": "Inserted.",
  "insert.done-differently":
    "Inserted, but the portal has changed the text. Please check the field.",
  "insert.undone": "Taken back.",
  "insert.not-undone": "Something has changed in the portal. Nothing was taken back.",
  "insert.undo-name": "Undo inserting into the portal",
  "copy.act": "Copy",
  "copy.done-reading": "Copied. The text is removed from the clipboard after 45 seconds.",
  "copy.done":
    "Copied. The text is removed from the clipboard after 45 seconds if you stay in the panel until then; otherwise you are asked.",
  "copy.refused": "The browser does not allow copying. Select the text and copy it by hand.",
  "clipboard.title": "Clipboard",
  "clipboard.what":
    "What you copy from a case can be read by every program until it is removed. Beiakte removes it after 45 seconds if you stay in the panel that long. If you have left it, Beiakte does not know whether something else is there by now, and asks you. If you allow reading the clipboard, Beiakte looks and removes its own text only.",
  "clipboard.what-reading":
    "What you copy from a case is removed after 45 seconds if it is still in the clipboard then. What you have copied elsewhere meanwhile stays. So it is if you close the panel before. If you quit the browser before, the text remains.",
  "clipboard.history":
    "The clipboard history that your system may keep (in Windows with the Windows key and V) is out of Beiakte's reach.",
  "clipboard.allow": "Allow reading the clipboard",
  "clipboard.forbid": "Do not read any more",
  "clipboard.declined": "The browser did not allow it. Try again and choose “Allow”.",
  "clipboard.left-behind": "The copied text may still be in the clipboard.",
  "clipboard.clear": "Clear the clipboard",
  "clipboard.dismiss": "Leave it",
} as const;
