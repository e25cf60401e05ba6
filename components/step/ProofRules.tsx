/** What counts as proof, as nested lists: the words come from the tables' predicates. */
import type { Step, StepView } from '@/lib/domain/checklist-types';
import type { ProofLine } from '@/lib/protocols/proof-lines';
import { useSpeech } from '../text';

export interface ProofRulesProps {
  readonly track: string;
  readonly step: Step;
  readonly view: StepView;
  readonly proof: ProofLine;
  readonly partProofs: Readonly<Record<string, ProofLine>>;
}

export function ProofRules({ track, step, view, proof, partProofs }: ProofRulesProps) {
  const { t, labels } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="proof-title" data-home="rules">
      <h2 id="proof-title">{t('step.proof')}</h2>
      <Rule line={proof} />
      {view.parts.map((part) => {
        const line = partProofs[part.id];
        return line ? (
          <div key={part.id} class="stack-tight">
            <h3>
              {labels.part(track, step.id, part.id)}{' '}
              {part.optional ? <span class="tag">{t('proof.part-optional')}</span> : null}
            </h3>
            <Rule line={line} />
          </div>
        ) : null;
      })}
    </section>
  );
}

function Rule({ line }: { readonly line: ProofLine }) {
  const { t } = useSpeech();
  const under = line.of ?? [];
  // One way only needs no list.
  const [only] = under.length === 1 ? under : [];
  return (
    <div>
      <p>
        {t(line.key, line.values)} {only && !only.of ? t(only.key, only.values) : ''}
      </p>
      {under.length > 0 && !(only && !only.of) ? (
        <ul class="bullets">
          {under.map((one, index) => (
            // The lines of a table never move: their place names them.
            <li key={index}>
              <Rule line={one} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
