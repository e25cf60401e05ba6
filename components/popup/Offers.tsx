/** What the popup offers once a page is captured: to count it as proof of a contact, or to say in words what it shows. */
import { Link2, MessageSquareText } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { displayNumber } from '@/lib/domain/entry';
import { DescribeForm } from '../journal/DescribeForm';
import { useSpeech } from '../text';
import { Announcer } from '../ui/Announcer';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';

export interface ProofOffer {
  readonly seq: number;
  readonly channel: 'CCC_FORM' | 'PAN';
  /** Number of the entry once counted. */
  readonly counted: number | null;
}

export interface ShowsOffer {
  readonly seq: number;
  /** Number of the note once written. */
  readonly said: number | null;
}

export function ProofPart({
  offer,
  onCount,
}: {
  readonly offer: ProofOffer;
  readonly onCount: (offer: ProofOffer) => void;
}) {
  const { t } = useSpeech();
  const channel = t(`channel.${offer.channel}`);
  return (
    <Announcer>
      {offer.counted !== null ? (
        <Banner
          tone="good"
          name="proof-counted"
          title={t('proof.counted', { number: displayNumber(offer.counted), channel })}
        />
      ) : (
        <Banner icon={Link2} name="proof-offer" title={t('proof.offer', { number: displayNumber(offer.seq), channel })}>
          <Button name="count-proof" onClick={() => onCount(offer)}>
            {t('proof.count', { channel })}
          </Button>
        </Banner>
      )}
    </Announcer>
  );
}

export interface ShowsProps {
  readonly offer: ShowsOffer;
  /** The person asked for it before the picture was taken: the question is open from the start. */
  readonly asked?: boolean;
  readonly onSay: (offer: ShowsOffer, words: string) => void;
}

export function ShowsPart({ offer, asked = false, onSay }: ShowsProps) {
  const { t } = useSpeech();
  const [writing, setWriting] = useState(asked);
  if (offer.said !== null) {
    return (
      <Announcer>
        <Banner tone="good" name="shows-said" title={t('shows.saved', { number: displayNumber(offer.said) })} />
      </Announcer>
    );
  }
  return (
    <Banner
      icon={MessageSquareText}
      name="shows-offer"
      title={writing ? t('shows.title') : t('shows.offer', { number: displayNumber(offer.seq) })}
    >
      {writing ? (
        <DescribeForm
          busy={false}
          error={null}
          onSubmit={(words) => onSay(offer, words)}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button name="say-shows" onClick={() => setWriting(true)}>
          {t('shows.action')}
        </Button>
      )}
    </Banner>
  );
}
