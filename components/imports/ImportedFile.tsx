/** An added file in its entry: the picture, the text as text, the copy to save, and what stays on the device. */
import { useEffect, useState } from 'preact/hooks';
import type { EntryOf } from '@/lib/domain/entry';
import { canShow } from '@/lib/domain/imported';
import { SaveLink } from '../entry/EntryFiles';
import { type LoadBlob, useBlobUrl } from '../entry/Picture';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';

export function ImportedFile({
  entry,
  loadBlob,
}: {
  readonly entry: EntryOf<'imported'>;
  readonly loadBlob: LoadBlob;
}) {
  const { t } = useSpeech();
  const { data } = entry;
  return (
    <section class="stack" aria-labelledby="entry-imported" data-imported={data.what}>
      <h2 id="entry-imported">{t('entry.imported')}</h2>
      {data.mail && data.mail.autoReply.length > 0 ? <Banner tone="plain" title={t('imports.auto-reply')} /> : null}
      {data.what === 'picture' ? <Shown entry={entry} loadBlob={loadBlob} /> : null}
      {data.text ? <FoundText sha256={data.text.sha256} loadBlob={loadBlob} /> : null}
      <div class="row">
        <SaveLink
          sha256={data.file.sha256}
          name={data.file.name}
          label={t('entry.save-file', { name: data.file.name })}
          loadBlob={loadBlob}
        />
      </div>
      {data.original ? (
        <details>
          <summary>{t('imports.original-here')}</summary>
          <SaveLink
            sha256={data.original.sha256}
            name={data.file.name}
            label={t('imports.save-original')}
            loadBlob={loadBlob}
          />
        </details>
      ) : null}
    </section>
  );
}

function Shown({ entry, loadBlob }: { readonly entry: EntryOf<'imported'>; readonly loadBlob: LoadBlob }) {
  const { t } = useSpeech();
  const { file, size } = entry.data;
  const { url, failed } = useBlobUrl(file.sha256, loadBlob, canShow(size));
  if (!canShow(size)) return <p class="soft">{t('imports.too-large-to-show')}</p>;
  if (failed) return <Banner tone="alarm" title={t('errors.blob-missing')} />;
  return url && size ? (
    <figure class="picture">
      <img src={url} alt={t('imports.preview', { name: file.name })} width={size.width} height={size.height} />
    </figure>
  ) : null;
}

/** Characters drawn: the whole text is in the export. */
const SHOWN = 20_000;

/** Text is text: no link, no markup. */
function FoundText({ sha256, loadBlob }: { readonly sha256: string; readonly loadBlob: LoadBlob }) {
  const { t } = useSpeech();
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    loadBlob(sha256)
      .then((blob) => blob.text())
      .then(
        (found) => here && setText(found),
        (cause) => {
          console.warn('text not readable', sha256, cause);
          if (here) setFailed(true);
        },
      );
    return () => {
      here = false;
    };
  }, [sha256, loadBlob]);
  if (failed) return <Banner tone="alarm" title={t('errors.blob-missing')} />;
  return text === null ? null : (
    <section class="stack-tight" aria-labelledby="entry-imported-text">
      <h3 id="entry-imported-text">{t('entry.imported-text')}</h3>
      <p class="imported-text" dir="auto">
        {text.slice(0, SHOWN)}
      </p>
    </section>
  );
}
