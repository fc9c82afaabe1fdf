import type { deClips } from "./de-clips";

export const enClips: { readonly [Key in keyof typeof deClips]: string } = {
  "places.inbox": "Inbox",
  "places.clips_one": "{{count}} clip is waiting",
  "places.clips_other": "{{count}} clips are waiting",
  "inbox.title": "Inbox",
  "inbox.what":
    "Clips from portals wait here where not exactly one case fits. Assign each to a case; it becomes a note there.",
  "inbox.empty":
    "The inbox is empty. Select text in a portal and choose “Take into Beiakte” in the context menu.",
  "inbox.clip": "Clip from {{host}}, {{day}}, {{time}}",
  "inbox.several": "The page named several cases:",
  "inbox.one": "The page also named identifiers of no case. Please check:",
  "inbox.choose": "Choose a case",
  "inbox.choose-name": "Choose a case for the clip of {{time}}",
  "inbox.choose-title": "Which case does the clip belong to?",
  "inbox.file-to": "File in {{case}}",
  "inbox.discard": "Discard",
  "inbox.discard-name": "Discard the clip of {{time}}",
  "inbox.discarded": "Clip discarded.",
  "inbox.filed": "Filed: {{case}}",
  "inbox.open-case": "Open case",
  "inbox.unreadable_one":
    "{{count}} clip cannot be opened on this device. It stays until you discard it.",
  "inbox.unreadable_other":
    "{{count}} clips cannot be opened on this device. They stay until you discard them.",
  "inbox.gone": "This clip has already been filed or discarded in another window.",
  "inbox.unknown-case": "This case is not there any more. Please choose another one.",
  "clip.source": "Taken from a portal",
  "clip.show": "Show the place",
  "clip.missing":
    "The page is open, but the text is not on it as it was. The quote in the note stays.",
  "clip.not-allowed":
    "Beiakte may not read {{origin}} on this device. Allow the portal under Settings.",
  "clip.deadline": "{{day}} as deadline",
  "clip.deadline-title": "Deadline {{day}}",
  "clip.deadline-set": "Deadline {{day}} is in the plan.",
  "clip.step": "Step",
  "clip.step-with-deadline": "{{step}} (so far {{day}})",
  "clip.new-step": "New step",
  "clip.set-deadline": "Set deadline",
};
