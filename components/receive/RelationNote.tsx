/** What a ZIP is to the copies that are here, and what taking it in would and would not do. */
import { displayNumber } from '@/lib/domain/entry';
import { shortDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Banner, type Tone } from '../ui/Banner';
import type { ReceivePlan, ReceiveRelation } from './ReceiveScreen';

const TONES: Record<ReceiveRelation['is'], Tone> = { unknown: 'plain', same: 'plain', ahead: 'good', forked: 'warn' };

function wordsOf(relation: ReceiveRelation, { t, locale }: Speech): { title: string; explain: string } {
  switch (relation.is) {
    case 'unknown':
      return { title: t('receive.relation.unknown'), explain: t('receive.relation.unknown-explain') };
    case 'same':
      return {
        title: t('receive.relation.same'),
        explain: t('receive.relation.same-explain', { more: relation.more }),
      };
    case 'ahead':
      return {
        title: t('receive.relation.ahead', { count: relation.adds }),
        explain: t('receive.relation.ahead-explain', { after: displayNumber(relation.after) }),
      };
    case 'forked': {
      const { after, afterAt, ours, theirs } = relation;
      const title = afterAt
        ? t('receive.relation.forked', { after: displayNumber(after), date: shortDay(afterAt, locale) })
        : t('receive.relation.forked-none');
      return { title, explain: t('receive.relation.forked-explain', { ours, theirs }) };
    }
  }
}

const numbers = (seqs: readonly number[]): string => seqs.map(displayNumber).join(', ');

export function RelationNote({ plan }: { readonly plan: ReceivePlan }) {
  const speech = useSpeech();
  const { t } = speech;
  const { relation, removes, leftOut, absent } = plan;
  const { title, explain } = wordsOf(relation, speech);
  return (
    <div class="stack">
      <Banner tone={TONES[relation.is]} name={`relation-${relation.is}`} title={title}>
        <p>{explain}</p>
      </Banner>
      {removes.length > 0 ? (
        <Banner tone="warn" name="removes" title={t('receive.removes', { numbers: numbers(removes) })} />
      ) : null}
      {leftOut.length > 0 ? (
        <Banner tone="warn" name="left-out" title={t('receive.left-out', { numbers: numbers(leftOut) })} />
      ) : null}
      {absent > 0 && relation.is !== 'same' ? <p>{t('receive.absent-files', { count: absent })}</p> : null}
    </div>
  );
}
