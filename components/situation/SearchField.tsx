/** The field that finds a blockage with the person's own words, and how many fit, for everyone to hear. */
import { useSpeech } from '../text';
import { Field } from '../ui/Field';

export interface SearchProps {
  readonly query: string;
  /** How many fit what is typed. */
  readonly found: number;
  readonly error?: string | null;
  readonly onQuery: (query: string) => void;
  /** Enter while something is typed: searching is never saving. */
  readonly onEnter?: () => void;
}

export function SearchField({ query, found, error = null, onQuery, onEnter }: SearchProps) {
  const { t } = useSpeech();
  const searching = query.trim() !== '';
  return (
    <>
      <Field label={t('situation.search')} hint={t('situation.search-hint')} error={error}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            value={query}
            autocomplete="off"
            onInput={(event) => onQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !searching) return;
              event.preventDefault();
              onEnter?.();
            }}
          />
        )}
      </Field>
      <p class="small soft" role="status">
        {searching ? t('situation.found', { count: found }) : ''}
      </p>
    </>
  );
}
