/** The picture with its boxes: drawn, moved and resized by mouse, finger or keyboard. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Size } from '@/lib/domain/redact';
import type { Box } from '@/lib/domain/redacted';
import { useSpeech } from '../text';
import { type DrawnBox, moved, type Press, resized } from './boxes-model';

export interface StageProps {
  readonly url: string;
  readonly alt: string;
  readonly size: Size;
  readonly boxes: readonly DrawnBox[];
  /** Width of the picture on the screen in CSS pixels; null fits it to the page. */
  readonly shownWidth: number | null;
  /** A finger draws instead of scrolling. */
  readonly drawing: boolean;
  /** Boxes show as they will be in the copy. */
  readonly preview: boolean;
  readonly onAdd: (box: Box) => void;
  readonly onChange: (id: number, box: Box) => void;
  /** A key on a box. @returns false when it means nothing there */
  readonly onKey: (id: number, press: Press) => boolean;
}

interface Drag {
  readonly does: 'draw' | 'move' | 'resize';
  readonly id: number | null;
  readonly from: { readonly x: number; readonly y: number };
  readonly box: Box;
}

/** A shorter gesture is a press, not a box. */
const LEAST = 4;

function usePicturePoint(size: Size) {
  const stage = useRef<HTMLDivElement>(null);
  const point = (event: PointerEvent): { x: number; y: number } => {
    const frame = stage.current?.getBoundingClientRect();
    if (!frame || frame.width === 0) return { x: 0, y: 0 };
    const scale = size.width / frame.width;
    return { x: (event.clientX - frame.left) * scale, y: (event.clientY - frame.top) * scale };
  };
  return { stage, point };
}

/** One gesture at a time; the box that it makes is given when the pointer is lifted. */
function useDrag({ size, drawing, onAdd, onChange }: StageProps) {
  const { stage, point } = usePicturePoint(size);
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = (event: PointerEvent, does: Drag['does'], from: DrawnBox | null): void => {
    if (event.button !== 0 || (does === 'draw' && event.pointerType === 'touch' && !drawing)) return;
    const at = point(event);
    stage.current?.setPointerCapture(event.pointerId);
    setDrag({ does, id: from?.id ?? null, from: at, box: from ?? { ...at, width: 0, height: 0 } });
    event.stopPropagation();
  };
  const now = (event: PointerEvent): Box | null => {
    if (!drag) return null;
    const at = point(event);
    const [dx, dy] = [at.x - drag.from.x, at.y - drag.from.y];
    if (drag.does === 'draw') return { ...drag.from, width: dx, height: dy };
    return (drag.does === 'move' ? moved : resized)(drag.box, dx, dy, size);
  };
  const [live, setLive] = useState<Box | null>(null);
  const end = (event: PointerEvent): void => {
    const box = now(event);
    if (drag && box) {
      const long = Math.abs(box.width) >= LEAST && Math.abs(box.height) >= LEAST;
      if (drag.id === null && long) onAdd(box);
      if (drag.id !== null) onChange(drag.id, box);
    }
    setDrag(null);
    setLive(null);
  };
  const cancel = (): void => {
    setDrag(null);
    setLive(null);
  };
  return { stage, drag, live, start, move: (event: PointerEvent) => setLive(now(event)), end, cancel };
}

const percent = (value: number, of: number): string => `${(100 * value) / of}%`;

/** Physical sides on purpose: a picture does not turn with the language. */
function placed(box: Box, { width, height }: Size): JSX.CSSProperties {
  const [left, right] = [Math.min(box.x, box.x + box.width), Math.max(box.x, box.x + box.width)];
  const [top, bottom] = [Math.min(box.y, box.y + box.height), Math.max(box.y, box.y + box.height)];
  return {
    left: percent(left, width),
    top: percent(top, height),
    width: percent(right - left, width),
    height: percent(bottom - top, height),
  };
}

export function Stage(props: StageProps) {
  const { url, alt, size, boxes, shownWidth, drawing, preview } = props;
  const { stage, drag, live, start, move, end, cancel } = useDrag(props);
  return (
    <div
      ref={stage}
      dir="ltr"
      class={`redact-stage${preview ? ' redact-preview' : ''}${drawing ? ' redact-drawing' : ''}`}
      style={shownWidth === null ? { width: '100%' } : { width: `${shownWidth}px` }}
      data-redact="stage"
      onPointerDown={(event) => start(event, 'draw', null)}
      onPointerMove={drag ? move : undefined}
      onPointerUp={drag ? end : undefined}
      onPointerCancel={cancel}
    >
      <img src={url} alt={alt} width={size.width} height={size.height} draggable={false} />
      {boxes.map((box, index) => (
        <BoxHandle
          key={box.id}
          {...props}
          box={box}
          number={index + 1}
          shown={drag?.id === box.id && live ? live : box}
          onGrab={start}
        />
      ))}
      {drag?.does === 'draw' && live ? <span class="redact-box redact-new" style={placed(live, size)} /> : null}
    </div>
  );
}

interface BoxHandleProps extends StageProps {
  readonly box: DrawnBox;
  readonly number: number;
  readonly shown: Box;
  readonly onGrab: (event: PointerEvent, does: Drag['does'], from: DrawnBox) => void;
}

function BoxHandle({ box, number, shown, size, onGrab, onKey }: BoxHandleProps) {
  const { t } = useSpeech();
  const pressed = (event: KeyboardEvent): void => {
    if (onKey(box.id, event)) event.preventDefault();
  };
  return (
    <button
      type="button"
      class="redact-box"
      style={placed(shown, size)}
      data-box={number}
      aria-label={t('redact.box.name', { n: number, ...sides(box) })}
      aria-describedby="redact-keys"
      onKeyDown={pressed}
      onPointerDown={(event) => onGrab(event, 'move', box)}
    >
      <span class="redact-number" aria-hidden="true">
        {number}
      </span>
      <span class="redact-corner" aria-hidden="true" onPointerDown={(event) => onGrab(event, 'resize', box)} />
    </button>
  );
}

/** The four numbers that a sentence says. */
export const sides = ({ x, y, width, height }: Box) => ({ x, y, width, height });
