/** What the tool must never say (domain.md § 4.3), looked for in every text of every language and in the protocol's tables. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';
import { TRACKS } from '@/lib/protocols';
import { BLOCKAGES } from '@/lib/protocols/blockages';
import { BARE, NEVER } from '../unit/support/never-say';

const TABLES: Record<Locale, Readonly<Record<string, string>>> = { fr: FR, en: EN };

describe.each(LOCALES)('the texts in %s', (locale) => {
  it('never say what domain.md § 4.3 forbids', () => {
    const said = Object.entries(TABLES[locale]).flatMap(([key, text]) =>
      NEVER[locale].filter(([pattern]) => pattern.test(text)).map(([pattern]) => `${key}: ${pattern}`),
    );
    expect(said, 'domain.md § 4.3 has what to say instead').toEqual([]);
  });

  it('would be caught if they did', () => {
    for (const [pattern, example] of NEVER[locale]) expect(example).toMatch(pattern);
  });

  it('never call the attestation de prolongation by its three letters', () => {
    expect(Object.entries(TABLES[locale]).filter(([, text]) => BARE.test(text))).toEqual([]);
  });
});

it('the tables neither', () => {
  const words = [
    ...TRACKS.flatMap(({ label, steps }) => [
      label,
      ...steps.flatMap((step) => [
        step.label,
        step.explain,
        ...(step.parts ?? []).map((part) => part.label),
        ...(step.marks ?? []).flatMap((mark) => [mark.label, mark.ref ?? '']),
      ]),
    ]),
    ...BLOCKAGES.flatMap((one) => [one.label, one.plain]),
  ];
  for (const text of words) for (const [pattern] of [...NEVER.fr, [BARE]]) expect(text).not.toMatch(pattern ?? BARE);
});
