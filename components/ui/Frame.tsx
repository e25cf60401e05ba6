/** What every page of ours carries: the product's name, and that it is independent from the administration. */
import { useSpeech } from '../text';

export function Brand() {
  const { t } = useSpeech();
  return (
    <span class="brand">
      <img src="/icon/48.png" alt="" width="24" height="24" />
      {t('app.name')}
    </span>
  );
}

/** `legal` adds the sentence of domain.md § 4.3 to the screens that speak of steps. */
export function Independence({ legalDate }: { readonly legalDate?: string | undefined }) {
  const { t } = useSpeech();
  return (
    <footer class="independence">
      <p>{t('app.independent')}</p>
      {legalDate ? <p>{t('app.legal', { date: legalDate })}</p> : null}
    </footer>
  );
}
