/** What a ZIP holds, and what its verification found, line by line: texts of a file that may come from anybody, shown as text. */
import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-preact';
import type { ArrivalFacts } from '@/lib/export/arrival';
import { fullMoment, shortDay, size } from '../format';
import { useSpeech } from '../text';
import { Icon } from '../ui/Icon';
import type { ReceiveLine } from './ReceiveScreen';

export function Holdings({ name, facts }: { readonly name: string; readonly facts: ArrivalFacts }) {
  const { t, locale } = useSpeech();
  const { first, last, exportedAt } = facts;
  const rows: [string, string][] = [[t('receive.is.alias'), facts.alias]];
  if (first && last) {
    const period = t('receive.is.period-is', { first: shortDay(first, locale), last: shortDay(last, locale) });
    rows.push([t('receive.is.period'), period]);
  }
  rows.push([t('receive.is.entries'), String(facts.entries)]);
  if (facts.newer > 0) rows.push([t('receive.is.newer'), String(facts.newer)]);
  rows.push(
    [t('receive.is.captures'), String(facts.captures)],
    [t('receive.is.files'), String(facts.files)],
    [t('receive.is.size'), size(facts.bytes, locale)],
  );
  if (exportedAt) rows.push([t('receive.is.exported'), fullMoment(exportedAt, locale)]);
  rows.push([t('receive.is.product'), facts.product], [t('receive.is.verdict'), t('receive.intact')]);
  return (
    <section class="sheet stack" aria-labelledby="holds-title" data-holds>
      <h2 id="holds-title">{t('receive.holds')}</h2>
      <p class="small soft">
        <bdi>{name}</bdi>
      </p>
      <dl class="rows">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('receive.is.head')}</dt>
          <dd class="mono">{facts.head}</dd>
        </div>
      </dl>
    </section>
  );
}

/** A bag of fifty thousand files may have as many faults: more than this helps nobody. */
const MAX_LINES = 200;
const ICONS = { ok: CircleCheck, warning: TriangleAlert, problem: OctagonAlert } as const;
const ORDER = { problem: 0, warning: 1, ok: 2 } as const;

export function VerifyLines({ lines, open }: { readonly lines: readonly ReceiveLine[]; readonly open: boolean }) {
  const { t } = useSpeech();
  const sorted = [...lines].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
  const more = sorted.length - MAX_LINES;
  return (
    <details class="sheet" open={open} data-verify-lines>
      <summary>{t('receive.lines')}</summary>
      <ul class="stack-tight verify-lines">
        {sorted.slice(0, MAX_LINES).map(({ level, text }, index) => (
          <li key={index} data-level={level}>
            <Icon of={ICONS[level]} /> <strong>{t(`verify.level.${level}`)}</strong> <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('receive.lines-more', { count: more })}</p> : null}
    </details>
  );
}
