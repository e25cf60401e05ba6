/** States of a document: one for each thing that a page really showed, whatever moves in it and whoever was logged in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageFacts, PageRow, SiteTable } from '@/lib/domain/page';
import {
  type Decision,
  decide,
  MAX_DOCUMENTS,
  NO_STORY,
  type Sighted,
  STATE_MS,
  type TabStory,
} from '@/lib/domain/page-story';

const row = (page: string, text: RegExp, more: Partial<PageRow> = {}): PageRow => ({
  id: `site/${page}`,
  outcome: 'blocked',
  label: page,
  when: { text },
  sources: [],
  ...more,
});
const SITES: readonly SiteTable[] = [
  {
    site: 'site',
    label: 'Site',
    hosts: ['site.exemple.invalid'],
    loggedOut: { action: /^se connecter$/ },
    rows: [
      row('lost', /./, { when: { wasLoggedIn: true, route: /#\/compte/, action: /^se connecter$/ } }),
      row('a', /^a$/),
      row('b', /^b$/),
    ],
  },
];

function facts(texts: readonly string[], more: Partial<PageFacts> = {}): PageFacts {
  return {
    url: 'https://site.exemple.invalid/#/compte',
    firstUrl: 'https://site.exemple.invalid/#/compte',
    title: '',
    lang: 'fr',
    status: 200,
    headings: [],
    alerts: [],
    texts,
    actions: [],
    fields: [],
    choices: [],
    truncated: false,
    ...more,
  };
}

function seen(texts: readonly string[], more: Partial<Sighted> & { readonly facts?: PageFacts } = {}): Sighted {
  return { document: 'd1', facts: facts(texts), quiet: true, at: 0, exhausted: false, ...more };
}

/** Plays sightings in order. */
function play(...sightings: readonly Sighted[]): { story: TabStory; decisions: Decision[] } {
  let story = NO_STORY;
  const decisions = sightings.map((one) => {
    const next = decide(story, one, SITES);
    story = next.story;
    return next.decision;
  });
  return { story, decisions };
}

const states = (decisions: readonly Decision[]): string[] =>
  decisions.map(({ stands, state, recognition }) => `${stands} ${state} ${recognition?.page ?? '-'}`);

describe('decide', () => {
  it('gives one state for one page, however often it is seen, and a new one for another page', () => {
    const { decisions } = play(seen(['a']), seen(['a', 'publicité']), seen(['b']), seen(['b']), seen(['a']));
    expect(states(decisions)).toEqual(['state 0 a', 'state 0 a', 'state 1 b', 'state 1 b', 'state 2 a']);
  });

  it('takes no flash for a state: it must be seen twice, a moment apart, while the page moves', () => {
    const moving = (text: string, at: number) => seen([text], { quiet: false, at });
    const { decisions } = play(seen(['a']), moving('b', 1_000), moving('a', 1_100), moving('b', 2_000));
    expect(states(decisions)).toEqual(['state 0 a', 'pending 1 b', 'state 0 a', 'pending 1 b']);
    const lasting = play(seen(['a']), moving('b', 1_000), moving('b', 1_000 + STATE_MS));
    expect(states(lasting.decisions).at(-1)).toBe('state 1 b');
  });

  it('tells a page that never rests once, as it is, or leaves what was told', () => {
    const spent = (text: string) => seen([text], { quiet: false, exhausted: true });
    expect(states(play(spent('a')).decisions)).toEqual(['state 0 a']);
    expect(states(play(seen(['a']), spent('b')).decisions)).toEqual(['state 0 a', 'exhausted 0 b']);
  });

  it('gives the same answer to the same sighting twice (a worker that died before it answered)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 12 }), (steps) => {
        const sightings = steps.map(([text, quiet], index) => seen([text], { quiet, at: index * 200 }));
        let story = NO_STORY;
        for (const one of sightings) {
          const first = decide(story, one, SITES);
          const again = decide(first.story, one, SITES);
          if (first.decision.stands === 'state') {
            expect(again.decision.state).toBe(first.decision.state);
            expect(again.decision.stands).toBe('state');
          }
          story = first.story;
        }
      }),
    );
  });

  it('knows a document that the browser brought back, and forgets the oldest', () => {
    const first = seen(['a']);
    const others = Array.from({ length: MAX_DOCUMENTS - 1 }, (_, index) => seen(['b'], { document: `other-${index}` }));
    expect(play(first, ...others, first).decisions.at(-1)?.state).toBe(0);
    expect(play(first, ...others, seen(['b'], { document: 'one more' })).story.documents).toHaveLength(MAX_DOCUMENTS);
  });

  it('sees that a login was lost, for as long as the page stays there, and never without a login before', () => {
    const inside = seen([], { facts: facts(['x'], { actions: ['Se déconnecter'] }) });
    const outside = seen([], { facts: facts(['x'], { actions: ['Se connecter'] }) });
    expect(states(play(outside).decisions)).toEqual(['state 0 -']);
    const { decisions } = play(inside, outside, outside);
    expect(states(decisions)).toEqual(['state 0 -', 'state 1 lost', 'state 1 lost']);
    expect(decisions[1]?.loggedOut).toBe(true);
    const elsewhere = facts(['x'], { actions: ['Se connecter'], url: 'https://site.exemple.invalid/#/accueil' });
    expect(states(play(inside, outside, seen([], { facts: elsewhere })).decisions).at(-1)).toBe('state 2 -');
  });
});
