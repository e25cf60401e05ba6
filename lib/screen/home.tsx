/** Wires the dossier's home: where I am, what is next, what is missing, and the follow-up under it. */
import { HomeScreen } from '@/components/home/HomeScreen';
import { useSpeech } from '@/components/text';
import { Banner } from '@/components/ui/Banner';
import { exportAge } from '@/lib/domain/export-age';
import { FollowUp } from './follow-up';
import { goTo, type Open } from './journal-parts';

export function HomePart(open: Open) {
  const { t } = useSpeech();
  const { active, checklist, entries, onDialog } = open;
  const { standing, legalDate, legalWaits, skippable } = checklist;
  if (!standing || !legalDate) {
    return (
      <>
        <h1 tabIndex={-1}>{active.alias}</h1>
        <Banner tone="warn" name="track-unknown" title={t('step.unknown')} />
      </>
    );
  }
  return (
    <HomeScreen
      alias={active.alias}
      standing={standing}
      contentDate={legalDate}
      legalWaits={legalWaits}
      skippable={skippable}
      age={exportAge(entries, Date.now())}
      followUp={<FollowUp {...open} />}
      onOpenEntry={(seq) => goTo(`#/piece/${seq}`)}
      onSkip={(step) => onDialog({ is: 'skip', step })}
    />
  );
}
