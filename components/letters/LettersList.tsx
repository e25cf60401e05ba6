/** The letters of a dossier: those that fit its situation, the others, and those that were prepared or sent. */
import { ArrowRight, FileCheck2, FileText } from 'lucide-preact';
import type { EntryOf } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { LETTERS, type LetterId } from '@/lib/letters';
import { letterName, letterUse, mediumName } from '@/lib/letters/words';
import { longDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Icon } from '../ui/Icon';

export interface MadeView {
  readonly entry: EntryOf<'letter-generated'>;
  readonly removed: boolean;
  readonly sent: EntryOf<'exchange'> | null;
  readonly proven: boolean;
  /** Pièces whose files were removed since. */
  readonly gone: ReadonlySet<number>;
}

export interface LettersListProps {
  readonly own: readonly LetterId[];
  readonly others: readonly LetterId[];
  readonly made: readonly MadeView[];
}

export function LettersList({ own, others, made }: LettersListProps) {
  const { t } = useSpeech();
  return (
    <>
      <div class="stack">
        <h1 tabIndex={-1}>{t('letters-screen.title')}</h1>
        <p>{t('letters-screen.explain')}</p>
      </div>
      <Offered title={t('letters-screen.track')} name="track" ids={own} />
      <section class="stack" aria-labelledby="letters-made" data-letters="made">
        <h2 id="letters-made">{t('letters-screen.made')}</h2>
        {made.length === 0 ? <p class="soft">{t('letters-screen.made-none')}</p> : null}
        <ul class="stack">
          {made.map((one) => (
            <Made key={one.entry.seq} made={one} />
          ))}
        </ul>
      </section>
      <Offered title={t('letters-screen.others')} name="others" ids={others} />
    </>
  );
}

function Offered({
  title,
  name,
  ids,
}: {
  readonly title: string;
  readonly name: string;
  readonly ids: readonly LetterId[];
}) {
  const { t } = useSpeech();
  if (ids.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={`letters-${name}`} data-letters={name}>
      <h2 id={`letters-${name}`}>{title}</h2>
      <ul class="letter-cards">
        {ids.map((id) => (
          <li key={id} class="sheet letter-card">
            <Icon of={FileText} />
            <div class="stack-tight">
              <h3>
                <a href={`#/courriers/${id}`} data-letter={id}>
                  {t(letterName(id))}
                </a>
              </h3>
              <p>{t(letterUse(id))}</p>
              <p class="soft small">{LETTERS[id].media.map((medium) => t(mediumName(medium))).join(' · ')}</p>
            </div>
            <Icon of={ArrowRight} directional />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Made({ made }: { readonly made: MadeView }) {
  const speech = useSpeech();
  const { t, labels } = speech;
  const { entry, removed, sent, proven } = made;
  return (
    <li class="sheet letter-card" data-made={entry.seq} data-state={sent ? 'sent' : 'prepared'}>
      <Icon of={sent ? FileCheck2 : FileText} />
      <div class="stack-tight">
        <h3>
          <a href={`#/piece/${entry.seq}`}>
            {labels.letter(entry.data.template)} · {displayNumber(entry.seq)}
          </a>
        </h3>
        <p>
          {stateOf(made, speech)} · {t(mediumName(entry.data.medium))}
        </p>
        <p class="row">
          {sent ? (
            <span class={`tag ${proven ? 'tag-strong' : 'tag-warn'}`}>
              {t(proven ? 'letters-screen.state.proof' : 'letters-screen.state.no-proof')}
            </span>
          ) : null}
          {removed ? <span class="tag">{t('letters-screen.state.removed')}</span> : null}
        </p>
        {sent ? (
          <a href={`#/piece/${sent.seq}`}>{t('letters-screen.open-entry', { number: displayNumber(sent.seq) })}</a>
        ) : null}
        <p class="soft small">{piecesOf(made, speech)}</p>
      </div>
    </li>
  );
}

function stateOf({ entry, sent }: MadeView, { t, locale }: Speech): string {
  return sent
    ? t('letters-screen.state.sent', { date: longDay(sent.data.on, locale) })
    : t('letters-screen.state.prepared', { date: longDay(entry.at, locale) });
}

/** The numbers as they were: nothing renumbers them (domain.md § 3.8.2). */
function piecesOf({ entry, gone }: MadeView, { t }: Speech): string {
  const list = entry.data.pieces
    .map(({ number, seq }) => {
      const said = t('letters-screen.piece-number', { number, entry: displayNumber(seq) });
      return gone.has(seq) ? `${said} ${t('letters-screen.piece-gone')}` : said;
    })
    .join(', ');
  return t('letters-screen.pieces-count', { count: entry.data.pieces.length, list });
}
