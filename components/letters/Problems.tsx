/** What stops a letter, and what to look at before it leaves: plain sentences, each with the way to the field. */
import type { ComposedLetter, Problem, ProblemCode } from '@/lib/domain/letter-types';
import { FIELDS, type FieldId } from '@/lib/letters/fields';
import { fieldLabel, problemText } from '@/lib/letters/words';
import type { TextKey } from '@/lib/locales';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';

export interface ProblemsProps {
  readonly composed: ComposedLetter;
  /** Brings the person to a field. */
  readonly onField: (id: FieldId) => void;
}

/** Where what is missing can be made. */
const REMEDIES: Partial<Record<ProblemCode, { readonly href: string; readonly text: TextKey }>> = {
  'no-capture': { href: '#/journal', text: 'letters-screen.go-capture' },
  'no-ccc-contact': { href: '#/courriers/ccc-message', text: 'letters-screen.go-ccc' },
  'no-items': { href: '#/', text: 'letters-screen.go-items' },
};

export function Problems({ composed, onField }: ProblemsProps) {
  const { t } = useSpeech();
  const { blocking, warnings } = composed;
  return (
    <div class="stack" data-blocking={blocking.length} data-warnings={warnings.map(({ code }) => code).join(' ')}>
      {blocking.length > 0 ? (
        <Banner tone="alarm" name="letter-blocked" title={t('letters-screen.blocked')}>
          {blocking.map((problem) => (
            <Sentence key={problem.code} problem={problem} />
          ))}
        </Banner>
      ) : null}
      {warnings.length > 0 ? (
        <Banner tone="warn" name="letter-warnings" title={t('letters-screen.watch')}>
          <ul class="bullets">
            {warnings.map((problem) => (
              <li key={problem.code} data-problem={problem.code}>
                <Sentence problem={problem} />
                <FieldLinks problem={problem} onField={onField} />
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </div>
  );
}

function Sentence({ problem }: { readonly problem: Problem }) {
  const { t } = useSpeech();
  const remedy = REMEDIES[problem.code];
  return (
    <p>
      {t(problemText(problem.code), { count: problem.count ?? problem.fields?.length ?? 0 })}
      {remedy ? (
        <>
          {' '}
          <a href={remedy.href}>{t(remedy.text)}</a>
        </>
      ) : null}
    </p>
  );
}

const isField = (name: string): name is FieldId => Object.hasOwn(FIELDS, name);

function FieldLinks({ problem, onField }: { readonly problem: Problem; readonly onField: (id: FieldId) => void }) {
  const { t } = useSpeech();
  const fields = (problem.fields ?? []).filter(isField);
  if (fields.length === 0) return null;
  return (
    <p class="letter-field-links">
      {fields.map((id) => (
        <button key={id} type="button" class="proof" data-go-field={id} onClick={() => onField(id)}>
          {t(fieldLabel(id))}
        </button>
      ))}
    </p>
  );
}
