/** « Whose page is it? »: asked before anything else, so that one person's page never enters another's dossier. */
import { UserRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { DossierSummary } from '@/lib/journal/types';
import type { TabState } from '@/lib/messages/contract';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { NewDossierForm, type NewDossierProps } from './NewDossierForm';

export interface OwnerQuestionProps {
  readonly reason: TabState['ownerQuestion'];
  readonly held: number;
  readonly active: DossierSummary | null;
  readonly dossiers: readonly DossierSummary[];
  readonly onOwner: (dossier: string) => void;
  readonly onNewDossier: NewDossierProps['onCreate'];
  /** Blockages that the page being seen may show. */
  readonly hints: readonly string[];
  readonly onDiscard: () => void;
}

export function OwnerQuestion({
  reason,
  held,
  active,
  dossiers,
  onOwner,
  onNewDossier,
  hints,
  onDiscard,
}: OwnerQuestionProps) {
  const { t } = useSpeech();
  const others = dossiers.filter((dossier) => dossier.id !== active?.id);
  const [adding, setAdding] = useState(dossiers.length === 0);
  return (
    <section class="owner" aria-labelledby="owner-title" data-owner={reason ?? 'held'}>
      <h2 id="owner-title" class="row">
        <Icon of={UserRound} />
        {active ? t('owner.title', { alias: active.alias }) : t('owner.title-none')}
      </h2>
      <p>{t(reason ? `owner.why.${reason}` : 'owner.why.held')}</p>
      {held > 0 ? <p class="small">{t('owner.held', { count: held })}</p> : null}
      <div class="stack">
        {active ? (
          <Button kind="primary" wide name="owner-yes" onClick={() => onOwner(active.id)}>
            {t('owner.yes', { alias: active.alias })}
          </Button>
        ) : null}
        {others.length > 0 ? <OtherDossier others={others} onOwner={onOwner} /> : null}
        {adding ? (
          <NewDossierForm onCreate={onNewDossier} hints={hints} />
        ) : (
          <Button wide name="owner-new" onClick={() => setAdding(true)}>
            {t('owner.new')}
          </Button>
        )}
        {held > 0 ? (
          <Button kind="alarm" wide name="owner-discard" onClick={onDiscard}>
            {t('owner.discard', { count: held })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function OtherDossier({
  others,
  onOwner,
}: {
  readonly others: readonly DossierSummary[];
  readonly onOwner: (dossier: string) => void;
}) {
  const { t } = useSpeech();
  return (
    <div class="field">
      <label for="owner-other">{t('owner.other')}</label>
      <select
        id="owner-other"
        class="input"
        value=""
        onChange={(event) => {
          if (event.currentTarget.value) onOwner(event.currentTarget.value);
        }}
      >
        <option value="">{t('owner.choose')}</option>
        {others.map((dossier) => (
          <option key={dossier.id} value={dossier.id}>
            {dossier.alias}
          </option>
        ))}
      </select>
    </div>
  );
}
