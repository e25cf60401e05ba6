/** The dossiers of this device: which one is open, a new one by its alias, switching, erasing with a typed confirmation. */
import { Check, FolderInput, FolderOpen, FolderPlus, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { DossierSummary } from '@/lib/journal/types';
import { shortDay } from '../format';
import { NewDossierForm, type NewDossierProps } from '../popup/NewDossierForm';
import { CopiesNote } from '../receive/CopiesNote';
import { useSpeech } from '../text';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Modal } from '../ui/Modal';

export interface DossiersProps {
  readonly dossiers: readonly DossierSummary[];
  readonly active: string | null;
  readonly onSwitch: (dossier: string) => void;
  readonly onCreate: NewDossierProps['onCreate'];
  readonly onErase: (dossier: string) => void;
}

export function Dossiers({ dossiers, active, onSwitch, onCreate, onErase }: DossiersProps) {
  const { t } = useSpeech();
  const [adding, setAdding] = useState(false);
  const [erasing, setErasing] = useState<DossierSummary | null>(null);
  return (
    <section class="stack" aria-labelledby="dossiers-title">
      <h1 id="dossiers-title" tabIndex={-1}>
        {t('dossier.title')}
      </h1>
      <p>{t('dossier.explain')}</p>
      <ul class="stack">
        {dossiers.map((dossier) => (
          <DossierRow
            key={dossier.id}
            dossier={dossier}
            active={dossier.id === active}
            onSwitch={onSwitch}
            onErase={setErasing}
          />
        ))}
      </ul>
      {adding || dossiers.length === 0 ? (
        <div class="sheet">
          <NewDossierForm
            onCreate={(alias, start) => {
              setAdding(false);
              onCreate(alias, start);
            }}
          />
        </div>
      ) : (
        <div>
          <Button icon={FolderPlus} name="new-dossier" onClick={() => setAdding(true)}>
            {t('dossier.new')}
          </Button>
        </div>
      )}
      <div class="stack-tight">
        <a class="button" href="#/recevoir" data-action="open-receive">
          <Icon of={FolderInput} />
          {t('receive.open')}
        </a>
        <p class="small soft">{t('receive.open-explain')}</p>
      </div>
      {erasing ? (
        <EraseDialog
          dossier={erasing}
          onClose={() => setErasing(null)}
          onErase={() => {
            setErasing(null);
            onErase(erasing.id);
          }}
        />
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly dossier: DossierSummary;
  readonly active: boolean;
  readonly onSwitch: (dossier: string) => void;
  readonly onErase: (dossier: DossierSummary) => void;
}

function DossierRow({ dossier, active, onSwitch, onErase }: RowProps) {
  const { t, locale } = useSpeech();
  return (
    <li class={`sheet dossier${active ? ' dossier-active' : ''}`} data-dossier={dossier.id}>
      <div class="stack-tight">
        <h2>{dossier.alias}</h2>
        <p class="small soft">
          {t('dossier.facts', {
            count: dossier.entries,
            opened: shortDay(dossier.openedAt, locale),
            last: shortDay(dossier.lastAt, locale),
          })}
        </p>
        <CopiesNote dossier={dossier} />
        {active ? (
          <p class="tag tag-strong">
            <Icon of={Check} />
            {t('dossier.active')}
          </p>
        ) : null}
      </div>
      <div class="row">
        {active ? null : (
          <Button icon={FolderOpen} name="switch" onClick={() => onSwitch(dossier.id)}>
            {t('dossier.switch')}
            <span class="visually-hidden"> {dossier.alias}</span>
          </Button>
        )}
        <Button kind="alarm" icon={Trash2} name="erase" onClick={() => onErase(dossier)}>
          {t('dossier.erase')}
          <span class="visually-hidden"> {dossier.alias}</span>
        </Button>
      </div>
    </li>
  );
}

function EraseDialog({
  dossier,
  onClose,
  onErase,
}: {
  readonly dossier: DossierSummary;
  readonly onClose: () => void;
  readonly onErase: () => void;
}) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const same = typed.trim() === dossier.alias.trim();
  return (
    <Modal title={t('erase.title', { alias: dossier.alias })} onClose={onClose}>
      <form
        class="stack"
        data-form="erase"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (same) onErase();
        }}
      >
        <Banner tone="alarm" title={t('erase.warning', { count: dossier.entries })}>
          <p>{t('erase.export-first')}</p>
          <p>{t('erase.disk')}</p>
        </Banner>
        <Field label={t('erase.type', { alias: dossier.alias })} error={asked && !same ? t('erase.not-same') : null}>
          {(ids) => (
            <input
              {...ids}
              value={typed}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row">
          <Button type="submit" kind="alarm" icon={Trash2} name="erase-confirm">
            {t('erase.confirm')}
          </Button>
          <Button name="cancel" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
