/** Departments and sites as the settings screens show them: the tables, the chosen ones, and what the browser grants now. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ChosenDepartment, DepartmentOption } from '@/components/settings/DepartmentPicker';
import { grantedAmong, onPermissionsChanged } from '@/lib/platform/permissions';
import { DEPARTMENTS, sitesOf } from '@/lib/prefectures/table';

/** Departments that have a site to ask for. */
export const DEPARTMENT_OPTIONS: readonly DepartmentOption[] = DEPARTMENTS.filter(
  ({ code }) => sitesOf(code).length > 0,
).map(({ code, name }) => ({ code, name, unsure: sitesOf(code).some((row) => row.sure === 'unverified') }));

export function departmentName(code: string): string {
  return DEPARTMENTS.find((one) => one.code === code)?.name ?? code;
}

/** The hosts among these that are granted, fresh after each change in the browser's own settings too; null until first read. */
export function useGranted(hosts: readonly string[]): ReadonlySet<string> | null {
  const [granted, setGranted] = useState<ReadonlySet<string> | null>(null);
  const key = hosts.join(' ');
  useEffect(() => {
    let here = true;
    const refresh = async (): Promise<void> => {
      const answer = new Set(await grantedAmong(key === '' ? [] : key.split(' ')));
      if (here) setGranted(answer);
    };
    const again = (): void => void refresh().catch((cause) => console.error('permissions not readable', cause));
    again();
    const stop = onPermissionsChanged(again);
    return () => {
      here = false;
      stop();
    };
  }, [key]);
  return granted;
}

/** True when each host is granted, null when that is not known yet. */
export function allGranted(granted: ReadonlySet<string> | null, hosts: readonly string[]): boolean | null {
  return granted === null ? null : hosts.every((host) => granted.has(host));
}

/** The chosen departments with their sites and their grant. */
export function useChosenDepartments(codes: readonly string[]): readonly ChosenDepartment[] {
  const sites = useMemo(() => codes.map((code) => [code, sitesOf(code)] as const), [codes]);
  const granted = useGranted(sites.flatMap(([, rows]) => rows.map((row) => row.host)));
  return sites.map(([code, rows]) => ({
    code,
    name: departmentName(code),
    hosts: rows.map((row) => ({
      host: row.host,
      unverified: row.sure === 'unverified',
      booking: row.booking === true,
    })),
    granted: allGranted(
      granted,
      rows.map((row) => row.host),
    ),
  }));
}
