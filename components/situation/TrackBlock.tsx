/** The track that is followed: what was ticked proposes one, the person confirms it or picks another. */
import { ArrowRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { DOSSIER_TRACKS } from '@/lib/protocols';
import { tracksFor } from '@/lib/protocols/blockages';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Field';
import { Block, type BlockProps } from './Block';

export function TrackBlock({ draft, triage, onChange }: BlockProps) {
  const { t, labels } = useSpeech();
  const [picking, setPicking] = useState(false);
  const led = tracksFor(draft.blockages);
  const proposed = led.filter((track) => DOSSIER_TRACKS.some(({ id }) => id === track));
  // A track that is followed already is nothing to propose.
  const [propose] = proposed.includes(draft.track) ? [] : proposed;
  return (
    <Block name="track" title={t('situation.track')} triage={triage} facts={['track']}>
      <p data-track={draft.track}>
        <strong>{t('situation.track-now', { track: labels.track(draft.track) })}</strong>
      </p>
      {led.includes('T0') ? <Banner tone="warn" name="ask-first" title={t('situation.ask-first')} /> : null}
      <div role="status">
        {propose ? (
          <div class="stack-tight" data-proposed-track={propose}>
            <p>{t('situation.track-proposed', { track: labels.track(propose) })}</p>
            <Button icon={ArrowRight} name="follow-track" onClick={() => onChange({ track: propose })}>
              {t('situation.track-follow')}
            </Button>
          </div>
        ) : null}
      </div>
      {picking ? (
        <div>
          {DOSSIER_TRACKS.map(({ id }) => (
            <Choice
              key={id}
              type="radio"
              name="track"
              checked={draft.track === id}
              label={
                <span class="row" data-pick={id}>
                  <span>{labels.track(id)}</span>
                  {proposed.includes(id) ? <span class="tag">{t('situation.track-tag')}</span> : null}
                </span>
              }
              onChange={() => onChange({ track: id })}
            />
          ))}
        </div>
      ) : (
        <div>
          <Button kind="quiet" name="other-track" onClick={() => setPicking(true)}>
            {t('situation.track-other')}
          </Button>
        </div>
      )}
      <p class="small soft">{t('situation.track-new-entry')}</p>
    </Block>
  );
}
