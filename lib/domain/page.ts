/** What a page is to us: the facts read from it, the rows that recognise it, and the answer. */
import type { ValueKind } from './extracted';

/** What a recognised page means to the person, in the words of design.md § 4. */
export type Outcome =
  | 'blocked' // the person wanted to do something and the page says no
  | 'down' // the site does not work (maintenance, 5xx, 429)
  | 'refused' // the administration said no (closure, refusal)
  | 'step' // a page of a procedure, nothing wrong
  | 'confirmation' // something was sent (a request, the CCC form)
  | 'notice' // a message of the administration that starts a delay
  | 'info'; // a page that orients (the prefecture's channel, the PAN)

/** A radio or checkbox as a person sees it. */
export interface Choice {
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

/**
 * What the content script reads from a page: only what a person can see, bounded in size, never a value
 * typed in a field. Texts are normalised (NFC, ’→', no-break and thin spaces→space, runs→one space, trimmed).
 */
export interface PageFacts {
  /** `location.href` now, untouched: hygiene happens before anything is stored. */
  readonly url: string;
  /** The URL that this document was opened with (a site may rewrite it, pages.md § 4.1). */
  readonly firstUrl: string;
  readonly title: string;
  readonly lang: string;
  /** HTTP status of the document; 0 when the browser does not say. */
  readonly status: number;
  /** Visible h1…h6 and role=heading. */
  readonly headings: readonly string[];
  /** Visible role=alert/status/alertdialog, and what looks like one in either design. */
  readonly alerts: readonly string[];
  /** Visible text blocks, in reading order. */
  readonly texts: readonly string[];
  /** Visible labels of links and buttons. */
  readonly actions: readonly string[];
  /** Visible form fields: label and type, never a value. */
  readonly fields: readonly { readonly label: string; readonly type: string; readonly name: string }[];
  /** Visible radios and checkboxes. */
  readonly choices: readonly Choice[];
  /** True when reading stopped at a bound (a huge page): rows may then miss. */
  readonly truncated: boolean;
  /**
   * Calls of the page itself to its own server that failed, as `401 /api/usager/moi` (status, path, nothing else), the
   * last ones. From the network receipt, added by the background: a page cannot say it. Absent when nothing failed.
   */
  readonly calls?: readonly string[];
  /** The same tab showed, just before and on the same site, a page where somebody was logged in. Added by the background. */
  readonly wasLoggedIn?: boolean;
}

/**
 * A condition on normalised facts. All given members must hold. Patterns are matched without regard to case and
 * accents (CSS and clerks write « PREFET », pages.md § 0.4); they never carry the `g` or `y` flag.
 */
export interface Condition {
  /** Pattern on path + `#` route of the URL, without any parameter (`/usagers/#/contact`). */
  readonly route?: RegExp;
  /** Pattern on the title. */
  readonly title?: RegExp;
  readonly heading?: RegExp;
  readonly alert?: RegExp;
  /** Pattern on any one visible text block, heading, alert or action. */
  readonly text?: RegExp;
  readonly action?: RegExp;
  /** Pattern on the label or the name of a visible field. */
  readonly field?: RegExp;
  readonly choice?: RegExp;
  /** Pattern on one `name=value` of the query or fragment, of the URL now or of the one first opened, e.g. `error=invalidCaptcha`. */
  readonly query?: RegExp;
  /** Pattern on one failed call, `401 /api/usager/moi`. */
  readonly call?: RegExp;
  /** True: somebody was logged in on the page shown before in this tab, on the same site. */
  readonly wasLoggedIn?: true;
  /** HTTP status range, inclusive. */
  readonly status?: readonly [number, number];
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly none?: readonly Condition[];
}

/** Where a fact of a row comes from, and the day that it was last seen. */
export interface RowSource {
  readonly ref: string;
  readonly seen: string;
  /** pages.md's marks: confirmed, confirmed on the old design, inferred. */
  readonly sure: 'confirmed' | 'confirmed-old' | 'inferred';
}

/**
 * What to read out of a page. `text` (default), `page`, `title` and `route` need a pattern with one capture group and
 * give the first match (`every`: all the different ones, as a list); the `choices-…` give the list of labels.
 * `page` is all the blocks in reading order, one a line: for what stands under a heading. Its line ends become « · ».
 */
export interface Extraction {
  readonly from?: 'text' | 'page' | 'title' | 'route' | 'choices-enabled' | 'choices-disabled';
  readonly pattern?: RegExp;
  readonly every?: true;
  /** What it is (lib/domain/extracted.ts); `text` when absent. What does not hold as its kind is not read out. */
  readonly is?: ValueKind;
}

/** One page of a site. `id` is `site/page` and is never renamed. */
export interface PageRow {
  readonly id: `${string}/${string}`;
  readonly outcome: Outcome;
  /** French label, shown to the person; English lives in lib/locales/en/tables.ts under `pages.<id>`. */
  readonly label: string;
  readonly when: Condition;
  /** What to read out, by name. Proposed, never concluded. */
  readonly extract?: Readonly<Record<string, Extraction>>;
  /** Blockage labels of domain.md § 2.5 that this page may show (hints, chosen by the person). */
  readonly hints?: readonly string[];
  /** This page shows that nobody is logged in (guard « whose page is it? »). */
  readonly loggedOut?: boolean;
  /** This page is proof for a step's channel, offered to the person (e.g. the CCC form's sent page). */
  readonly proofOf?: 'CCC_FORM' | 'PAN';
  readonly sources: readonly RowSource[];
}

/** A site: its hosts, and its rows in order (the first that holds wins). */
export interface SiteTable {
  readonly site: string;
  readonly label: string;
  /** Exact host names, or a predicate's host list built from a table. */
  readonly hosts: readonly string[];
  /** What shows, on any page of the site, that nobody is logged in; absent where nobody ever logs in. */
  readonly loggedOut?: Condition;
  readonly rows: readonly PageRow[];
}

/** The recogniser's answer; `null` when the page is not known. */
export interface Recognition {
  readonly site: string;
  readonly page: string;
  readonly outcome: Outcome;
  readonly extracted: Readonly<Record<string, string | readonly string[]>>;
}
