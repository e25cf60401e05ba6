/** The fixtures police themselves: headers, coverage, one default per address, nothing of the State's look, nobody real. */
import { describe, expect, it } from 'vitest';
import { choose, placeOf, samePlace } from '../../portal/choose';
import { isNegative, loadFixtures, parseFixture } from '../../portal/fixtures';

const fixtures = loadFixtures();
const REQUIRED: Record<string, readonly string[]> = {
  anef: [
    'home',
    'account-entry',
    'account-refused',
    'account-exists',
    'triage-first',
    'triage-renewal',
    'titre-non-remis',
    'too-early',
    'expired-nine-months',
    'wizard-step',
    'confirmation',
    'notifications',
    'complement-request',
    'closure',
    'decision',
    'contact',
    'contact-sent',
    'maintenance',
    'http-error',
  ],
  'anef-sso': ['login', 'login-failed', 'login-expired', 'account-disabled', 'password-reset-sent'],
  franceconnect: ['error'],
  'rdv-prefecture': ['no-slot', 'no-slot-next-opening', 'slots', 'captcha-refused', 'cgu', 'start'],
  prefecture: ['foreigners-page', 'pan', 'home'],
  'demarche-numerique': ['draft', 'filed', 'closed', 'error', 'merci'],
  'contacts-demarches': ['recepisse-renewal'],
};
/** Numbers that may stand in a page: the public line of the administration, and nothing else. */
const PUBLIC_PHONES = ['0806 001 620'];

describe('fixtures', () => {
  it('covers every page that the field guide asks for', () => {
    const expected = new Set(fixtures.map((one) => one.expect));
    const missing = Object.entries(REQUIRED)
      .flatMap(([site, pages]) => pages.map((page) => `${site}/${page}`))
      .filter((id) => !expected.has(id));
    expect(missing).toEqual([]);
  });

  it('names each file after the row that it shows', () => {
    const wrong = fixtures.filter(
      (one) => !isNegative(one) && one.expect !== null && one.id.split('.')[0] !== one.expect,
    );
    expect(wrong.map((one) => `${one.id} expects ${one.expect}`)).toEqual([]);
    expect(fixtures.filter((one) => isNegative(one) && one.expect !== null).map((one) => one.id)).toEqual([]);
    expect(fixtures.filter(isNegative).length).toBeGreaterThanOrEqual(10);
  });

  it('holds both designs of each ANEF page', () => {
    const rows = [
      ...new Set(
        fixtures
          .filter((one) => one.site === 'anef' && one.expect && one.expect !== 'anef/http-error')
          .map((one) => one.expect),
      ),
    ];
    const lame = rows.filter((row) => {
      const paths = new Set(fixtures.filter((one) => one.expect === row).map((one) => one.url.pathname));
      return !paths.has('/usagers/') || !paths.has('/particuliers/');
    });
    expect(lame).toEqual([]);
  });

  it('says at each address which page is served when nothing was asked', () => {
    const pages = fixtures.filter((one) => one.status < 400);
    const tied = pages.filter((one) => {
      const place = placeOf(one.url);
      const rivals = pages.filter((other) => samePlace(other, place) && other.url.search === one.url.search);
      return (
        rivals.length > 1 && (['in', 'out'] as const).some((session) => !choose(rivals, place, session)?.isDefault)
      );
    });
    expect(tied.map((one) => one.id)).toEqual([]);
  });

  it('shows a failure only when asked, unless nothing else stands there', () => {
    const failures = fixtures.filter((one) => one.status >= 400);
    const wrong = failures.filter((one) => {
      const place = placeOf(one.url);
      const sound = fixtures.some((other) => other.status < 400 && samePlace(other, place));
      return sound && (choose(fixtures, place, 'out')?.status ?? 0) >= 400;
    });
    expect(wrong.map((one) => one.id)).toEqual([]);
  });

  it('keeps the trap of the old wizard: the confirmation is there and is not shown', () => {
    const steps = fixtures.filter((one) => one.expect === 'anef/wizard-step');
    expect(steps.length).toBeGreaterThanOrEqual(4);
    for (const one of steps) {
      expect(one.html, one.id).toMatch(/<app-confirmation-step[^>]* style="display: none;">/);
      expect(one.html, one.id).toContain('Votre demande a bien été enregistrée');
    }
    for (const one of fixtures.filter((other) => other.expect === 'anef/confirmation')) {
      expect(one.html, one.id).not.toMatch(/<app-confirmation-step[^>]* style=/);
    }
  });

  it('shows nothing of the State: no picture but a one-pixel dot, no font, no motto, no emblem', () => {
    for (const { id, html } of fixtures) {
      expect(html, id).not.toMatch(
        /marianne|spectral|liberté|égalité|fraternité|république française|@font-face|<svg|fr-logo|fr-header__brand/i,
      );
      for (const [picture] of html.matchAll(/<img[^>]*>/g)) expect(picture, id).toContain('width="1" height="1"');
    }
  });

  it('loads nothing from elsewhere', () => {
    for (const { id, html } of fixtures) {
      for (const [, url] of html.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g))
        expect(url, id).toMatch(/^(?:\/|data:image\/gif;base64,)/);
    }
  });

  it('names nobody: invented addresses, the administration’s public line only, invented request numbers', () => {
    for (const { id, html } of fixtures) {
      for (const [mail] of html.matchAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g)) expect(mail, id).toMatch(/@exemple\.invalid$/);
      for (const [phone] of html.matchAll(/(?<!\d)0[1-9](?:[ .]?\d{2}){1,4}[ .]\d{2,3}(?:[ .]\d{2,3})*(?!\d)/g))
        expect(PUBLIC_PHONES, id).toContain(phone);
      for (const [number] of html.matchAll(/\b\d{19}\b/g)) expect(number, id).toMatch(/^990\d+0042$/);
      for (const [number] of html.matchAll(/\b\d{10}\b/g)) expect(number, id).toMatch(/^99999999\d\d$/);
    }
  });

  it('refuses a malformed fixture by its name', () => {
    const parse = (head: string) => () => parseFixture('anef/x', 'x.html', `<!--\n${head}\n-->\n<p></p>`);
    expect(parse('url: https://a.test/\nexpect: none\nnote: n')).not.toThrow();
    expect(parse('url: https://a.test/\nexpect: none')).toThrow(/x\.html.*note/);
    expect(parse('url: https://a.test/\nexpect: home\nnote: n')).toThrow(/expect/);
    expect(parse('url: https://a.test/\nstatus: 9\nexpect: none\nnote: n')).toThrow(/status/);
    expect(parse('url: https://a.test/\ncolour: red\nexpect: none\nnote: n')).toThrow(/colour/);
    expect(() => parseFixture('anef/x', 'x.html', '<p></p>')).toThrow(/comment/);
  });
});
