/** The sites that the tool follows, with what the browser grants now: those asked at install, and useful ones by a switch. */
import { Check, LockKeyholeOpen, X } from 'lucide-preact';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Field';
import { Icon } from '../ui/Icon';

export interface SiteAccess {
  /** A site of lib/pages/hosts.ts. */
  readonly site: string;
  readonly name: string;
  readonly hosts: readonly string[];
  /** What it is for, in one sentence; only the useful ones have it. */
  readonly explain?: string;
  /** null: not known yet. */
  readonly granted: boolean | null;
}

/** Whether the browser gives access, in words and by a sign; nothing while it is not known. */
export function Access({ granted }: { readonly granted: boolean | null }) {
  const { t } = useSpeech();
  if (granted === null) return null;
  return (
    <span class={`tag ${granted ? 'tag-strong' : 'tag-warn'}`}>
      <Icon of={granted ? Check : X} />
      {t(granted ? 'departments.granted' : 'departments.missing')}
    </span>
  );
}

export interface SiteListProps {
  readonly national: readonly SiteAccess[];
  readonly useful: readonly SiteAccess[];
  /** Asks the browser; must be called straight from the click. */
  readonly onGrant: (hosts: readonly string[]) => void;
  readonly onWithdraw: (hosts: readonly string[]) => void;
}

export function SiteList({ national, useful, onGrant, onWithdraw }: SiteListProps) {
  const { t } = useSpeech();
  const missing = national.filter((site) => site.granted === false).flatMap((site) => site.hosts);
  return (
    <div class="stack">
      <h3>{t('sites.national')}</h3>
      <ul class="stack">
        {national.map((site) => (
          <li key={site.site} class="row" data-site={site.site} data-granted={String(site.granted)}>
            <span>{site.name}</span>
            <Access granted={site.granted} />
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <div>
          <Button kind="primary" icon={LockKeyholeOpen} name="grant-national" onClick={() => onGrant(missing)}>
            {t('sites.grant-national')}
          </Button>
        </div>
      ) : null}
      <h3>{t('sites.useful')}</h3>
      <p class="small soft">{t('sites.useful-explain')}</p>
      <div data-sites="useful">
        {useful.map((site) => (
          <Choice
            key={site.site}
            name={site.site}
            checked={site.granted === true}
            label={site.name}
            hint={`${site.explain ?? ''} ${site.hosts.join(' · ')}`.trim()}
            onChange={(on) => (on ? onGrant(site.hosts) : onWithdraw(site.hosts))}
          />
        ))}
      </div>
    </div>
  );
}
