/** The blockages of domain.md § 2.5 in the person's words: grouped by picture, searchable, several may be ticked. */
import { useState } from 'preact/hooks';
import type { TextKey } from '@/lib/locales';
import { FAMILIES, START_CHOICES, type StartChoice, startKeys } from '@/lib/protocols/starts';
import { useSpeech } from '../text';
import { Choice } from '../ui/Field';
import { Block, type BlockProps } from './Block';
import { SearchField } from './SearchField';
import { matching } from './search';

const NAMED = START_CHOICES.filter((choice) => choice.blockage !== null);

export function BlockageBlock({ draft, triage, onChange }: BlockProps) {
  const { t } = useSpeech();
  const [query, setQuery] = useState('');
  const words = (choice: StartChoice): readonly [string, string] => {
    const keys = startKeys(choice);
    return [t(keys.label as TextKey), t(keys.plain as TextKey)];
  };
  const found = matching(NAMED, query, words);
  const searching = query.trim() !== '';
  const toggle = (code: string, on: boolean): void => {
    const rest = draft.blockages.filter((one) => one !== code);
    onChange({ blockages: on ? [...rest, code] : rest });
  };
  const row = (choice: StartChoice) => {
    const [label, plain] = words(choice);
    return (
      <Choice
        key={choice.id}
        checked={draft.blockages.includes(choice.id)}
        label={<span data-blockage={choice.id}>{label}</span>}
        hint={plain}
        onChange={(on) => toggle(choice.id, on)}
      />
    );
  };
  return (
    <Block
      name="blockages"
      title={t('situation.blockages')}
      hint={t('situation.blockages-hint')}
      triage={triage}
      facts={['blockages']}
    >
      <SearchField query={query} found={found.length} onQuery={setQuery} />
      {searching ? <div data-list="found">{found.map(row)}</div> : null}
      {searching
        ? null
        : FAMILIES.map((family) => {
            const own = NAMED.filter((choice) => choice.family === family);
            const open = own.some((choice) => draft.blockages.includes(choice.id));
            return (
              <details key={family} data-family={family} open={open || undefined}>
                <summary>{t(`home.start.${family}`)}</summary>
                <div>{own.map(row)}</div>
              </details>
            );
          })}
    </Block>
  );
}
