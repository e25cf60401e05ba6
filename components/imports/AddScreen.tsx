/** « Ajouter des fichiers »: choose, see what was read, complete, save; each file on its own line, a bad one harms no other. */
import { Check, FileUp, Save, Trash2, TriangleAlert } from 'lucide-preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { displayNumber } from '@/lib/domain/entry';
import { canShow } from '@/lib/domain/imported';
import { MAX_IMPORT_BYTES, MAX_IMPORTS } from '@/lib/imports/limits';
import type { ReadFile } from '@/lib/imports/types';
import { errorSentence } from '../entry/describe';
import { size } from '../format';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Progress } from '../ui/Progress';
import { type ExchangeOption, ImportForm } from './ImportForm';
import { ImportRead } from './ImportRead';
import { type ImportDraft, problemOf } from './import-draft';

/** One file on its way into the journal. */
export interface ImportLine {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly status: 'waiting' | 'reading' | 'refused' | 'ready' | 'saving' | 'saved';
  /** Why it was refused, or why its saving failed. */
  readonly error: string | null;
  readonly read: ReadFile | null;
  readonly draft: ImportDraft | null;
  /** The saving was asked for: what is missing shows. */
  readonly asked: boolean;
  /** Number of the entry that already holds these bytes, or `here` for another line of the list. */
  readonly duplicate: number | 'here' | null;
  readonly fileDay: { readonly day: string; readonly time: string } | null;
  /** Number of its entry, once saved. */
  readonly seq: number | null;
  /** The copy that would be exported, to be looked at. */
  readonly preview: Blob | null;
}

export interface AddScreenProps {
  readonly lines: readonly ImportLine[];
  readonly today: string;
  readonly exchanges: readonly ExchangeOption[];
  /** The exchange that asked for a file, in words; null when none did. */
  readonly purpose: string | null;
  readonly tooMany: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onChange: (id: string, part: Partial<ImportDraft>) => void;
  readonly onSave: (id: string) => void;
  readonly onSaveAll: () => void;
  readonly onRemove: (id: string) => void;
  readonly onCancel: () => void;
}

export function AddScreen(props: AddScreenProps) {
  const { t, locale } = useSpeech();
  const { lines, purpose, tooMany } = props;
  const reading = lines.filter(({ status }) => status === 'waiting' || status === 'reading').length;
  const ready = lines.filter(({ status }) => status === 'ready').length;
  return (
    <section class="stack-loose" data-imports>
      <h1 tabIndex={-1}>{t('imports.title')}</h1>
      {purpose ? <p class="banner-title">{purpose}</p> : null}
      <p>{t('imports.intro')}</p>
      <div class="sheet stack">
        <Chooser onFiles={props.onFiles} />
        <p class="small">{t('imports.limits', { count: MAX_IMPORTS, size: size(MAX_IMPORT_BYTES, locale) })}</p>
        <p class="small">{t('imports.no-identity')}</p>
        <p class="small">{t('imports.crop')}</p>
      </div>
      <div role="alert">
        {tooMany ? <Banner tone="warn" title={t('imports.too-many', { count: MAX_IMPORTS })} /> : null}
      </div>
      {reading > 0 ? (
        <Progress
          label={t('imports.progress')}
          done={lines.length - reading}
          total={lines.length}
          onCancel={props.onCancel}
        />
      ) : null}
      {lines.length > 0 ? (
        <section class="stack" aria-labelledby="imports-list">
          <h2 id="imports-list">{t('imports.list')}</h2>
          <ol class="stack">
            {lines.map((line) => (
              <Line key={line.id} line={line} {...props} />
            ))}
          </ol>
          {ready > 1 ? (
            <div class="row">
              <Button kind="primary" icon={Save} name="save-all" onClick={props.onSaveAll}>
                {t('imports.save-all')}
              </Button>
            </div>
          ) : null}
        </section>
      ) : null}
    </section>
  );
}

/** The browser's own field: it takes the keyboard, the mouse, a drop and the phone's gallery alike. */
function Chooser({ onFiles }: Pick<AddScreenProps, 'onFiles'>) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        <Icon of={FileUp} /> {t('imports.choose')}
      </label>
      <p id={`${id}-hint`} class="field-hint">
        {t('imports.drop')}
      </p>
      <input
        id={id}
        class="input"
        type="file"
        multiple
        data-field="files"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const field = event.currentTarget;
          onFiles([...(field.files ?? [])]);
          // The same file may be chosen again after it was taken off the list.
          field.value = '';
        }}
      />
    </div>
  );
}

type LineProps = AddScreenProps & { readonly line: ImportLine };

function Line(props: LineProps) {
  const { t, locale } = useSpeech();
  const { line, onRemove } = props;
  const done = line.status === 'saved';
  return (
    <li class="sheet stack" data-import={line.status}>
      <h3>
        <bdi>{line.name}</bdi> <span class="soft small">({size(line.bytes, locale)})</span>
      </h3>
      <Status line={line} />
      {line.status === 'ready' || line.status === 'saving' ? <Open {...props} /> : null}
      {done || line.status === 'saving' ? null : (
        <div class="row">
          {line.status === 'ready' ? <SaveButton {...props} /> : null}
          <Button icon={Trash2} name="remove-import" onClick={() => onRemove(line.id)}>
            {t(line.status === 'refused' ? 'imports.remove-line' : 'imports.remove')}
            <span class="visually-hidden"> : {line.name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function SaveButton({ line, onSave }: LineProps) {
  const { t } = useSpeech();
  return (
    <Button kind="primary" icon={Save} name="save-import" onClick={() => onSave(line.id)}>
      {t('imports.save')}
      <span class="visually-hidden"> : {line.name}</span>
    </Button>
  );
}

function Status({ line }: { readonly line: ImportLine }) {
  const speech = useSpeech();
  const { t } = speech;
  const number = line.seq === null ? '' : displayNumber(line.seq);
  return (
    <>
      <p role="status" class="row">
        {line.status === 'saved' ? <Icon of={Check} /> : line.status === 'refused' ? <Icon of={TriangleAlert} /> : null}
        {t(`imports.status.${line.status}`, { number })}
        {line.seq === null ? null : <a href={`#/piece/${line.seq}`}>{t('imports.open-entry', { number })}</a>}
      </p>
      <div role="alert">{line.error ? <p class="field-error">{errorSentence(line.error, speech)}</p> : null}</div>
    </>
  );
}

function Open({ line, today, exchanges, onChange }: LineProps) {
  const { t } = useSpeech();
  const { read, draft, duplicate } = line;
  if (!read || !draft) return null;
  return (
    <>
      {duplicate === null ? null : (
        <Banner
          tone="warn"
          name="duplicate"
          title={
            duplicate === 'here'
              ? t('imports.duplicate-here')
              : t('imports.duplicate', { number: displayNumber(duplicate) })
          }
        />
      )}
      <div class="import-read">
        <Preview line={line} />
        <ImportRead read={read} />
      </div>
      <ImportForm
        read={read}
        draft={draft}
        today={today}
        exchanges={exchanges}
        fileDay={line.fileDay}
        problem={line.asked ? problemOf(draft, today) : null}
        onChange={(part) => onChange(line.id, part)}
      />
    </>
  );
}

/** The copy that would be exported; a picture that says it is enormous is not drawn. */
function Preview({ line }: { readonly line: ImportLine }) {
  const { t } = useSpeech();
  const { preview, read, name } = line;
  const [url, setUrl] = useState<string | null>(null);
  const shown = read?.what === 'picture' && canShow(read.size) ? preview : null;
  useEffect(() => {
    if (!shown) return undefined;
    const made = URL.createObjectURL(shown);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [shown]);
  if (read?.what !== 'picture') return null;
  if (!canShow(read.size)) return <p class="soft">{t('imports.too-large-to-show')}</p>;
  return url ? <img class="import-preview" src={url} alt={t('imports.preview', { name })} /> : null;
}
