/** Departments as the settings screens show them: the table, the chosen ones, and what the browser grants now. */
import { useEffect, useState } from 'preact/hooks';
import type { ChosenDepartment, DepartmentOption } from '@/components/settings/DepartmentPicker';
import { hasHosts, onPermissionsChanged } from '@/lib/platform/permissions';
import { DEPARTMENTS, hostsOf, PREFECTURES } from '@/lib/prefectures/table';

/** Departments that have a site to ask for. */
export const DEPARTMENT_OPTIONS: readonly DepartmentOption[] = DEPARTMENTS.filter(
  ({ code }) => hostsOf(code).length > 0,
).map(({ code, name }) => ({
  code,
  name,
  unsure: PREFECTURES.filter((row) => row.code === code).every((row) => row.sure === 'unverified'),
}));

export function departmentName(code: string): string {
  return DEPARTMENTS.find((one) => one.code === code)?.name ?? code;
}

/** The chosen departments with their grant, fresh after each change in the browser's own settings too. */
export function useChosenDepartments(codes: readonly string[]): readonly ChosenDepartment[] {
  const [granted, setGranted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const key = codes.join(' ');
  useEffect(() => {
    let here = true;
    const refresh = async (): Promise<void> => {
      const asked = key === '' ? [] : key.split(' ');
      const answers = await Promise.all(asked.map(async (code) => [code, await hasHosts(hostsOf(code))] as const));
      if (here) setGranted(new Map(answers));
    };
    const again = (): void => void refresh().catch((cause) => console.error('permissions not readable', cause));
    again();
    const stop = onPermissionsChanged(again);
    return () => {
      here = false;
      stop();
    };
  }, [key]);
  return codes.map((code) => ({
    code,
    name: departmentName(code),
    hosts: hostsOf(code),
    granted: granted.get(code) ?? null,
  }));
}
