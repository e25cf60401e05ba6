/** The complement requests of a dossier: each with its day, its documents, what lacks; one form open at a time. */
import { ListPlus, PencilLine } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { ComplementFact } from '@/lib/domain/checklist-complement';
import { complementStateKey, itemAnswerKey, problemKey } from '@/lib/protocols/keys';
import { calendarDay } from '../format';
import type { FormState } from '../journal/ProofFields';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { ComplementForm, type ComplementFormProps } from './ComplementForm';
import type { ComplementDraft, Lacks } from './complement-draft';

export interface ComplementView {
  readonly fact: ComplementFact;
  readonly state: 'open' | 'said' | 'proven' | 'over';
  readonly lacks: Lacks | null;
  /** Its last version, to go on from. */
  readonly draft: ComplementDraft;
}

type FormGiven = Pick<ComplementFormProps, 'today' | 'captures' | 'readDays' | 'readItems' | keyof FormState>;

export interface ComplementPartProps extends FormGiven {
  readonly requests: readonly ComplementView[];
  readonly fresh: (name: string) => ComplementDraft;
  /** A form was left without saving. */
  readonly onLeave: () => void;
  /** @param done to be called once it is written */
  readonly onSubmit: (draft: ComplementDraft, done: () => void) => void;
}

export function ComplementPart(props: ComplementPartProps) {
  const { t } = useSpeech();
  const title = useId();
  const { requests } = props;
  const [open, setOpen] = useState<ComplementDraft | null>(null);
  const names = requests.map(({ fact }) => fact.request);
  const close = (): void => {
    props.onLeave();
    setOpen(null);
  };
  return (
    <section class="sheet stack-loose" aria-labelledby={title} data-complements>
      <h2 id={title}>{t('follow.complement.title')}</h2>
      {requests.length === 0 && !open ? <p class="soft">{t('follow.complement.none')}</p> : null}
      {requests.map((request) =>
        open?.request === request.fact.request && !open.isNew ? null : (
          <Request key={request.fact.request} {...request} onEdit={() => setOpen(request.draft)} />
        ),
      )}
      {open ? (
        <ComplementForm
          key={open.isNew ? 'new' : open.request}
          {...props}
          initial={open}
          taken={names}
          onSubmit={(draft) => props.onSubmit(draft, () => setOpen(null))}
          onCancel={close}
        />
      ) : (
        <div class="row">
          <Button
            icon={ListPlus}
            kind={requests.length === 0 ? 'primary' : 'plain'}
            name="add-complement"
            onClick={() => setOpen(props.fresh(t('follow.complement.first-name', { n: requests.length + 1 })))}
          >
            {t('follow.complement.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Request({ fact, state, lacks, onEdit }: ComplementView & { readonly onEdit: () => void }) {
  const { t, locale } = useSpeech();
  const date = (day: string): string =>
    calendarDay(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <article class="stack" data-request={fact.request} data-state={state}>
      <h3>{fact.request}</h3>
      <p class="keep-day">
        {fact.deadline ? t('follow.complement.keep', { date: date(fact.deadline) }) : t('follow.complement.no-day')}
      </p>
      <p>
        <span class={state === 'proven' ? 'tag tag-strong' : 'tag'}>{t(complementStateKey(state))}</span>
      </p>
      {lacks ? <LacksBanner lacks={lacks} date={fact.deadline ? date(fact.deadline) : ''} /> : null}
      <ol class="bullets">
        {fact.items.map((item) => (
          <li key={item.id}>
            {item.label} <span class="soft">({t(problemKey(item.problem))})</span>
            {' — '}
            {item.answer ? t(itemAnswerKey(item.answer)) : t('follow.complement.answer-none')}
            {item.file ? ` — ${item.file.name}` : null}
          </li>
        ))}
      </ol>
      <div class="row">
        <Button icon={PencilLine} name="edit-complement" onClick={onEdit}>
          {t('follow.complement.edit', { name: fact.request })}
        </Button>
      </div>
    </article>
  );
}

function LacksBanner({ lacks, date }: { readonly lacks: Lacks; readonly date: string }) {
  const { t } = useSpeech();
  return (
    <Banner
      tone={lacks.when === 'soon' ? 'warn' : 'alarm'}
      name="complement-lacks"
      title={t(`follow.complement.${lacks.when}`, { date })}
    >
      <ul class="bullets">
        {lacks.items > 0 ? <li>{t('follow.complement.lacks.items', { n: lacks.items })}</li> : null}
        {lacks.what.map((what) => (
          <li key={what} data-lacks={what}>
            {t(`follow.complement.lacks.${what}`)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
