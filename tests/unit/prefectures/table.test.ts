/** The table of prefectures against the list that it was written from: no row lost, none invented, each as sure as the list says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITES } from '@/lib/pages';
import { siteOfHost } from '@/lib/pages/hosts';
import { PREFECTURE_HOSTS } from '@/lib/prefectures/matches';
import { type HostConfidence, PREFECTURES } from '@/lib/prefectures/table';

interface Listed {
  readonly code: string;
  readonly name: string;
  readonly host: string;
  readonly confidence: string;
}

const SURE: Readonly<Record<string, HostConfidence>> = {
  'seen in 2026': 'seen-2026',
  'two lists agree': 'two-lists',
  'one list': 'one-list',
  unverified: 'unverified',
};

/** One line: `code,name,host,confidence`, the name quoted when it holds a comma. */
function listed(line: string): Listed {
  const [, code, quoted, plain, host, confidence] = /^([^,]+),(?:"([^"]+)"|([^,]+)),([^,]+),(.+)$/.exec(line) ?? [];
  if (!code || !host || !confidence) throw new Error(`not a row of the list: ${line}`);
  return { code, name: quoted ?? plain ?? '', host, confidence };
}

const CSV = readFileSync(new URL('./prefectures.csv', import.meta.url), 'utf8');
const LIST = CSV.trim().split('\n').slice(1).map(listed);
const key = ({ code, host }: { readonly code: string; readonly host: string }): string => `${code} ${host}`;

describe('the table of prefectures', () => {
  it('has every row of the list, in its order, and no other', () => {
    expect(LIST).toHaveLength(117);
    expect(PREFECTURES.map(key)).toEqual(LIST.map(key));
  });

  it.each(LIST)('$code $host is as sure as the list says', ({ code, host, confidence }) => {
    const row = PREFECTURES.find((one) => one.code === code && one.host === host);
    expect(row?.sure).toBe(SURE[confidence]);
  });

  it.each(LIST.filter(({ name }) => !name.includes('(')))('$code is named $name', ({ code, host, name }) => {
    expect(PREFECTURES.find((one) => one.code === code && one.host === host)?.name).toBe(name);
  });

  it('recognises every host of the list but those that are not for foreigners', () => {
    const notTheirs = LIST.filter(({ name }) => name.includes('not foreigners')).map(({ host }) => host);
    expect(notTheirs).toEqual(['www.prefectures-regions.gouv.fr']);
    for (const { host } of LIST) expect(siteOfHost(host)).toBe(notTheirs.includes(host) ? null : 'prefecture');
    const site = SITES.find((one) => one.site === 'prefecture');
    expect(site?.hosts).toEqual(PREFECTURE_HOSTS);
  });
});
