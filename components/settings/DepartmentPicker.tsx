/** Chooses departments, and shows for each whether the browser has given access to its prefecture's site. */
import { LockKeyholeOpen, Plus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Access } from './SiteList';

export interface DepartmentOption {
  readonly code: string;
  readonly name: string;
  /** True when one of its addresses was never seen in a source: said to the person before they choose. */
  readonly unsure: boolean;
}

export interface DepartmentHost {
  readonly host: string;
  /** Plausible and never seen: asked for, and marked. */
  readonly unverified: boolean;
  /** The department's old appointment module. */
  readonly booking: boolean;
}

export interface ChosenDepartment {
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly DepartmentHost[];
  /** null: not asked yet (welcome). */
  readonly granted: boolean | null;
}

export interface DepartmentPickerProps {
  readonly options: readonly DepartmentOption[];
  readonly chosen: readonly ChosenDepartment[];
  readonly onAdd: (code: string) => void;
  readonly onRemove: (code: string) => void;
  /** Asks the browser; must be called straight from the click. */
  readonly onGrant?: (hosts: readonly string[]) => void;
}

export function DepartmentPicker({ options, chosen, onAdd, onRemove, onGrant }: DepartmentPickerProps) {
  const { t } = useSpeech();
  const [code, setCode] = useState('');
  const free = options.filter((option) => !chosen.some((one) => one.code === option.code));
  return (
    <div class="stack">
      <div class="picker">
        <Field label={t('departments.label')} hint={t('departments.hint')}>
          {(ids) => (
            <select {...ids} value={code} onChange={(event) => setCode(event.currentTarget.value)}>
              <option value="">{t('departments.choose')}</option>
              {free.map((option) => (
                <option key={option.code} value={option.code}>
                  {option.code} · {option.name}
                  {option.unsure ? ` (${t('departments.unverified')})` : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button
          icon={Plus}
          name="add-department"
          onClick={() => {
            if (code) onAdd(code);
            setCode('');
          }}
        >
          {t('departments.add')}
        </Button>
      </div>
      <ul class="stack">
        {chosen.map((department) => (
          <Chosen key={department.code} department={department} onRemove={onRemove} onGrant={onGrant} />
        ))}
      </ul>
    </div>
  );
}

interface ChosenProps {
  readonly department: ChosenDepartment;
  readonly onRemove: (code: string) => void;
  readonly onGrant: DepartmentPickerProps['onGrant'];
}

function Chosen({ department, onRemove, onGrant }: ChosenProps) {
  const { t } = useSpeech();
  const { code, name, hosts, granted } = department;
  return (
    <li class="sheet department" data-department={code} data-granted={String(granted)}>
      <div class="stack-tight">
        <strong>
          {code} · {name}
        </strong>
        <ul class="hosts">
          {hosts.map((one) => (
            <Host key={one.host} {...one} />
          ))}
        </ul>
        <Access granted={granted} />
        {hosts.some((one) => one.unverified) ? <span class="small soft">{t('departments.unsure')}</span> : null}
      </div>
      <div class="row">
        {granted === false && onGrant ? (
          <Button
            kind="primary"
            icon={LockKeyholeOpen}
            name="grant"
            onClick={() => onGrant(hosts.map((one) => one.host))}
          >
            {t('departments.grant')}
            <span class="visually-hidden"> {name}</span>
          </Button>
        ) : null}
        <Button icon={X} name="remove-department" onClick={() => onRemove(code)}>
          {t('departments.remove')}
          <span class="visually-hidden"> {name}</span>
        </Button>
      </div>
    </li>
  );
}

function Host({ host, unverified, booking }: DepartmentHost) {
  const { t } = useSpeech();
  return (
    <li data-host={host}>
      <span class="mono soft">{host}</span>
      {unverified ? <span class="tag tag-warn">{t('departments.unverified')}</span> : null}
      {booking ? <span class="tag">{t('departments.booking')}</span> : null}
    </li>
  );
}
