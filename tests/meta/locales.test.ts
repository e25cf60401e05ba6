/** The texts police themselves: same keys and arguments in every language, no forbidden word, no unused key, no words outside the tables. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '@/lib/domain/errors';
import { LOCALES, type Locale } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TABLES: Record<Locale, Readonly<Record<string, string>>> = { fr: FR, en: EN };

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && ending.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}

/** Names of the ICU arguments of a text, sorted. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(text, { ignoreTag: true }));
  return [...names].sort();
}

/** domain.md § 4.3 and design.md § 2.6: what the tool never says, in any language. */
const FORBIDDEN: Record<Locale, readonly RegExp[]> = {
  fr: [
    /\bconstats?\b/i,
    /certifi/i,
    /preuve légale|valeur légale|valeur probante/i,
    /dossier (est )?complet/i,
    /vous avez (le )?droit/i,
    /vous (pouvez|devez) faire un référé/i,
    /en situation (ir)?régulière/i,
    /remplissez les conditions/i,
    /clôture (abusive|illégale)/i,
    /délai légal/i,
    /recours dans/i,
  ],
  en: [
    /\bcertified\b/i,
    /legal proof|legal value/i,
    /file is complete/i,
    /you have the right|you are entitled/i,
    /legally present/i,
    /affidavit/i,
  ],
};

/** The one legal sentence that must name what it denies, and a source's own title, are allowed by exact key. */
const ALLOWED_KEYS: readonly RegExp[] = [
  /^protocols\./,
  /^pages\./,
  // domain.md § 3.5 gives these words: the préfecture's own finding, which our captures never are.
  /^home\.keys-missing$/,
];

describe.each(LOCALES)('texts in %s', (locale) => {
  const table = TABLES[locale];

  it('has exactly the keys of the French source', () => {
    const missing = Object.keys(FR).filter((key) => !(key in table));
    const extra = Object.keys(table).filter((key) => !(key in FR) && !/^(pages|protocols)\./.test(key));
    expect(missing, `Add these keys to lib/locales/${locale}/`).toEqual([]);
    expect(
      extra,
      `These keys are not in French: remove them from lib/locales/${locale}/ or add them to lib/locales/fr/`,
    ).toEqual([]);
  });

  it('takes the same ICU arguments as the French source', () => {
    const wrong = Object.entries(FR).filter(([key, french]) => {
      const text = table[key];
      return text !== undefined && argumentsOf(text).join() !== argumentsOf(french).join();
    });
    expect(
      wrong.map(([key]) => key),
      'These texts name other {arguments} than the French one',
    ).toEqual([]);
  });

  it('never uses a forbidden word (domain.md § 4.3)', () => {
    const said = Object.entries(table)
      .filter(([key]) => !ALLOWED_KEYS.some((allowed) => allowed.test(key)))
      .filter(([, text]) => FORBIDDEN[locale].some((pattern) => pattern.test(text)));
    expect(said, 'See domain.md § 4.3 for what to say instead').toEqual([]);
  });

  it('has a sentence for every error code: what happened, and that nothing recorded is lost or what to do', () => {
    for (const code of ERROR_CODES) {
      const text = table[`errors.${code}`];
      expect(text, `Add 'errors.${code}' to lib/locales/${locale}/errors.ts`).toBeTypeOf('string');
      expect(text?.split(/[.!] /).length, `errors.${code} must say more than one thing`).toBeGreaterThanOrEqual(2);
    }
  });

  it('says on its pages that the tool is independent', () => {
    expect(table['app.independent']).toMatch(
      locale === 'fr' ? /Outil indépendant, sans lien avec l'administration/ : /Independent tool/,
    );
  });
});

describe('keys', () => {
  it('no key is defined in two files: the last one would silently win', () => {
    for (const locale of LOCALES) {
      const seen = new Map<string, string>();
      const twice: string[] = [];
      for (const file of filesUnder(`lib/locales/${locale}`, /^(?!index).*\.ts$/)) {
        for (const [, key] of readFileSync(file, 'utf8').matchAll(/^\s*['"]([\w.-]+\.[\w.-]+)['"]:/gm)) {
          if (!key) continue;
          if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${relative(ROOT, file)}`);
          seen.set(key, relative(ROOT, file));
        }
      }
      expect(twice, 'Rename one of them').toEqual([]);
    }
  });

  it('every key is used somewhere', () => {
    const sources = ['lib', 'components', 'entrypoints', 'scripts', 'tests/commands', 'wxt.config.ts']
      .filter((path) => existsSync(join(ROOT, path)))
      .flatMap((folder) => (folder.endsWith('.ts') ? [join(ROOT, folder)] : filesUnder(folder, /\.tsx?$/)))
      .filter((file) => !/lib\/locales\/(fr|en)\//.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const literals = new Set(
      [...sources.matchAll(/['"`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map((found) => found[1]),
    );
    // `kind.${x}`, `checklist.screen.state.${x}-since`: a key is used when it fits a template.
    const templates = [...sources.matchAll(/`([a-zA-Z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g)].map(
      ([, template = '']) =>
        new RegExp(
          `^${template
            .split(/\$\{[^}]*\}/)
            .map(literally)
            .join('.+')}$`,
        ),
    );
    const unused = Object.keys(FR).filter(
      (key) => !literals.has(key) && !templates.some((template) => template.test(key)),
    );
    expect(unused, 'Remove these keys from every language, or use them').toEqual([]);
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('components speak only through the tables', () => {
  const files = [
    ...filesUnder('components', /\.tsx$/),
    ...filesUnder('lib/screen', /\.tsx$/),
    ...filesUnder('entrypoints', /\.tsx$/),
  ];
  it.each(files.map((file) => relative(ROOT, file)))('%s', (file) => {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const nodes = [...source.matchAll(/<\/?[A-Za-z][^<>{}]*>([^<>{}]*[A-Za-zÀ-ÿ]{2}[^<>{}]*)<\//g)].map((found) =>
      found[1]?.trim(),
    );
    expect(nodes, 'Move these words to lib/locales/*/ui.ts').toEqual([]);
    const attributes = [
      ...source.matchAll(/\b(?:title|label|alt|placeholder|aria-label|hint)="([^"]*[A-Za-zÀ-ÿ]{2}[^"]*)"/g),
    ].map((found) => found[1]);
    expect(attributes, 'Move these words to lib/locales/*/ui.ts').toEqual([]);
  });
});
