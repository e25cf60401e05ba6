/** The dossier's home: where I am, what is next, what is missing. Facts and marks, never a verdict (domain.md § 4.3). */
import { ArrowRight, ClockAlert, OctagonAlert, Search, SlidersHorizontal, Zap } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { ExportAge } from '@/lib/domain/export-age';
import { momentAt } from '@/lib/domain/moment';
import type { Standing } from '@/lib/domain/standing';
import { stopKey, urgencyKey } from '@/lib/protocols/keys';
import { Checklist } from '../checklist/Checklist';
import { calendarDay, shortDay } from '../format';
import { AgeCard } from '../safety/ExportAge';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Icon } from '../ui/Icon';

export interface HomeProps {
  readonly alias: string;
  readonly standing: Standing;
  /** Day of the track's legal content, `YYYY-MM-DD`. */
  readonly contentDate: string;
  readonly legalWaits: readonly string[];
  readonly skippable: readonly string[];
  /** When the dossier was last exported, and what was added since. */
  readonly age?: ExportAge;
  /** What stands under the steps: the weeks, the days to come. */
  readonly followUp?: ComponentChildren;
  readonly onOpenEntry: (seq: number) => void;
  readonly onSkip: (step: string) => void;
}

export const stepHref = (step: string): string => `#/etape/${step}`;
export const SITUATION_HREF = '#/situation';

export function HomeScreen(props: HomeProps) {
  const { t, labels } = useSpeech();
  const { alias, standing, followUp } = props;
  return (
    <>
      <div class="stack-tight">
        <h1 tabIndex={-1}>{alias}</h1>
        <p>{t('home.track', { track: labels.track(standing.view.track) })}</p>
        <a class="button button-quiet" href={SITUATION_HREF} data-action="open-situation">
          <Icon of={SlidersHorizontal} />
          {t('home.situation')}
        </a>
      </div>
      <Warnings {...props} />
      <div class="spread home">
        <div class="stack-loose">
          {standing.triage.stated['blockages'] || standing.view.track === 'T0' ? null : <ChooseCard {...props} />}
          <NextCard standing={standing} />
          {standing.stale ? <Stale {...props} /> : null}
          <Missing standing={standing} />
          {props.age ? <AgeCard age={props.age} /> : null}
          {followUp}
        </div>
        <Done {...props} />
      </div>
    </>
  );
}

/** Stop first, then urgency: before anything to do. */
function Warnings({ standing }: HomeProps) {
  const { t } = useSpeech();
  const { stops, urgency } = standing;
  const list = (keys: readonly string[]): string => keys.join(' ; ');
  if (stops.length + urgency.length === 0) return null;
  return (
    <div class="stack">
      {stops.length > 0 ? (
        <Banner tone="alarm" icon={OctagonAlert} name="stop" title={t('triage.banner')}>
          <p>{t('triage.stops', { stops: list(stops.map((stop) => t(stopKey(stop)))) })}</p>
        </Banner>
      ) : null}
      {urgency.length > 0 ? (
        <Banner tone="warn" icon={Zap} name="urgent" title={t('home.urgent')}>
          <p>{t('triage.urgent', { reasons: list(urgency.map((reason) => t(urgencyKey(reason)))) })}</p>
        </Banner>
      ) : null}
    </div>
  );
}

/** How old our words are: nobody offline can know that a text changed (domain.md § 4.3). */
function Stale({ contentDate }: HomeProps) {
  const { t, locale } = useSpeech();
  const date = calendarDay(contentDate, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <Banner tone="warn" icon={ClockAlert} name="stale" title={t('home.stale')}>
      <p>{t('home.stale-explain', { date })}</p>
    </Banner>
  );
}

/** The track came with the dossier and nobody has said yet what blocks. */
function ChooseCard(_props: HomeProps) {
  const { t } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="choose-title" data-home="choose">
      <h2 id="choose-title">{t('home.choose')}</h2>
      <p>{t('home.choose-explain')}</p>
      <p>
        <a class="button" href={SITUATION_HREF} data-action="choose-blockage">
          <Icon of={Search} />
          {t('home.choose-open')}
        </a>
      </p>
    </section>
  );
}

/** One big card: the next step and one button, or why there is nothing to do now. */
function NextCard({ standing }: { readonly standing: Standing }) {
  const { t, labels } = useSpeech();
  const { view } = standing;
  const next = view.next;
  const words = next === null ? null : labels.step(view.track, next);
  const asks = view.track === 'T0';
  return (
    <section class="sheet next-card" aria-labelledby="next-title" data-home="next" data-next={next ?? ''}>
      <h2 id="next-title">{t('home.next')}</h2>
      {next !== null && words ? (
        <>
          <p class="next-label">{words.label}</p>
          <p>
            <a
              class="button button-primary next-button"
              href={asks ? SITUATION_HREF : stepHref(next)}
              data-action="open-next"
            >
              {t(asks ? 'home.next-triage' : 'home.next-open')}
              <Icon of={ArrowRight} directional />
            </a>
          </p>
          {/* After the button: on a phone the way on stands in the first screen. */}
          {words.explain ? <p>{words.explain}</p> : null}
        </>
      ) : (
        <p class="next-label">
          <RestWords standing={standing} />
        </p>
      )}
    </section>
  );
}

function RestWords({ standing }: { readonly standing: Standing }) {
  const { t, locale } = useSpeech();
  const { rest, waitUntil, view } = standing;
  if (rest === null) return null;
  if (rest !== 'waiting') return <>{t(`home.rest.${rest}`)}</>;
  const date = waitUntil ? shortDay(momentAt(Date.parse(waitUntil)), locale) : '';
  const legal = view.steps.some((step) => step.waitUntil === waitUntil && step.waitLegal);
  return <>{t(legal ? 'home.rest.waiting-legal' : 'home.rest.waiting', { date })}</>;
}

/** The mandatory steps without proof, and the keys of the solution de substitution in the words of domain.md § 3.5. */
function Missing({ standing }: { readonly standing: Standing }) {
  const { t, labels } = useSpeech();
  const { view, missingKeys } = standing;
  return (
    <section class="sheet stack" aria-labelledby="missing-title" data-home="missing">
      <h2 id="missing-title">{t('home.missing')}</h2>
      {view.missing.length === 0 ? (
        <p>{t('home.missing-none')}</p>
      ) : (
        <>
          <p>{t('home.missing-steps', { count: view.missing.length })}</p>
          <ul class="links">
            {view.missing.map((id) => (
              <li key={id}>
                <a href={view.track === 'T0' ? SITUATION_HREF : stepHref(id)} data-missing={id}>
                  {labels.step(view.track, id).label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {missingKeys.length > 0 ? (
        <div class="stack-tight" data-home="keys">
          <p>
            <strong>{t('home.keys-missing')}</strong>
          </p>
          <p class="small soft">{t('home.keys-explain')}</p>
        </div>
      ) : null}
    </section>
  );
}

function Done({ standing, legalWaits, skippable, onOpenEntry, onSkip }: HomeProps) {
  const { t } = useSpeech();
  return (
    <aside class="sheet stack" aria-labelledby="done-title">
      <h2 id="done-title">{t('home.done')}</h2>
      <Checklist
        view={standing.view}
        legalWaits={legalWaits}
        skippable={skippable}
        stepHref={standing.view.track === 'T0' ? () => SITUATION_HREF : stepHref}
        compact
        quiet
        onOpenEntry={onOpenEntry}
        onSkip={onSkip}
      />
      <p>
        <a href="#/journal">{t('home.timeline')}</a>
      </p>
    </aside>
  );
}
