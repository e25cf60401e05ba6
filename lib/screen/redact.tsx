/** Wires the masking of a picture: its bytes, the boxes of the last time, the line that is written. */
import { useMemo } from 'preact/hooks';
import { useBlobUrl } from '@/components/entry/Picture';
import { RedactScreen } from '@/components/redact/RedactScreen';
import { useSpeech } from '@/components/text';
import { Banner } from '@/components/ui/Banner';
import type { Entry } from '@/lib/domain/entry';
import { bandHeight, type RedactionSource, redactions, siblings, sourceOf } from '@/lib/domain/redact';
import { removals } from '@/lib/domain/removals';
import type { Open } from './journal-parts';
import { useLoadBlob } from './use-journal';
import { useSaving } from './use-saving';
import { writeRedaction } from './write-redaction';

type Props = Open & { readonly seq: number; readonly onSaved: (seq: number) => void };

export function RedactPart(props: Props) {
  const { t } = useSpeech();
  const { entries, seq } = props;
  const entry = entries.find((one) => one.seq === seq)?.entry ?? null;
  const removed = useMemo(() => removals(entries), [entries]);
  const source = sourceOf(entry);
  if (!entry || !source || removed.has(seq)) return <Banner tone="warn" title={t('redact.impossible')} />;
  return <Masking {...props} entry={entry} source={source} />;
}

function Masking({
  journal,
  active,
  entries,
  entry,
  source,
  onSaved,
}: Props & { readonly entry: Entry; readonly source: RedactionSource }) {
  const { seq } = entry;
  const loadBlob = useLoadBlob(journal);
  const { url, failed } = useBlobUrl(source.sha256, loadBlob);
  const { state, save } = useSaving(journal);
  const last = useMemo(() => redactions(entries).get(seq) ?? null, [entries, seq]);
  const others = useMemo(() => siblings(seq, entries), [entries, seq]);
  const back = (): void => {
    location.hash = `#/piece/${seq}`;
  };
  return (
    <RedactScreen
      seq={seq}
      size={source}
      url={url}
      band={bandHeight(entry)}
      initial={{
        boxes: last?.data.boxes ?? [],
        why: last?.data.why ?? '',
        originalInPack: last?.data.originalInPack ?? false,
      }}
      again={last !== null}
      isPage={entry.kind === 'capture'}
      siblings={others}
      busy={state.busy}
      error={failed ? 'blob-missing' : state.error}
      onCancel={back}
      onSave={(draft) =>
        save(
          (opened) => writeRedaction(opened, active.id, entry, draft),
          (written) => {
            back();
            onSaved(written);
          },
        )
      }
    />
  );
}
