/**
 * The page to print: French, self-contained, escaped, its parts where a reader looks for them.
 * @vitest-environment jsdom
 */
import { describe, expect, it } from 'vitest';
import { printPage } from '@/lib/letters/render-html';
import { captureOf, exchange } from '../domain/checklist-support';
import { ALL, PERSON, write } from './support';

const open = (page: string): Document => new DOMParser().parseFromString(page, 'text/html');

describe('the page to print', () => {
  it.each(ALL)('$id ($medium) is whole, in French, and fetches nothing', ({ id, medium }) => {
    const source = printPage(write(id, medium));
    const page = open(source);
    expect([page.documentElement.lang, page.title]).toEqual(['fr', 'Courrier']);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(page.querySelectorAll('script, link, img, iframe, a, form, [src], [href], [onload]')).toHaveLength(0);
    expect(source).not.toMatch(/url\(|@import|Marianne|#000091|carnet/i);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.body.textContent).not.toContain('undefined');
  });

  it('shows what was typed as text, each value on its own direction', () => {
    const page = open(
      printPage(write('substitution-lrar', 'lrar', { values: { ...PERSON, lastName: '<b>نائلة</b>' } })),
    );
    expect(page.querySelector('.from b')).toBeNull();
    expect([...page.querySelectorAll('.from bdi')].map((one) => one.textContent)).toContain('<b>نائلة</b>');
    expect(page.querySelector('.to')?.textContent).toContain('Préfecture – Nulle-Part');
    expect(page.querySelector('table caption')?.textContent).toBe('Démarches accomplies');
    expect([...page.querySelectorAll('th[scope=col]')].map((one) => one.textContent)).toEqual([
      'Date',
      'Démarche',
      'Résultat',
      'Pièce n°',
    ]);
  });

  it('shows the dots of what is missing, and a long table on its own sheet', () => {
    const many = [
      exchange(1, 'CCC_FORM'),
      ...Array.from({ length: 12 }, (_, index) => captureOf(index + 2, 'anef/x', 'blocked', index)),
    ];
    const page = open(printPage(write('substitution-lrar', 'lrar', { values: {} }, many)));
    expect(page.querySelectorAll('.dots').length).toBeGreaterThan(8);
    expect(page.querySelectorAll('.annex tbody tr')).toHaveLength(13);
    expect(page.querySelectorAll('main > table')).toHaveLength(0);
  });

  it('lists many pièces on their own sheet, under what the signature announces', () => {
    const many = [
      exchange(1, 'CCC_FORM'),
      ...Array.from({ length: 40 }, (_, index) => captureOf(index + 2, 'anef/x', 'blocked', index)),
    ];
    const page = open(printPage(write('substitution-lrar', 'lrar', {}, many)));
    expect(page.querySelectorAll('main > section .pieces')).toHaveLength(0);
    expect(page.body.textContent).toContain('Pièces jointes (41)\u00a0: la liste est jointe à la fin.');
    expect(page.querySelectorAll('.annex .pieces li')).toHaveLength(41);
  });
});
