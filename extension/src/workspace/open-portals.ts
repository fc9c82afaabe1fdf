/**
 * The portals of an open team: which profiles hold, and changing the team's own. What holds is also
 * written where the background reads it while the vault is locked.
 */
import type { Live, Variable } from "@beiakte/shared/base/live";
import { variable } from "@beiakte/shared/base/live";
import {
  removeTeamProfile,
  setKeepCustomerNumbers,
  setTeamProfile,
  type TeamPortals,
  viewTeamPortals,
} from "@beiakte/shared/model/team-portals";
import { effectiveProfiles, profileFor } from "@beiakte/shared/portal/effective-profile";
import type { PageBrief } from "../messages/page-brief";
import type { SessionArea } from "./case-index";
import { derived } from "./derived";
import type { OpenDocument } from "./documents";
import { pageBriefFor } from "./page-brief-for";
import type { ReadPolicy } from "./policy";
import { type PortalRules, portalRules, writeTeamPortals } from "./portal-rules";
import type { OpenPortals, PortalsView } from "./workspace";

/** What the browser gives for it. */
export type PortalsPort = {
  readonly policy: Live<ReadPolicy>;
  /** Readable while the vault is locked. */
  readonly area: SessionArea;
  /** The origin of the portal on the tab on screen, if it is one where our script runs. */
  readonly onScreen: Live<string | undefined>;
  /** The page on screen reads itself so until it is told otherwise; nothing: as the rules say. */
  readonly tryOut: (brief: PageBrief | undefined) => void;
};

export class PortalsWatch {
  readonly #directory: Pick<OpenDocument, "doc">;
  readonly #port: PortalsPort;
  readonly #team: Live<TeamPortals> & { readonly close: () => void };
  readonly #rules: Live<PortalRules> & { readonly close: () => void };
  readonly #view: Variable<PortalsView>;
  readonly #stops: readonly (() => void)[];
  #written = "";
  readonly #isEdited = variable(false);
  #isTried = false;

  constructor(directory: Pick<OpenDocument, "doc" | "version">, port: PortalsPort) {
    this.#directory = directory;
    this.#port = port;
    this.#team = derived([directory.version], () => viewTeamPortals(directory.doc), isSame);
    this.#rules = derived(
      [this.#team, port.policy],
      () => portalRules(port.policy.get().policy, this.#team.get()),
      isSame,
    );
    this.#view = variable(this.#look());
    this.#stops = [
      this.#rules.subscribe(() => this.#view.set(this.#look())),
      this.#team.subscribe(() => void this.#write()),
      () => this.#team.close(),
      () => this.#rules.close(),
    ];
    void this.#write();
  }

  get rules(): Live<PortalRules> {
    return this.#rules;
  }

  /** While somebody edits a profile the panel does not follow the page. */
  get isEdited(): Live<boolean> {
    return this.#isEdited;
  }

  get open(): OpenPortals {
    const { doc } = this.#directory;
    return {
      view: this.#view,
      onScreen: this.#port.onScreen,
      profileAt: (url) => profileFor(this.#rules.get().layers, url),
      save: (profile) => setTeamProfile(doc, profile),
      remove: (id) => removeTeamProfile(doc, id),
      keepCustomerNumbers: (isKept) => setKeepCustomerNumbers(doc, isKept),
      edit: () => {
        this.#isEdited.set(true);
        return () => this.#endEditing();
      },
      tryOut: (profile) => {
        this.#isTried = true;
        this.#port.tryOut(pageBriefFor(profile, this.#rules.get().kinds));
      },
    };
  }

  close(): void {
    this.#endEditing();
    for (const stop of this.#stops) stop();
  }

  /** A page must not go on being read as somebody was only trying out. */
  #endEditing(): void {
    if (this.#isTried) this.#port.tryOut(undefined);
    this.#isTried = false;
    this.#isEdited.set(false);
  }

  #look(): PortalsView {
    const { kinds, layers } = this.#rules.get();
    const { policy } = this.#port.policy.get();
    return {
      profiles: effectiveProfiles(layers),
      keepsCustomerNumbers: kinds.baCustomer,
      isCustomerNumbersSet: policy.keepCustomerNumbers !== undefined,
    };
  }

  async #write(): Promise<void> {
    const team = this.#team.get();
    const said = JSON.stringify(team);
    if (said === this.#written) return;
    this.#written = said;
    await writeTeamPortals(this.#port.area, team);
  }
}

function isSame(before: unknown, next: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(next);
}
