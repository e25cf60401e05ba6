/** « Que sait cette extension ? »: everything that is stored on this device, item by item, and what never is. */
import type { EntryKind } from '@/lib/domain/entry';
import type { DossierSummary } from '@/lib/journal/types';
import { size } from '../format';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';

export interface Known {
  readonly dossiers: readonly DossierSummary[];
  /** Entries of the open dossier, by kind. */
  readonly kinds: Readonly<Partial<Record<EntryKind | 'unreadable', number>>>;
  readonly usage: {
    readonly bytes: number;
    readonly quota: number | null;
    readonly entries: number;
    readonly files: number;
  } | null;
  readonly held: number;
  /** Whether the browser may erase the journal when room is short; null until it has answered. */
  readonly protection?: 'granted' | 'by-permission' | 'not-granted' | null;
  /** Aliases of the dossiers whose contact details the person asked to keep for letters. */
  readonly identities: readonly string[];
  readonly settings: {
    readonly language: string;
    readonly departments: readonly string[];
    readonly automaticLog: boolean;
    readonly automaticCapture: boolean;
    readonly rerender: boolean;
  };
}

/** Share of the quota above which the person is warned. */
export const STORAGE_WARNING = 0.8;

export function storageTight(usage: Known['usage']): boolean {
  return usage !== null && usage.quota !== null && usage.quota > 0 && usage.bytes / usage.quota > STORAGE_WARNING;
}

export function KnowsPanel(known: Known) {
  const { t, locale } = useSpeech();
  const { usage } = known;
  return (
    <section class="stack-loose" aria-labelledby="knows-title">
      <div class="stack">
        <h1 id="knows-title" tabIndex={-1}>
          {t('knows.title')}
        </h1>
        <p>{t('knows.explain')}</p>
        {storageTight(usage) ? <Banner tone="warn" title={t('knows.tight')} /> : null}
      </div>
      <section class="sheet stack" aria-labelledby="knows-journal">
        <h2 id="knows-journal">{t('knows.journal')}</h2>
        <dl class="rows">
          <Fact
            label={t('knows.dossiers')}
            value={known.dossiers.map((one) => one.alias).join(', ') || t('common.none')}
          />
          <Fact label={t('knows.entries')} value={String(usage?.entries ?? 0)} />
          <Fact label={t('knows.files')} value={String(usage?.files ?? 0)} />
          <Fact label={t('knows.storage')} value={usage ? size(usage.bytes, locale) : t('knows.unknown')} />
          {known.protection ? (
            <Fact label={t('safety.storage')} value={t(`safety.storage.${known.protection}`)} />
          ) : null}
          <Fact label={t('knows.held')} value={String(known.held)} />
          <Fact label={t('letters-screen.identities')} value={known.identities.join(', ') || t('common.none')} />
        </dl>
        <p class="small soft">{t('knows.also')}</p>
      </section>
      <section class="sheet stack" aria-labelledby="knows-kinds">
        <h2 id="knows-kinds">{t('knows.kinds')}</h2>
        <dl class="rows">
          {Object.entries(known.kinds).map(([kind, count]) => (
            <Fact key={kind} label={t(`kind.${kind as EntryKind}`)} value={String(count)} />
          ))}
        </dl>
      </section>
      <Settings {...known} />
      <section class="sheet stack" aria-labelledby="knows-never">
        <h2 id="knows-never">{t('knows.never')}</h2>
        <ul class="bullets">
          <li>{t('knows.never.secrets')}</li>
          <li>{t('knows.never.typed')}</li>
          <li>{t('knows.never.other-sites')}</li>
          <li>{t('knows.never.network')}</li>
        </ul>
      </section>
    </section>
  );
}

function Settings({ settings }: Known) {
  const { t, labels } = useSpeech();
  const yes = (on: boolean): string => t(on ? 'common.yes' : 'common.no');
  return (
    <section class="sheet stack" aria-labelledby="knows-settings">
      <h2 id="knows-settings">{t('knows.settings')}</h2>
      <dl class="rows">
        <Fact label={t('settings.language')} value={t(`language.${settings.language as 'fr'}`)} />
        <Fact
          label={t('settings.departments')}
          value={settings.departments.map(labels.department).join(', ') || t('common.none')}
        />
        <Fact label={t('settings.log')} value={yes(settings.automaticLog)} />
        <Fact label={t('settings.capture')} value={yes(settings.automaticCapture)} />
        <Fact label={t('settings.rerender')} value={yes(settings.rerender)} />
      </dl>
    </section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
