/** The fields that every form with a proof shares: files to join, captures of the dossier, and the end of the form. */
import { displayNumber } from '@/lib/domain/entry';
import { errorSentence } from '../entry/describe';
import { size } from '../format';
import { useSpeech } from '../text';
import { Choice, Field } from '../ui/Field';
import { Progress } from '../ui/Progress';
import { SaveOrCancel } from '../ui/SaveOrCancel';
import { type FileProblem, MAX_FILE_BYTES, MAX_FILES } from './exchange-draft';

/** A line of the dossier that may stand as a proof: a capture, or an added file. */
export interface CaptureOption {
  readonly seq: number;
  readonly label: string;
}

export interface FormState {
  readonly busy: boolean;
  /** Error code of the last try, null when none. */
  readonly error: string | null;
  /** Name of the file that the error speaks of. */
  readonly errorFile?: string | null;
  /** How far the reading of the joined files is; null when none is being read. */
  readonly reading?: { readonly done: number; readonly total: number } | null;
  readonly onStopReading?: () => void;
}

/** The state of a form's saving, out of all that the form receives. */
export function formState({ busy, error, errorFile = null, reading = null, onStopReading }: FormState): FormState {
  return { busy, error, errorFile, reading, ...(onStopReading ? { onStopReading } : {}) };
}

export interface FormEndProps extends FormState {
  /** What happens to what was saved before; else that a line is never changed. */
  readonly note?: string;
  readonly onCancel: () => void;
}

export function FormEnd({ busy, error, errorFile, reading, note, onStopReading, onCancel }: FormEndProps) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      <p class="small soft">{note ?? t('exchange.append-only')}</p>
      <div role="alert">
        {error ? (
          <p class="field-error">
            {errorFile ? <bdi>{t('imports.joined-refused', { name: errorFile })} </bdi> : null}
            {errorSentence(error, speech)}
          </p>
        ) : null}
      </div>
      {reading ? (
        <Progress label={t('imports.progress')} {...reading} {...(onStopReading ? { onCancel: onStopReading } : {})} />
      ) : null}
      <SaveOrCancel busy={busy} onCancel={onCancel} />
    </>
  );
}

export interface FilesProps {
  readonly files: readonly File[];
  readonly problem: FileProblem['files'];
  readonly label?: string;
  readonly onChange: (files: readonly File[]) => void;
}

export function FilesField({ files, problem, label, onChange }: FilesProps) {
  const { t, locale } = useSpeech();
  const limit = size(MAX_FILE_BYTES, locale);
  return (
    <div class="stack">
      <Field
        label={label ?? t('exchange.files')}
        hint={t('exchange.files-hint', { size: limit, count: MAX_FILES })}
        error={problem ? t(`exchange.files-${problem}`, { size: limit, count: MAX_FILES }) : null}
      >
        {(ids) => (
          <input {...ids} type="file" multiple onChange={(event) => onChange([...(event.currentTarget.files ?? [])])} />
        )}
      </Field>
      {files.length > 0 ? (
        <ul class="small">
          {files.map((file) => (
            <li key={file.name}>
              {file.name} ({size(file.size, locale)})
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export interface CapturesProps {
  readonly options: readonly CaptureOption[];
  readonly chosen: readonly number[];
  readonly label?: string;
  readonly onChange: (chosen: readonly number[]) => void;
}

export function CapturesField({ options, chosen, label, onChange }: CapturesProps) {
  const { t } = useSpeech();
  if (options.length === 0) return null;
  const toggle = (seq: number, on: boolean): void =>
    onChange(on ? [...chosen, seq].sort((a, b) => a - b) : chosen.filter((one) => one !== seq));
  return (
    <fieldset class="group">
      <legend>{label ?? t('exchange.captures')}</legend>
      <p class="field-hint">{t('exchange.captures-hint')}</p>
      <div class="scroll-list">
        {options.map((option) => (
          <Choice
            key={option.seq}
            checked={chosen.includes(option.seq)}
            label={
              <>
                <span class="number">{displayNumber(option.seq)}</span> {option.label}
              </>
            }
            onChange={(on) => toggle(option.seq, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}
