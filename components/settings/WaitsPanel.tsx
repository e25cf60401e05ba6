/** The waits of ours, « repère pratique », each with its default: the person may change them; what a text gives is not here. */
import { RotateCcw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { WaitChanges } from '@/lib/domain/checklist-waits';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

export interface WaitRow {
  /** Of the step or the mark. */
  readonly id: string;
  readonly track: string;
  readonly label: string;
  /** The tables' own. */
  readonly days: number;
  readonly urgentDays: number;
}

export interface WaitsProps {
  readonly rows: readonly WaitRow[];
  readonly waits: WaitChanges;
  /** Longest wait, in days. */
  readonly most: number;
  readonly onWaits: (waits: WaitChanges) => void;
}

export function WaitsPanel({ rows, waits, most, onWaits }: WaitsProps) {
  const { t, labels } = useSpeech();
  const change = (row: WaitRow, part: Partial<WaitChanges[string]>): void => {
    const next = { days: row.days, urgentDays: row.urgentDays, ...waits[row.id], ...part };
    const { [row.id]: _was, ...rest } = waits;
    // The notebook's own mark is nobody's change: a later version may move it.
    onWaits(next.days === row.days && next.urgentDays === row.urgentDays ? rest : { ...rest, [row.id]: next });
  };
  const tracks = [...new Set(rows.map((row) => row.track))];
  return (
    <section class="sheet stack" aria-labelledby="waits-title" data-section="waits">
      <h2 id="waits-title">{t('waits.title')}</h2>
      <p>{t('waits.explain')}</p>
      {tracks.map((track) => (
        <details key={track} data-waits={track}>
          <summary>{labels.track(track)}</summary>
          <div class="stack-loose">
            {rows
              .filter((row) => row.track === track)
              .map((row) => (
                <WaitFields
                  key={row.id}
                  row={row}
                  now={waits[row.id] ?? row}
                  most={most}
                  onChange={(part) => change(row, part)}
                />
              ))}
          </div>
        </details>
      ))}
      {Object.keys(waits).length > 0 ? (
        <div>
          <Button icon={RotateCcw} name="reset-waits" onClick={() => onWaits({})}>
            {t('waits.reset')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface FieldsProps {
  readonly row: WaitRow;
  readonly now: WaitChanges[string];
  readonly most: number;
  readonly onChange: (part: Partial<WaitChanges[string]>) => void;
}

function WaitFields({ row, now, most, onChange }: FieldsProps) {
  const { t } = useSpeech();
  return (
    <fieldset class="stack" data-wait={row.id}>
      <legend class="wait-title">{row.label}</legend>
      <p class="small soft">{t('waits.default', { days: row.days, urgent: row.urgentDays })}</p>
      <div class="two">
        <DaysField label={t('waits.days')} value={now.days} most={most} onChange={(days) => onChange({ days })} />
        <DaysField
          label={t('waits.urgent')}
          value={now.urgentDays}
          most={most}
          onChange={(urgentDays) => onChange({ urgentDays })}
        />
      </div>
    </fieldset>
  );
}

interface DaysProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (days: number) => void;
}

/** Written when the field is left: a number half typed is nobody's wait. */
function DaysField({ label, value, most, onChange }: DaysProps) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState<string | null>(null);
  const days = typed === null ? value : Number(typed);
  const bad = typed !== null && (typed.trim() === '' || !Number.isInteger(days) || days < 0 || days > most);
  return (
    <Field label={label} error={bad ? t('waits.bad', { most }) : null}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          min={0}
          max={most}
          step={1}
          value={typed ?? String(value)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={() => {
            if (bad) return;
            setTyped(null);
            if (days !== value) onChange(days);
          }}
        />
      )}
    </Field>
  );
}
