/** Masking parts of a picture: what it does, the picture with its boxes, their list, what goes into the export. */
import { ArrowLeft, Eye, Hand, SquarePlus, Undo2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { displayNumber } from '@/lib/domain/entry';
import { boxesOf, type Size, touchesBand } from '@/lib/domain/redact';
import { type Box, MAX_BOXES } from '@/lib/domain/redacted';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { SaveOrCancel } from '../ui/SaveOrCancel';
import { BoxList } from './BoxList';
import { boxInView, type Drawing, type DrawingAction, draw, keyed, type Press, startDrawing } from './boxes-model';
import { Stage, sides } from './Stage';

export interface RedactDraft {
  /** Whole, inside the picture, none inside another. */
  readonly boxes: readonly Box[];
  readonly why: string;
  readonly originalInPack: boolean;
}

export interface RedactScreenProps {
  readonly seq: number;
  readonly size: Size;
  /** Address of the picture; null while it is read. */
  readonly url: string | null;
  /** Rows of the stamp's band. */
  readonly band: number;
  readonly initial: RedactDraft;
  /** The picture was masked before: this one will count. */
  readonly again: boolean;
  /** Whether the line says a page's title and address. */
  readonly isPage: boolean;
  /** Captures of the same page that are not masked. */
  readonly siblings: readonly number[];
  readonly busy: boolean;
  readonly error: string | null;
  readonly onSave: (draft: RedactDraft) => void;
  readonly onCancel: () => void;
}

export function RedactScreen(props: RedactScreenProps) {
  const { t } = useSpeech();
  const { seq, size, initial, busy, onSave, onCancel } = props;
  const [drawing, setDrawing] = useState(() => startDrawing(initial.boxes));
  const [choices, setChoices] = useState({ why: initial.why, originalInPack: initial.originalInPack });
  const [asked, setAsked] = useState(false);
  const boxes = boxesOf(drawing.boxes, size).map(sides);
  return (
    <form
      class="stack-loose"
      data-redact="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (boxes.length > 0 && !busy) onSave({ boxes, ...choices });
      }}
    >
      <div>
        <Button kind="quiet" icon={ArrowLeft} name="back" onClick={onCancel}>
          {t('redact.back', { number: displayNumber(seq) })}
        </Button>
      </div>
      <h1 tabIndex={-1}>{t('redact.title', { number: displayNumber(seq) })}</h1>
      <Explain {...props} />
      <Editor {...props} drawing={drawing} onDraw={setDrawing} />
      <PackChoice {...choices} onChange={setChoices} />
      <Announcer urgent>
        {asked && boxes.length === 0 ? <Banner tone="alarm" title={t('redact.no-box')} /> : null}
        <Failure error={props.error} />
      </Announcer>
      <SaveOrCancel busy={busy} onCancel={onCancel} />
    </form>
  );
}

function Failure({ error }: { readonly error: string | null }) {
  const speech = useSpeech();
  return error ? <Banner tone="alarm" name="problem" title={errorSentence(error, speech)} /> : null;
}

/** What is hidden and what stays, before the first box. */
function Explain({ again, isPage, siblings }: RedactScreenProps) {
  const { t } = useSpeech();
  return (
    <section class="sheet stack" aria-labelledby="redact-what">
      <h2 id="redact-what">{t('redact.what')}</h2>
      <ul class="bullets">
        <li>{t('redact.what.copy')}</li>
        <li>{t('redact.what.original')}</li>
        <li>{t(isPage ? 'redact.what.page' : 'redact.what.file')}</li>
        <li>{t('redact.what.earlier')}</li>
        <li>{t('redact.what.wide')}</li>
      </ul>
      {again ? <Banner tone="plain" title={t('redact.again')} /> : null}
      {siblings.length > 0 ? (
        <Banner tone="warn" name="siblings" title={t('redact.siblings', { count: siblings.length })}>
          <p class="row">
            {siblings.slice(0, 12).map((seq) => (
              <a key={seq} href={`#/piece/${seq}`}>
                {displayNumber(seq)}
              </a>
            ))}
          </p>
        </Banner>
      ) : null}
    </section>
  );
}

interface EditorProps extends RedactScreenProps {
  readonly drawing: Drawing;
  readonly onDraw: (drawing: Drawing) => void;
}

const ZOOMS = ['fit', '0.5', '1', '2'] as const;

/** How the picture shows; nothing of it is kept. */
interface Looks {
  readonly zoom: (typeof ZOOMS)[number];
  readonly preview: boolean;
  readonly finger: boolean;
}

interface ToolsProps {
  readonly looks: Looks;
  readonly onLooks: (looks: Looks) => void;
  readonly canUndo: boolean;
  readonly onAdd: () => void;
  readonly onUndo: () => void;
}

function Tools({ looks, onLooks, canUndo, onAdd, onUndo }: ToolsProps) {
  const { t } = useSpeech();
  const { zoom, preview, finger } = looks;
  return (
    <div class="row redact-tools">
      <Button icon={SquarePlus} name="add-box" onClick={onAdd}>
        {t('redact.add')}
      </Button>
      <Button icon={Undo2} name="undo" busy={!canUndo} onClick={onUndo}>
        {t('redact.undo')}
      </Button>
      <Toggle
        icon={Eye}
        name="preview"
        on={preview}
        label={t('redact.preview')}
        onToggle={(on) => onLooks({ ...looks, preview: on })}
      />
      <Toggle
        icon={Hand}
        name="finger"
        on={finger}
        label={t('redact.finger')}
        onToggle={(on) => onLooks({ ...looks, finger: on })}
      />
      <Field label={t('redact.zoom')}>
        {(ids) => (
          <select
            {...ids}
            data-redact="zoom"
            value={zoom}
            onChange={(event) =>
              onLooks({ ...looks, zoom: ZOOMS.find((one) => one === event.currentTarget.value) ?? 'fit' })
            }
          >
            {ZOOMS.map((one) => (
              <option key={one} value={one}>
                {t(one === 'fit' ? 'redact.zoom.fit' : 'redact.zoom.times', { percent: Number(one) * 100 })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function Editor(props: EditorProps) {
  const { t } = useSpeech();
  const { seq, size, url, band, drawing } = props;
  const view = useRef<HTMLElement>(null);
  const { said, act, key } = useActs(props, view);
  const [looks, setLooks] = useState<Looks>({ zoom: 'fit', preview: false, finger: true });
  const handlers = {
    onAdd: (box: Box) => act({ is: 'add', box }),
    onChange: (id: number, box: Box) => act({ is: 'change', id, box }),
    onRemove: (id: number) => act({ is: 'remove', id }),
    onKey: key,
  };
  return (
    <>
      <section class="stack" aria-labelledby="redact-picture">
        <h2 id="redact-picture">{t('redact.picture')}</h2>
        <p>{t('redact.how')}</p>
        <p id="redact-keys">{t('redact.keys')}</p>
        <Tools
          looks={looks}
          onLooks={setLooks}
          canUndo={drawing.before.length > 0}
          onAdd={() => act({ is: 'add', box: boxInView(inView(view.current, size), size) }, true)}
          onUndo={() => act({ is: 'undo' })}
        />
        <Announcer>
          <p class="small" data-redact="said">
            {said}
          </p>
        </Announcer>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or the keyboard cannot scroll it (WCAG 2.1.1) */}
        <section ref={view} class="redact-view" aria-label={t('redact.view')} tabIndex={0}>
          {url ? (
            <Stage
              {...handlers}
              url={url}
              alt={t('redact.alt', { number: displayNumber(seq) })}
              size={size}
              boxes={drawing.boxes}
              shownWidth={looks.zoom === 'fit' ? null : size.width * Number(looks.zoom)}
              drawing={looks.finger}
              preview={looks.preview}
            />
          ) : (
            <p>{t('redact.loading')}</p>
          )}
        </section>
        {drawing.boxes.some((box) => touchesBand(box, size, band)) ? (
          <Banner tone="warn" name="band" title={t('redact.band')} />
        ) : null}
      </section>
      <BoxList boxes={drawing.boxes} onChange={handlers.onChange} onRemove={handlers.onRemove} />
    </>
  );
}

/** Does an action, says what it did, and puts the focus where the person goes on. */
function useActs({ drawing, onDraw, size }: EditorProps, view: { readonly current: HTMLElement | null }) {
  const { t } = useSpeech();
  const [said, setSaid] = useState('');
  // A key that is held down comes again before the screen was drawn.
  const latest = useRef(drawing);
  latest.current = drawing;
  const focus = (number: number): void => {
    // After the drawing that adds or removes it.
    setTimeout(() => {
      const box = view.current?.querySelector<HTMLElement>(`[data-box="${number}"]`);
      (box ?? view.current)?.focus();
    });
  };
  const act = (action: DrawingAction, then = false): void => {
    const now = latest.current;
    const next = draw(now, action, size);
    const place = 'id' in action ? now.boxes.findIndex(({ id }) => id === action.id) + 1 : next.boxes.length;
    if (next === now) {
      if (action.is === 'add') setSaid(t('redact.said.none', { max: MAX_BOXES }));
      return;
    }
    latest.current = next;
    onDraw(next);
    if (action.is === 'undo') setSaid(t('redact.said.undo', { count: next.boxes.length }));
    else if (action.is === 'remove') setSaid(t('redact.said.remove', { n: place, count: next.boxes.length }));
    else {
      const box = next.boxes[place - 1];
      if (box) setSaid(t(action.is === 'add' ? 'redact.said.add' : 'redact.said.change', { n: place, ...sides(box) }));
    }
    if (then) focus(place);
    else if (action.is === 'remove') focus(Math.min(place, next.boxes.length));
  };
  const key = (id: number, press: Press): boolean => {
    const box = latest.current.boxes.find((one) => one.id === id);
    const next = box ? keyed(box, press, size) : null;
    if (!next) return false;
    act(next === 'remove' ? { is: 'remove', id } : { is: 'change', id, box: next });
    return true;
  };
  return { said, act, key };
}

/** The part of the picture that shows now, in its pixels. */
function inView(view: HTMLElement | null, size: Size): Box {
  const stage = view?.querySelector<HTMLElement>('[data-redact="stage"]');
  const whole = { x: 0, y: 0, ...size };
  if (!view || !stage || stage.clientWidth === 0) return whole;
  const scale = size.width / stage.clientWidth;
  return {
    x: view.scrollLeft * scale,
    y: view.scrollTop * scale,
    width: Math.min(size.width, view.clientWidth * scale),
    height: Math.min(size.height, view.clientHeight * scale),
  };
}

interface ToggleProps {
  readonly icon: typeof Eye;
  readonly name: string;
  readonly on: boolean;
  readonly label: string;
  readonly onToggle: (on: boolean) => void;
}

function Toggle({ icon: Drawn, name, on, label, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      class="button button-plain redact-toggle"
      aria-pressed={on}
      data-action={name}
      onClick={() => onToggle(!on)}
    >
      <Drawn aria-hidden="true" class="icon" />
      <span>{label}</span>
    </button>
  );
}

interface Choices {
  readonly why: string;
  readonly originalInPack: boolean;
}

function PackChoice({ why, originalInPack, onChange }: Choices & { readonly onChange: (choices: Choices) => void }) {
  const { t } = useSpeech();
  const pick = (joined: boolean): void => onChange({ why, originalInPack: joined });
  return (
    <section class="stack" aria-labelledby="redact-pack">
      <h2 id="redact-pack">{t('redact.pack')}</h2>
      <fieldset class="stack-tight">
        <legend class="visually-hidden">{t('redact.pack')}</legend>
        <Choice
          type="radio"
          name="original"
          checked={!originalInPack}
          label={t('redact.pack.copy')}
          hint={t('redact.pack.copy-hint')}
          onChange={() => pick(false)}
        />
        <Choice
          type="radio"
          name="original"
          checked={originalInPack}
          label={t('redact.pack.both')}
          hint={t('redact.pack.both-hint')}
          onChange={() => pick(true)}
        />
      </fieldset>
      <Field label={t('redact.why')} hint={t('redact.why-hint')}>
        {(ids) => (
          <input
            {...ids}
            value={why}
            maxLength={500}
            data-redact="why"
            onInput={(event) => onChange({ why: event.currentTarget.value, originalInPack })}
          />
        )}
      </Field>
    </section>
  );
}
