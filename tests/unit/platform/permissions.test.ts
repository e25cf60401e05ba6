/** What is asked, known and followed of the hosts: one prompt, one pattern a host, nothing that was not granted. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('@/lib/platform/browser', async () => ({ browser: (await import('../flow/fake-browser')).browser }));

import { NATIONAL_MATCHES, OPTIONAL_HOSTS, OPTIONAL_MATCHES } from '@/lib/pages/hosts';
import {
  grantedAmong,
  grantedMatches,
  hasHosts,
  hostKind,
  removeHosts,
  requestHosts,
} from '@/lib/platform/permissions';
import { PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { DEPARTMENTS, departmentsOfHost, hostsOf, hostsOnlyOf, sitesOf } from '@/lib/prefectures/table';
import { browser, fake, resetFake } from '../flow/fake-browser';

const asked: string[][] = [];
beforeEach(() => {
  resetFake();
  asked.length = 0;
  Object.assign(browser.permissions, {
    request: async ({ origins }: { origins: string[] }) => {
      asked.push(origins);
      for (const origin of origins) fake.granted.add(origin);
      return true;
    },
    remove: async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) fake.granted.delete(origin);
      return true;
    },
  });
});

describe('hosts', () => {
  it.each([
    ['administration-etrangers-en-france.interieur.gouv.fr', 'national'],
    ['www.var.gouv.fr', 'prefecture'],
    ['www.rdv.var.gouv.fr', 'prefecture'],
    ['rdv.anct.gouv.fr', 'optional'],
    ['www.service-public.gouv.fr', 'optional'],
    ['www.prefectures-regions.gouv.fr', null],
    ['exemple.fr', null],
    ['www.var.gouv.fr.exemple.fr', null],
  ])('%s is %s', (host, kind) => {
    expect(hostKind(host)).toBe(kind);
  });

  it('are in one list only, each once, never a wildcard', () => {
    const all = [...NATIONAL_MATCHES, ...PREFECTURE_MATCHES, ...OPTIONAL_MATCHES];
    expect(new Set(all).size).toBe(all.length);
    for (const match of all) expect(match).toMatch(/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/);
  });

  it('follow what is granted, useful sites too, and nothing that is not ours', async () => {
    fake.granted = new Set(['https://www.var.gouv.fr/*', 'https://rdv.anct.gouv.fr/*', 'https://exemple.fr/*']);
    expect(await grantedMatches()).toEqual(['https://www.var.gouv.fr/*', 'https://rdv.anct.gouv.fr/*']);
    expect(await grantedAmong(['www.ain.gouv.fr', 'www.var.gouv.fr'])).toEqual(['www.var.gouv.fr']);
  });
});

describe('a department', () => {
  it.each([
    ['75', 'pprdv.interieur.gouv.fr'],
    ['83', 'www.rdv.var.gouv.fr'],
    ['94', 'rdv-etrangers-94.interieur.gouv.fr'],
  ])('%s is asked with its old appointment module, in one prompt', async (code, module) => {
    expect(sitesOf(code).find((row) => row.host === module)?.booking).toBe(true);
    await requestHosts(hostsOf(code));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`https://${module}/*`);
    expect(await hasHosts(hostsOf(code))).toBe(true);
  });

  it('is asked once for each host, however many departments share it', async () => {
    await requestHosts(['977', '978', '93'].flatMap(hostsOf));
    expect(asked[0]).toEqual([
      'https://www.saint-barth-saint-martin.gouv.fr/*',
      'https://www.seine-saint-denis.gouv.fr/*',
    ]);
  });

  it('keeps a host that another chosen department shares', async () => {
    const chosen = ['93', '977', '978'];
    expect(hostsOnlyOf('977', chosen)).toEqual([]);
    expect(hostsOnlyOf('977', ['93', '977'])).toEqual(hostsOf('977'));
    await requestHosts(chosen.flatMap(hostsOf));
    await removeHosts(hostsOnlyOf('93', chosen));
    expect(await hasHosts(hostsOf('978'))).toBe(true);
    expect(await hasHosts(hostsOf('93'))).toBe(false);
  });

  it('has hosts of its own that lead back to it', () => {
    for (const { code } of DEPARTMENTS)
      for (const host of hostsOf(code)) expect(departmentsOfHost(host), host).toContain(code);
  });
});

it('every useful host is optional in the manifest’s sense', () => {
  for (const host of Object.values(OPTIONAL_HOSTS).flat()) expect(hostKind(host)).toBe('optional');
});
