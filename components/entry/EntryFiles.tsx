/** The pictures of a capture and the files of an exchange: shown, and saved one by one. */
import { Download } from 'lucide-preact';
import type { EntryOf, FileRef, PictureRef } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { size } from '../format';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Icon } from '../ui/Icon';
import { type LoadBlob, useBlobUrl } from './Picture';

export function Files({ files, loadBlob }: { readonly files: readonly FileRef[]; readonly loadBlob: LoadBlob }) {
  const { t } = useSpeech();
  return (
    <section class="stack" aria-labelledby="entry-files">
      <h2 id="entry-files">{t('entry.files')}</h2>
      <ul class="stack">
        {files.map((file) => (
          <li key={file.sha256}>
            <SaveLink
              sha256={file.sha256}
              name={file.name}
              label={t('entry.save-file', { name: file.name })}
              loadBlob={loadBlob}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Pictures({
  entry,
  loadBlob,
  gone,
}: {
  readonly entry: EntryOf<'capture'>;
  readonly loadBlob: LoadBlob;
  readonly gone: boolean;
}) {
  const { t } = useSpeech();
  const { data } = entry;
  const base = displayNumber(entry.seq);
  return (
    <section class="stack" aria-labelledby="entry-pictures">
      <h2 id="entry-pictures">{t('entry.pictures')}</h2>
      <p>{t(`method.${data.method}`, { views: data.views ?? 0 })}</p>
      {data.method === 'rerendered' ? <Banner tone="warn" title={t('entry.rerendered')} /> : null}
      {data.uniform ? <Banner tone="warn" title={t('entry.uniform')} /> : null}
      {data.stamped ? null : (
        <Banner tone="warn" title={t('entry.unstamped')}>
          {data.stampError ? <p class="mono">{data.stampError}</p> : null}
        </Banner>
      )}
      {gone ? null : (
        <div class="pair">
          <Figure
            picture={data.original}
            name={`${base}-original.png`}
            label={t('entry.original')}
            loadBlob={loadBlob}
          />
          {data.stamped ? (
            <Figure
              picture={data.stamped}
              name={`${base}-estampillee.png`}
              label={t('entry.stamped')}
              loadBlob={loadBlob}
            />
          ) : null}
        </div>
      )}
    </section>
  );
}

export interface FigureProps {
  readonly picture: PictureRef;
  readonly name: string;
  readonly label: string;
  readonly loadBlob: LoadBlob;
}

export function Figure({ picture, name, label, loadBlob }: FigureProps) {
  const { t, locale } = useSpeech();
  const { url, failed } = useBlobUrl(picture.sha256, loadBlob);
  return (
    <figure class="picture">
      <figcaption>
        <strong>{label}</strong>{' '}
        <span class="soft small">
          {t('entry.picture-size', { width: picture.width, height: picture.height, size: size(picture.bytes, locale) })}
        </span>
      </figcaption>
      {failed ? <Banner tone="alarm" title={t('errors.blob-missing')} /> : null}
      {url ? (
        <>
          <a href={url} target="_blank" rel="noreferrer">
            <img src={url} alt={label} width={picture.width} height={picture.height} />
          </a>
          <a class="button" href={url} download={name}>
            <Icon of={Download} />
            {t('entry.save')}
            <span class="visually-hidden">{name}</span>
          </a>
        </>
      ) : null}
    </figure>
  );
}

export function SaveLink({
  sha256,
  name,
  label,
  loadBlob,
}: {
  readonly sha256: string;
  readonly name: string;
  readonly label: string;
  readonly loadBlob: LoadBlob;
}) {
  const { t } = useSpeech();
  const { url, failed } = useBlobUrl(sha256, loadBlob);
  if (failed) return <Banner tone="alarm" title={t('errors.blob-missing')} />;
  return url ? (
    <a class="button" href={url} download={name}>
      <Icon of={Download} />
      {label}
    </a>
  ) : null;
}
