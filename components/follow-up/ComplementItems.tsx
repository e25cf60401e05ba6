/** The documents of a complement request: added, put in order, taken away with the keyboard as with the mouse; what happened is said. */
import { ArrowDown, ArrowUp, ListPlus, Plus, Trash2 } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { displayNumber, ITEM_ANSWERS, ITEM_PROBLEMS, MAX_TEXT } from '@/lib/domain/entry';
import { size } from '../format';
import { MAX_FILE_BYTES } from '../journal/exchange-draft';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import {
  addItems,
  type ComplementDraft,
  changeItem,
  type ItemDraft,
  MAX_ITEMS,
  moveItem,
  removeItem,
} from './complement-draft';

/** « La taille maximale : 10 Mo »: the portal's own message (domain.md § 2.4). */
const PORTAL_BYTES = 10_000_000;

/** Documents that a captured page named. */
export interface ReadItems {
  readonly seq: number;
  readonly items: readonly { readonly label: string; readonly problem: ItemDraft['problem'] }[];
}

export interface ComplementItemsProps {
  readonly draft: ComplementDraft;
  /** Documents without a name, once the person wanted to save. */
  readonly nameless: readonly string[];
  /** Documents whose file is too large to be read, once the person wanted to save. */
  readonly large: readonly string[];
  readonly read: readonly ReadItems[];
  readonly onChange: (draft: ComplementDraft) => void;
}

/** Where the focus goes once the list is drawn again. */
type Focus = { readonly item: string; readonly on: 'label' | 'up' | 'down' } | 'add';

export function ComplementItems({ draft, nameless, large, read, onChange }: ComplementItemsProps) {
  const { t } = useSpeech();
  const title = useId();
  const [said, setSaid] = useState('');
  const { holder, focusOn } = useFocusAfter(draft);
  const { items } = draft;
  const add = (added: ReadItems['items']): void => {
    const next = addItems(draft, added);
    const first = next.items[items.length];
    if (first) focusOn({ item: first.id, on: 'label' });
    onChange(next);
  };
  const move = (item: ItemDraft, index: number, by: -1 | 1): void => {
    focusOn({ item: item.id, on: by === -1 ? 'up' : 'down' });
    setSaid(t('follow.complement.moved', { from: index + 1, to: index + 1 + by }));
    onChange(moveItem(draft, item.id, by));
  };
  const remove = (item: ItemDraft, index: number): void => {
    const neighbour = items[index + 1] ?? items[index - 1];
    focusOn(neighbour ? { item: neighbour.id, on: 'label' } : 'add');
    setSaid(t('follow.complement.removed', { n: index + 1 }));
    onChange(removeItem(draft, item.id));
  };
  return (
    <section ref={holder} class="stack" aria-labelledby={title} data-items={items.length}>
      <h3 id={title}>{t('follow.complement.items')}</h3>
      {items.length === 0 ? <p class="soft">{t('follow.complement.items-none')}</p> : null}
      <ol class="items">
        {items.map((item, index) => (
          <li key={item.id}>
            <ItemFields
              item={item}
              index={index}
              last={index === items.length - 1}
              nameless={nameless.includes(item.id)}
              large={large.includes(item.id)}
              onChange={(part) => onChange(changeItem(draft, item.id, part))}
              onMove={(by) => move(item, index, by)}
              onRemove={() => remove(item, index)}
            />
          </li>
        ))}
      </ol>
      <div role="status" class="small">
        {said}
      </div>
      {items.length < MAX_ITEMS ? <AddItems read={read} onAdd={add} /> : null}
    </section>
  );
}

interface AddProps extends Pick<ComplementItemsProps, 'read'> {
  readonly onAdd: (items: ReadItems['items']) => void;
}

/** One more, empty, or those that a page named. */
function AddItems({ read, onAdd }: AddProps) {
  const { t } = useSpeech();
  return (
    <div class="row">
      <Button icon={Plus} name="add-item" onClick={() => onAdd([{ label: '', problem: 'missing' }])}>
        {t('follow.complement.item-add')}
      </Button>
      {read.map((page) => (
        <Button key={page.seq} icon={ListPlus} name="use-items" onClick={() => onAdd(page.items)}>
          {t('follow.complement.use-items', { number: displayNumber(page.seq) })}
        </Button>
      ))}
    </div>
  );
}

/** Puts the focus where the person goes on, after the drawing that their click asked for. */
function useFocusAfter(draft: ComplementDraft) {
  const holder = useRef<HTMLElement>(null);
  const wanted = useRef<Focus | null>(null);
  // Depends on more than it reads: runs when the list was drawn again.
  useEffect(() => {
    const focus = wanted.current;
    wanted.current = null;
    if (focus === null) return;
    if (focus === 'add') return holder.current?.querySelector<HTMLElement>('[data-action="add-item"]')?.focus();
    const item = holder.current?.querySelector(`[data-item="${focus.item}"]`);
    const button = focus.on === 'label' ? null : item?.querySelector<HTMLElement>(`[data-action="item-${focus.on}"]`);
    // At the edge of the list that button is gone.
    (button ?? item?.querySelector<HTMLElement>('input'))?.focus();
  }, [draft.items]);
  return {
    holder,
    focusOn: (focus: Focus): void => {
      wanted.current = focus;
    },
  };
}

interface ItemProps {
  readonly item: ItemDraft;
  readonly index: number;
  readonly last: boolean;
  readonly nameless: boolean;
  readonly large: boolean;
  readonly onChange: (part: Partial<ItemDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function ItemFields({ item, index, last, nameless, large, onChange, onMove, onRemove }: ItemProps) {
  const { t } = useSpeech();
  return (
    <fieldset class="sheet stack" data-item={item.id}>
      <legend class="visually-hidden">{t('follow.complement.item', { n: index + 1 })}</legend>
      <ItemHead index={index} last={last} onMove={onMove} onRemove={onRemove} />
      <Field label={t('follow.complement.item-label')} error={nameless ? t('follow.complement.item-missing') : null}>
        {(ids) => (
          <input
            {...ids}
            value={item.label}
            maxLength={500}
            autocomplete="off"
            onInput={(event) => onChange({ label: event.currentTarget.value })}
          />
        )}
      </Field>
      <Decisions item={item} onChange={onChange} />
      <Field label={t('follow.complement.observation')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            value={item.observation}
            maxLength={MAX_TEXT}
            onInput={(event) => onChange({ observation: event.currentTarget.value })}
          />
        )}
      </Field>
      {item.words === '' && (item.answer === '' || item.answer === 'provide') ? null : (
        <Field
          label={t('follow.complement.item-words')}
          hint={item.answer === 'already-sent' ? t('follow.complement.item-proof') : undefined}
        >
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              value={item.words}
              data-field="words"
              maxLength={MAX_TEXT}
              onInput={(event) => onChange({ words: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <SlotFile item={item} large={large} onChange={onChange} />
    </fieldset>
  );
}

/** Which file was put in the slot: what is kept of it is said first. Its bytes never enter the journal. */
function SlotFile({ item, large, onChange }: Pick<ItemProps, 'item' | 'large' | 'onChange'>) {
  const { t, locale } = useSpeech();
  const { file } = item;
  const noted = file instanceof File ? null : file;
  const bytes = file === null ? 0 : file instanceof File ? file.size : file.bytes;
  const limit = size(PORTAL_BYTES, locale);
  return (
    <div class="stack">
      <Field
        label={t('follow.complement.item-file')}
        hint={t('follow.complement.item-file-hint', { size: limit })}
        error={large ? t('exchange.files-too-large', { size: size(MAX_FILE_BYTES, locale) }) : null}
      >
        {(ids) => (
          <input
            {...ids}
            type="file"
            data-field="slot-file"
            // A picker that is left without choosing takes back what was just chosen, never what is noted.
            onChange={(event) => onChange({ file: event.currentTarget.files?.[0] ?? noted })}
          />
        )}
      </Field>
      {file ? (
        <p class="small" data-slot-file={file.name}>
          {t('follow.complement.item-file-is', { name: file.name, size: size(bytes, locale) })}
          {bytes > PORTAL_BYTES ? ` ${t('follow.complement.item-file-over', { size: limit })}` : null}
        </p>
      ) : null}
    </div>
  );
}

/** Which document it is, and its three buttons. */
function ItemHead({ index, last, onMove, onRemove }: Pick<ItemProps, 'index' | 'last' | 'onMove' | 'onRemove'>) {
  const { t } = useSpeech();
  const n = index + 1;
  return (
    <div class="row row-apart">
      <strong aria-hidden="true">{t('follow.complement.item', { n })}</strong>
      <div class="item-tools">
        {index > 0 ? (
          <Button kind="quiet" icon={ArrowUp} name="item-up" onClick={() => onMove(-1)}>
            <span class="visually-hidden">{t('follow.complement.item-up', { n })}</span>
          </Button>
        ) : null}
        {last ? null : (
          <Button kind="quiet" icon={ArrowDown} name="item-down" onClick={() => onMove(1)}>
            <span class="visually-hidden">{t('follow.complement.item-down', { n })}</span>
          </Button>
        )}
        <Button kind="quiet" icon={Trash2} name="item-remove" onClick={onRemove}>
          <span class="visually-hidden">{t('follow.complement.item-remove', { n })}</span>
        </Button>
      </div>
    </div>
  );
}

/** What the message says of the document, and what the person does. */
function Decisions({ item, onChange }: Pick<ItemProps, 'item' | 'onChange'>) {
  const { t } = useSpeech();
  return (
    <div class="two">
      <Field label={t('follow.complement.problem')}>
        {(ids) => (
          <select
            {...ids}
            value={item.problem}
            data-field="problem"
            onChange={(event) => onChange({ problem: event.currentTarget.value as ItemDraft['problem'] })}
          >
            {ITEM_PROBLEMS.map((problem) => (
              <option key={problem} value={problem}>
                {t(`complement.problem.${problem}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('follow.complement.answer')}>
        {(ids) => (
          <select
            {...ids}
            value={item.answer}
            data-field="answer"
            onChange={(event) => onChange({ answer: event.currentTarget.value as ItemDraft['answer'] })}
          >
            <option value="">{t('follow.complement.answer-none')}</option>
            {ITEM_ANSWERS.map((answer) => (
              <option key={answer} value={answer}>
                {t(`complement.answer.${answer}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
