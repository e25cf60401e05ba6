/** The skeleton of every page that we know: a fixture in its turn, without the invented people of our pages. */
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { renderSkeleton } from '@/lib/skeleton/render';
import { loadFixtures, parseFixture } from '../../portal/fixtures';
import { readFrom } from './dom-ports';

const NAMES = /\b(?:[A-ZÉ][a-zéè]+ )?EXEMPLE\b|\bNadia\b/g;

function skeletonOf(html: string, url: string, status: number): string {
  const window = new Window({ url: 'https://exemple.invalid/', settings: { disableJavaScriptEvaluation: true } });
  try {
    const document = new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
    const { title, documentElement } = document;
    return renderSkeleton(readFrom(document.body, url, { title, status, lang: documentElement.lang }));
  } finally {
    window.close();
  }
}

describe('on every page that we know', () => {
  const fixtures = loadFixtures();
  const people = [...new Set(fixtures.flatMap(({ html }) => html.match(NAMES) ?? []))];

  it('is a fixture that the portal serves, without the people of our pages and without a number', () => {
    expect(people.length).toBeGreaterThan(2);
    for (const { id, html, url, status } of fixtures) {
      const skeleton = skeletonOf(html, url.href, status);
      const fixture = parseFixture('anef/essai', 'essai.html', skeleton);
      expect(fixture.url.host, id).toBe(url.host);
      expect(fixture.status, id).toBe(status);
      for (const one of people) expect(skeleton, id).not.toContain(one);
      const body = skeleton.slice(skeleton.indexOf('-->')).replace(/<\/?h[1-6]|utf-8/g, '');
      expect(body, id).not.toMatch(/\d/);
    }
  }, 120_000);
});
