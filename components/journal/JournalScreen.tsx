/** The journal: the frame of the full tab, its parts, and which one shows. */
import {
  Database,
  FilePlus2,
  FolderDown,
  Folders,
  House,
  ListTree,
  Mail,
  Paperclip,
  PenLine,
  StickyNote,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IMPORT_SHOWS, type ImportShows } from '@/lib/domain/imported';
import { MEDIA, type Medium } from '@/lib/domain/letter-types';
import type { DossierSummary } from '@/lib/journal/types';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Brand, Independence } from '../ui/Frame';
import { Icon } from '../ui/Icon';

export const PARTS = ['home', 'timeline', 'letters', 'export', 'dossiers', 'data'] as const;
export type Part = (typeof PARTS)[number];
export type Route =
  | { readonly part: Part | 'situation' | 'receive' }
  | { readonly part: 'entry' | 'redact'; readonly seq: number }
  | { readonly part: 'add'; readonly exchange: number | null; readonly shows: ImportShows | null }
  | { readonly part: 'step'; readonly id: string }
  | { readonly part: 'letter'; readonly template: string; readonly medium: Medium | null };

const HREFS: Record<Part, string> = {
  home: '#/',
  timeline: '#/journal',
  letters: '#/courriers',
  export: '#/export',
  dossiers: '#/dossiers',
  data: '#/donnees',
};
const ICONS = {
  home: House,
  timeline: ListTree,
  letters: PenLine,
  export: FolderDown,
  dossiers: Folders,
  data: Database,
};

/** The parts that speak of steps: the sentence of domain.md § 4.3 stands under them. */
const LEGAL_PARTS: readonly Route['part'][] = ['home', 'step', 'situation', 'timeline', 'letters', 'letter'];

/** Reads the address: `#/`, `#/journal`, `#/piece/7`, `#/etape/S1`… Anything else is where the dossier stands. */
export function routeOf(hash: string): Route {
  const piece = /^#\/piece\/(\d{1,9})$/.exec(hash);
  if (piece) return { part: 'entry', seq: Number(piece[1]) };
  const masked = /^#\/piece\/(\d{1,9})\/masquer$/.exec(hash);
  if (masked) return { part: 'redact', seq: Number(masked[1]) };
  const add = /^#\/ajouter(?:\/(\d{1,9})(?:\/([a-z-]{1,20}))?)?$/.exec(hash);
  if (add) {
    const shows = IMPORT_SHOWS.find((one) => one === add[2]) ?? null;
    return { part: 'add', exchange: add[1] ? Number(add[1]) : null, shows };
  }
  const step = /^#\/etape\/([A-Za-z0-9-]{1,32})$/.exec(hash);
  if (step) return { part: 'step', id: step[1] ?? '' };
  if (hash === '#/situation') return { part: 'situation' };
  if (hash === '#/recevoir') return { part: 'receive' };
  const letter = /^#\/courriers\/([a-z-]{1,48})(?:\/([a-z]{1,8}))?(?:\?.*)?$/.exec(hash);
  if (letter)
    return { part: 'letter', template: letter[1] ?? '', medium: MEDIA.find((one) => one === letter[2]) ?? null };
  return { part: PARTS.find((part) => HREFS[part] === hash) ?? 'home' };
}

export interface JournalScreenProps {
  readonly route: Route;
  readonly dossiers: readonly DossierSummary[];
  readonly active: DossierSummary | null;
  readonly legalDate?: string | undefined;
  /** What was just done, or what failed, for everyone to hear. */
  readonly message: string | null;
  readonly problem: string | null;
  readonly warnings: readonly string[];
  readonly onSwitch: (dossier: string) => void;
  readonly children: ComponentChildren;
}

export function JournalScreen(props: JournalScreenProps) {
  const { t } = useSpeech();
  const { route, active } = props;
  const main = useFocusOnRoute(route);
  return (
    <div class="journal">
      <button type="button" class="skip-link" onClick={() => skipTo(main.current)}>
        {t('journal.skip')}
      </button>
      <header class="journal-head">
        <Brand />
        <WhoseJournal {...props} />
        <nav aria-label={t('journal.nav')}>
          <ul class="tabs">
            {PARTS.map((part) => (
              <li key={part}>
                <a class="tab" href={HREFS[part]} {...currentIn(route, part)}>
                  <Icon of={ICONS[part]} />
                  <span class="tab-long">{t(`journal.part.${part}`)}</span>
                  <span class="tab-short">{t(`journal.part-short.${part}`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main ref={main} class="stack-loose" data-part={route.part}>
        <Announcer>{props.message ? <Banner tone="good" name="message" title={props.message} /> : null}</Announcer>
        <Announcer urgent>
          {props.problem ? <Banner tone="alarm" name="problem" title={props.problem} /> : null}
        </Announcer>
        {props.warnings.map((warning) => (
          <Banner key={warning} tone="warn" name="warning" title={warning} />
        ))}
        {props.children}
      </main>
      <Independence legalDate={active && LEGAL_PARTS.includes(route.part) ? props.legalDate : undefined} />
    </div>
  );
}

/** A button and not a link: the address's fragment is the route here. */
function skipTo(main: HTMLElement | null): void {
  const title = main?.querySelector<HTMLElement>('h1, h2');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
}

/** A letter stands under the tab of the letters, a reception under that of the dossiers. */
function currentIn(route: Route, part: Part): { 'aria-current'?: 'page' | 'true' } {
  if (route.part === part) return { 'aria-current': 'page' };
  const under = (route.part === 'letter' && part === 'letters') || (route.part === 'receive' && part === 'dossiers');
  return under ? { 'aria-current': 'true' } : {};
}

function nameOf(route: Route): string {
  switch (route.part) {
    case 'entry':
    case 'redact':
      return `${route.part}-${route.seq}`;
    case 'step':
      return `step-${route.id}`;
    case 'letter':
      return `letter-${route.template}`;
    default:
      return route.part;
  }
}

/** After a change of part, the keyboard and the screen reader start at its title. */
function useFocusOnRoute(route: Route): { current: HTMLElement | null } {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const name = nameOf(route);
  // Depends on more than it reads: runs when the part changes, which `name` says.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    globalThis.scrollTo({ top: 0 });
    main.current?.querySelector<HTMLElement>('h1[tabindex="-1"]')?.focus();
  }, [name]);
  return main;
}

function WhoseJournal({ dossiers, active, onSwitch }: JournalScreenProps) {
  const { t } = useSpeech();
  if (!active) return null;
  return (
    <div class="whose">
      <label for="whose">{t('popup.dossier')}</label>
      <select id="whose" class="input" value={active.id} onChange={(event) => onSwitch(event.currentTarget.value)}>
        {dossiers.map((dossier) => (
          <option key={dossier.id} value={dossier.id}>
            {dossier.alias}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface AddBarProps {
  readonly onExchange: () => void;
  readonly onNote: () => void;
}

/** What a person adds by hand. */
export function AddBar({ onExchange, onNote }: AddBarProps) {
  const { t } = useSpeech();
  return (
    <section class="row" aria-label={t('journal.add')}>
      <Button kind="primary" icon={Mail} name="add-exchange" onClick={onExchange}>
        {t('exchange.add')}
      </Button>
      <Button icon={StickyNote} name="add-note" onClick={onNote}>
        {t('note.add')}
      </Button>
      <a class="button" href="#/ajouter" data-action="add-files">
        <Icon of={Paperclip} />
        {t('imports.open')}
      </a>
    </section>
  );
}

/** Nothing yet: says what will come, and how. */
export function EmptyJournal() {
  const { t } = useSpeech();
  return (
    <section class="sheet stack empty">
      <Icon of={FilePlus2} />
      <h2>{t('journal.empty')}</h2>
      <p>{t('journal.empty-explain')}</p>
    </section>
  );
}
