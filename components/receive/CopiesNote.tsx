/** Says that a dossier came from another computer, or that it has other copies here, and where they part. */
import { displayNumber } from '@/lib/domain/entry';
import type { DossierSummary, OtherCopy } from '@/lib/journal/types';
import { shortDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Banner } from '../ui/Banner';

/** One sentence for one other copy. */
export function copyWords({ after, afterAt, alias, diverged }: OtherCopy, { t, locale }: Speech): string {
  if (!afterAt) return t('dossier.fork-none', { aliases: alias });
  const values = { after: displayNumber(after), date: shortDay(afterAt, locale), aliases: alias };
  return t(diverged ? 'dossier.fork' : 'dossier.twin', values);
}

/** The warning of an open dossier of which another copy went its own way; empty when none did. */
export function forkWarnings(dossier: DossierSummary | null, speech: Speech): string[] {
  return (dossier?.copies ?? []).filter(({ diverged }) => diverged).map((copy) => copyWords(copy, speech));
}

export function CopiesNote({ dossier }: { readonly dossier: DossierSummary }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { receivedAt, copies = [] } = dossier;
  return (
    <>
      {receivedAt ? (
        <p class="small" data-received>
          {t('dossier.received', { date: shortDay(receivedAt, locale) })}
        </p>
      ) : null}
      {copies.map((copy) => (
        <Banner
          key={copy.id}
          tone={copy.diverged ? 'warn' : 'plain'}
          name={copy.diverged ? 'fork' : 'twin'}
          title={copyWords(copy, speech)}
        >
          <p>{t('dossier.fork-explain')}</p>
        </Banner>
      ))}
    </>
  );
}
