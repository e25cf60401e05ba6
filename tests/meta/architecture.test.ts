/** The house rules that a machine can check: the top level, the arrows, the one door to the browser, sizes, opening sentences. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const TOP_FOLDERS = ['assets', 'components', 'entrypoints', 'lib', 'tests'];
const MAX_FUNCTION_LINES = 60;

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const shipped = ['entrypoints', 'components', 'lib'].flatMap((folder) => filesUnder(folder, /\.tsx?$/));
const sources = [...shipped, ...filesUnder('tests', /\.tsx?$/)];
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.ES2022,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** What a file imports: modules named in import/export declarations and in import(). */
function importsOf(file: string): string[] {
  return ts.preProcessFile(read(file), true, true).importedFiles.map((one) => one.fileName);
}

describe('the house', () => {
  it('keeps its top level', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'out'].includes(entry.name),
      )
      .map((entry) => entry.name)
      .sort();
    expect(folders, 'The top level is fixed (design.md § 3): put the new folder under one of these.').toEqual(
      TOP_FOLDERS,
    );
  });

  it('opens each file with one sentence saying what it is for', () => {
    const silent = sources.filter((file) => !/^(#!.*\n)?(\/\/\/ <.*\n)*\/\*\*(\n \*)? \S/.test(read(file)));
    expect(silent, 'Begin these files with /** What this file is for. */').toEqual([]);
  });

  it('lets only lib/platform touch the browser API, only lib/journal touch idb, only entrypoints touch wxt', () => {
    const offenders = shipped.flatMap((file) =>
      importsOf(file)
        .filter(
          (name) =>
            (name === 'webextension-polyfill' && file !== 'lib/platform/browser.ts') ||
            (name === 'idb' && !file.startsWith('lib/journal/')) ||
            (/^wxt(\/|$)/.test(name) && !file.startsWith('entrypoints/')),
        )
        .map((name) => `${file} imports ${name}`),
    );
    expect(offenders).toEqual([]);
    const raw = shipped.filter(
      (file) =>
        !file.startsWith('lib/platform/') &&
        /\b(chrome|browser)\.(runtime|tabs|storage|scripting|permissions|action|webRequest)\b/.test(read(file)),
    );
    expect(raw, 'Go through lib/platform.').toEqual([]);
  });

  it('loads the PDF writer and its fonts only when a file is asked for', () => {
    const offenders = shipped.filter(
      (file) => !file.startsWith('lib/pdf/') && /^import (?!type).*['"](@\/lib\/pdf\/|pdfkit)/m.test(read(file)),
    );
    expect(offenders, "Use await import('@/lib/pdf/…'): with its fonts it weighs more than everything else.").toEqual(
      [],
    );
  });

  it('keeps the court pack’s model pure: it plans and words, others draw, read and write', () => {
    const offenders = filesUnder('lib/pack', /\.tsx?$/).flatMap((file) =>
      importsOf(file)
        .filter((name) =>
          /^@\/lib\/(?!domain\/|pages$|letters|protocols|prefectures|locales)|^@\/components|^node:/.test(name),
        )
        .map((name) => `${file} imports ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  it('ships zod/mini only', () => {
    const offenders = shipped.filter((file) =>
      importsOf(file).some((name) => name === 'zod' || name.startsWith('zod/v')),
    );
    expect(offenders, "Import * as z from 'zod/mini': 29 KB instead of 100.").toEqual([]);
  });

  it('keeps functions short', () => {
    const long: string[] = [];
    for (const file of shipped) {
      const source = parse(file);
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) && 'body' in node && node.body) {
          const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
          const last = source.getLineAndCharacterOfPosition(node.end).line;
          if (last - first + 1 > MAX_FUNCTION_LINES) long.push(`${file}:${first + 1} (${last - first + 1} lines)`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(long, `Split these functions (at most ${MAX_FUNCTION_LINES} lines).`).toEqual([]);
  });

  it('has no `any` and no silenced type error in lib/domain', () => {
    const hasAny = (node: ts.Node): boolean =>
      node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, hasAny) ?? false);
    const offenders = filesUnder('lib/domain', /\.ts$/).filter(
      (file) => /@ts-/.test(read(file)) || hasAny(parse(file)),
    );
    expect(offenders).toEqual([]);
  });

  it('asks for no broad permission', () => {
    const manifest = read('wxt.config.ts');
    for (const broad of [
      '<all_urls>',
      '*://*/*',
      'https://*/*',
      "'debugger'",
      "'tabs'",
      "'history'",
      "'cookies'",
      "'webNavigation'",
      "'downloads'",
    ]) {
      expect(manifest, `${broad} is refused (design.md § 2.7)`).not.toContain(broad);
    }
  });
});
