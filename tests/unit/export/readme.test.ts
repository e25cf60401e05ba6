/** @vitest-environment jsdom */
/** LISEZ-MOI.html: nothing that an entry holds becomes markup, nothing is loaded from elsewhere, no verdict. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import { momentAt } from '@/lib/domain/moment';
import { exportDossier } from '@/lib/export/bag';
import { readme } from '@/lib/export/readme';
import type { ExportChecklist } from '@/lib/export/types';
import { captureData, IDLE_VERIFIER, NOW, noise, SampleJournal, sampleJournal, WORDS } from './sample';

async function pageOf(journal: SampleJournal, checklist?: ExportChecklist): Promise<string> {
  const { inspection } = await exportDossier(journal.options());
  return readme({
    inspection,
    words: WORDS,
    now: NOW,
    version: '0.1.0',
    verifier: IDLE_VERIFIER,
    ...(checklist ? { checklist } : {}),
  });
}

function parse(page: string): Document {
  return new DOMParser().parseFromString(page, 'text/html');
}

/** Tags and attribute names of a page. */
function shape(page: string): { tags: Set<string>; attributes: Set<string> } {
  const document = parse(page);
  const all = [...document.querySelectorAll('*')];
  return {
    tags: new Set(all.map((one) => one.localName)),
    attributes: new Set(all.flatMap((one) => one.getAttributeNames())),
  };
}

/** Every free text of every kind of entry set to `evil`. */
async function hostileJournal(evil: string): Promise<SampleJournal> {
  const journal = new SampleJournal();
  const page = { site: evil.slice(0, 64), page: evil.slice(0, 64), outcome: 'blocked' } as const;
  const web = { url: `https://x.invalid/${evil}`, masked: false, title: evil };
  await journal.add('dossier-opened', {
    alias: evil.slice(0, 60) || 'a',
    track: evil.slice(0, 16),
    departments: [evil.slice(0, 4)],
    product: evil.slice(0, 40),
  });
  await journal.add('attempt', {
    ...web,
    page,
    extracted: { a: evil },
    source: 'page',
    tables: 'x',
    receipt: { status: 0, error: evil.slice(0, 200), fromCache: false, at: NOW },
  });
  const picture = await journal.picture(noise(1, 20));
  const capture = await journal.add(
    'capture',
    captureData(picture, picture, { ...web, page, stampError: evil.slice(0, 500) }),
  );
  await journal.add('capture-failed', {
    url: web.url,
    masked: true,
    page,
    method: 'screen',
    trigger: 'popup',
    reason: evil.slice(0, 64),
    detail: evil.slice(0, 500),
    startedAt: NOW,
    intent: 'i',
  });
  const file = await journal.file(evil.slice(0, 255), noise(2, 20), evil.slice(0, 128));
  await journal.add('exchange', {
    channel: 'LRAR',
    on: NOW,
    precision: 'day',
    outcome: 'NONE',
    words: evil,
    reference: evil,
    files: [file],
    captures: [capture],
  });
  await journal.add('note', { text: evil });
  await journal.add('step-skipped', { step: evil.slice(0, 32), reason: evil });
  await journal.add('removed', { target: 5, hash: picture.sha256, blobs: [file.sha256], reason: evil });
  await journal.addRaw(evil.slice(0, 64), { evil });
  return journal;
}

describe('what entries hold', () => {
  const EVIL = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    '</style><script>x</script>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    'javascript:alert(1)',
    '</bdi></td></table><h1>x',
    '\u0000<b>',
    '‮evil',
    '{{7*7}}',
    '{n, plural}',
  ];

  it('never becomes a tag or an attribute', async () => {
    const calm = shape(await pageOf(await hostileJournal('calme')));
    for (const evil of EVIL) {
      const found = shape(await pageOf(await hostileJournal(evil)));
      expect(found, evil).toEqual(calm);
    }
  });

  it('never does, for any text', async () => {
    const calm = shape(await pageOf(await hostileJournal('calme')));
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      ' ',
      'script',
      'onerror',
      'img',
      '<!--',
      '-->',
      '{',
      '}',
      '\u0000',
      '\n',
    );
    const evil = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(evil, async (text) => {
        fc.pre(text.trim() !== '' && !/\p{Cs}/u.test(text));
        expect(shape(await pageOf(await hostileJournal(text)))).toEqual(calm);
      }),
      { numRuns: 25 },
    );
  }, 90_000);

  it('is shown as it was written, in any script', async () => {
    const words = 'مرحبا — 你好 <b>été</b> & « suite »';
    const document = parse(await pageOf(await hostileJournal(words)));
    const shown = [...document.querySelectorAll('bdi.words')].map((one) => one.textContent);
    expect(shown).toContain(words);
    expect([...document.querySelectorAll('bdi.words')].every((one) => one.getAttribute('dir') === 'auto')).toBe(true);
  });
});

describe('the page', () => {
  it('runs nothing but the verifier, and loads nothing but the pictures beside it', async () => {
    const document = parse(await pageOf(await sampleJournal()));
    expect(document.querySelectorAll('iframe, object, embed, form, link, base')).toHaveLength(0);
    const [script, ...others] = document.querySelectorAll('script');
    expect([script?.textContent, script?.getAttributeNames(), others]).toEqual([IDLE_VERIFIER.code, [], []]);
    const hash = createHash('sha256')
      .update(script?.textContent ?? '')
      .digest('base64');
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(
      `default-src 'none'; script-src 'sha256-${hash}'; img-src 'self' file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`,
    );
    for (const one of document.querySelectorAll('[src], [href]')) {
      expect(one.getAttribute('src') ?? one.getAttribute('href')).toMatch(
        /^(#|data\/(captures|echanges|autres)\/[\w.-]+$)/,
      );
    }
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      expect(document.getElementById((link.getAttribute('href') ?? '#').slice(1)), link.outerHTML).not.toBeNull();
    }
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows pictures lazily with their size, and says how each was made', async () => {
    const document = parse(await pageOf(await sampleJournal()));
    const image = document.querySelector('#c-3 img');
    expect(image?.getAttributeNames()).toEqual(expect.arrayContaining(['loading', 'width', 'height', 'alt']));
    expect(image?.getAttribute('src')).toBe('data/captures/0003-estampillee.png');
    expect(image?.closest('a')?.getAttribute('href')).toBe('data/captures/0003-original.png');
    expect(document.querySelector('#c-7')?.textContent).toContain('rendu reconstitué');
    expect(document.querySelector('#c-7')?.textContent).toContain('retiré par la personne, noté en P-0008');
    expect(document.querySelector('#fr-timeline')?.textContent).toContain(
      'Capture impossible : le navigateur demande un clic'.replace(' :', '\u00a0:'),
    );
  });

  it('marks what is declared, in time order, French first then English', async () => {
    const document = parse(await pageOf(await sampleJournal()));
    const rows = [...document.querySelectorAll('#fr-timeline tbody tr')];
    const numbers = rows.map((row) => row.querySelector('.num')?.textContent);
    expect(numbers).toEqual([
      'P-0001',
      'P-0002',
      'P-0003',
      'P-0008',
      'P-0009',
      'P-0010',
      'P-0004',
      'P-0005',
      'P-0006',
      'P-0007',
    ]);
    const declared = rows
      .filter((row) => row.querySelector('.tag')?.textContent === 'déclaratif')
      .map((row) => row.querySelector('.num')?.textContent);
    expect(declared).toEqual(['P-0009', 'P-0010', 'P-0005', 'P-0006']);
    expect([...document.querySelectorAll('main > div')].map((one) => one.getAttribute('lang'))).toEqual(['fr', 'en']);
    expect(document.querySelectorAll('#en-timeline tbody tr')).toHaveLength(rows.length);
    expect(document.body.textContent).toContain("Outil indépendant, sans lien avec l'administration");
  });

  it('never says what it may not say', async () => {
    const page = (await pageOf(await sampleJournal())).toLowerCase();
    for (const word of [
      'constat',
      'certifi',
      'preuve légale',
      'valeur légale',
      'vous avez le droit',
      'complet',
      'légal :',
      'suffisan',
    ])
      expect(page, word).not.toContain(word);
  });

  it('prints the checklist without a verdict', async () => {
    const view: ChecklistView = {
      track: 'T1',
      next: 'LRAR',
      missing: ['LRAR'],
      substitution: { invitedByPrefecture: null, attestedByCcc: null },
      steps: [
        {
          id: 'CCC',
          mandatory: true,
          state: 'answered',
          doneAt: '2026-09-03T10:00:00.000Z',
          proof: [5],
          declared: [9],
          declarativeOnly: false,
          lastOutcome: 'AUTO_REPLY',
          waitUntil: null,
          parts: [],
        },
        {
          id: 'PAN',
          mandatory: false,
          state: 'skipped',
          doneAt: null,
          proof: [10],
          declared: [],
          declarativeOnly: true,
          lastOutcome: null,
          waitUntil: null,
          parts: [],
        },
      ],
    };
    const checklist: ExportChecklist = {
      view,
      contentDate: '2026-11-21',
      trackLabel: () => 'Blocage technique',
      stepLabel: (locale, step) => `${locale} ${step}`,
    };
    const document = parse(await pageOf(await sampleJournal(), checklist));
    const rows = [...document.querySelectorAll('#fr-steps tbody tr')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).toEqual([
      'fr CCC faite, une réponse est notée le 03/09/2026P-0005 P-0009 déclaratif',
      'fr PAN facultatif laissée de côté, motif au journalP-0010',
    ]);
    expect(document.querySelector('#fr-steps')?.textContent).toContain("Ce n'est pas un conseil juridique");
  });

  it('reads the clock in its own zone', async () => {
    const journal = await sampleJournal();
    await journal.add(
      'capture',
      captureData(await journal.picture(noise(1, 9)), null, { takenAt: momentAt(Date.parse('2026-10-25T00:30:00Z')) }),
    );
    await journal.add(
      'capture',
      captureData(await journal.picture(noise(1, 9)), null, { takenAt: momentAt(Date.parse('2026-10-25T01:30:00Z')) }),
    );
    await journal.add(
      'capture',
      captureData(await journal.picture(noise(1, 9)), null, {
        takenAt: momentAt(Date.parse('2026-12-31T23:30:00Z'), 'Indian/Reunion'),
      }),
    );
    const document = parse(await pageOf(journal));
    const when = (seq: number): string | undefined =>
      document.querySelector(`#c-${seq} .when`)?.textContent ?? undefined;
    expect([when(11), when(12), when(13)]).toEqual([
      '25/10/2026 02:30:00 (heure de Paris, UTC+2)',
      '25/10/2026 02:30:00 (heure de Paris, UTC+1)',
      '01/01/2027 03:30:00 (Indian/Reunion, UTC+4)',
    ]);
  });

  it('says that the clock went back', async () => {
    const journal = await sampleJournal();
    journal.at('2026-08-01T00:00:00.000Z');
    await journal.add('note', { text: 'plus tard' });
    expect(parse(await pageOf(journal)).querySelector('.alert')?.textContent).toContain(
      "L'horloge de l'appareil est revenue en arrière",
    );
  });
});
