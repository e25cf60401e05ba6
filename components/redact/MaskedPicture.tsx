/** A masked picture in its entry: the copy first, the picture as it was only when the person asks for it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntryOf } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { Figure } from '../entry/EntryFiles';
import type { LoadBlob } from '../entry/Picture';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';

export interface Masked {
  readonly entry: EntryOf<'redacted'>;
  /** The copy was removed; what it hid stays hidden. */
  readonly gone: boolean;
}

export interface MaskedPictureProps {
  readonly masked: Masked;
  readonly loadBlob: LoadBlob;
  /** The picture as it was; absent on the masking's own page. */
  readonly children?: ComponentChildren;
}

export function MaskedPicture({ masked, loadBlob, children }: MaskedPictureProps) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const { data, seq } = masked.entry;
  const number = displayNumber(seq);
  return (
    <section class="stack" aria-labelledby="entry-masked" data-masked={seq}>
      <h2 id="entry-masked">{t('redact.shown')}</h2>
      {masked.gone ? (
        <Banner tone="warn" title={t('redact.shown.gone')} />
      ) : (
        <>
          <p>{t(data.originalInPack ? 'redact.shown.with-original' : 'redact.shown.copy-only', { number })}</p>
          <Figure
            picture={data.copy}
            name={`${displayNumber(data.target)}-caviardee.png`}
            label={t('redact.shown.copy')}
            loadBlob={loadBlob}
          />
        </>
      )}
      {children === undefined ? (
        <p>
          <a href={`#/piece/${data.target}`}>{t('redact.shown.target', { number: displayNumber(data.target) })}</a>
        </p>
      ) : (
        <>
          <div>
            <ShowOriginal open={open} onToggle={() => setOpen(!open)} />
          </div>
          {open ? children : null}
        </>
      )}
    </section>
  );
}

function ShowOriginal({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) {
  const { t } = useSpeech();
  return (
    <button
      type="button"
      class="button button-plain"
      aria-expanded={open}
      data-action="show-original"
      onClick={onToggle}
    >
      <span>{t('redact.shown.original')}</span>
    </button>
  );
}
