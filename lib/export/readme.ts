/** LISEZ-MOI.html: one file, one script (the verifier), no network, French then English; every text of an entry is escaped. */
import type { Locale, TextKey } from '@/lib/locales';
import { whenWords } from './describe';
import { arrivals } from './readme-arrivals';
import { checkHere } from './readme-check';
import { exchanges, pictures } from './readme-evidence';
import { importedFiles } from './readme-imports';
import { type Model, modelOf, type ReadmeInput } from './readme-model';
import { piecesIndex } from './readme-pieces';
import { absences, alerts, howToVerify, limits, steps, summary, timeline, weekStrip } from './readme-sections';
import { README_STYLE } from './readme-style';
import { type Html, html } from './text';
import type { InlineScript } from './types';

/** Nothing is loaded but the pictures beside the file; nothing runs but the verifier, known by its hash. */
function policy(script: InlineScript): string {
  return `default-src 'none'; script-src 'sha256-${script.sha256}'; img-src 'self' file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}

interface Section {
  readonly id: string;
  readonly title: TextKey;
  readonly body: (model: Model) => Html | null;
  /** Shown once, in French: the files themselves need no translation, their captions are dates and addresses. */
  readonly once?: boolean;
}

const SECTIONS: readonly Section[] = [
  { id: 'what', title: 'export.readme.what', body: summary },
  { id: 'check', title: 'export.readme.check', body: checkHere },
  { id: 'pieces', title: 'export.readme.pieces', body: piecesIndex },
  {
    id: 'weeks',
    title: 'export.readme.week',
    body: (model) => (model.weeks.weeks.length > 0 ? weekStrip(model) : null),
  },
  { id: 'limits', title: 'export.readme.limits', body: limits },
  { id: 'steps', title: 'export.readme.checklist', body: steps },
  { id: 'timeline', title: 'export.readme.timeline', body: timeline },
  { id: 'absent', title: 'export.readme.absent', body: absences },
  { id: 'exchanges', title: 'export.readme.exchanges', body: exchanges, once: true },
  { id: 'imports', title: 'export.readme.imports', body: importedFiles, once: true },
  { id: 'pictures', title: 'export.readme.pictures', body: pictures, once: true },
  { id: 'verify', title: 'export.readme.verify', body: howToVerify },
];

function header(model: Model, other: { readonly locale: Locale; readonly name: string }): Html {
  const { t } = model.words;
  const when = whenWords(model.input.now, 'minute', model.words);
  return html`<header><p class="brand"><strong>${t('export.product')}</strong><span class="languages"><a href="#${other.locale}" lang="${other.locale}" hreflang="${other.locale}">${other.name}</a></span></p>
<h1>${t('export.readme.title')}</h1><p class="lede"><bdi>${t('export.readme.dossier', { alias: model.alias })}</bdi></p>
<p class="lede">${t('export.readme.exported', { date: when.date, time: when.time, zone: when.zone })}</p><p class="independent">${t('export.independent')}</p></header>`;
}

function languagePart(model: Model, other: { readonly locale: Locale; readonly name: string }, main: boolean): Html {
  const { t, locale } = model.words;
  const shown = SECTIONS.filter((section) => main || !section.once).flatMap((section) => {
    const body = section.body(model);
    return body ? [{ id: `${locale}-${section.id}`, title: t(section.title), body }] : [];
  });
  const toc = html`<nav class="toc" aria-label="${t('export.readme.toc')}"><ol>${shown.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
  const sections = shown.map(
    ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>`,
  );
  return html`<div id="${locale}" lang="${locale}" class="${main ? 'french' : 'english'}">${header(model, other)}${alerts(model)}${arrivals(model)}${toc}${sections}</div>`;
}

/** The whole page. Pure: same dossier, same moment, same bytes. */
export function readme(input: ReadmeInput): string {
  const fr = modelOf(input, 'fr');
  const en = modelOf(input, 'en');
  const { t } = input.words.fr;
  const names = { fr: t('export.language'), en: input.words.en.t('export.language') };
  const page = html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(input.verifier)}"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${t('export.readme.title')}</title><style>${{ html: README_STYLE }}</style></head>
<body><a class="skip" href="#fr-what">${t('export.readme.skip')}</a><main class="page">
${languagePart(fr, { locale: 'en', name: names.en }, true)}
${languagePart(en, { locale: 'fr', name: names.fr }, false)}
<footer><p>${t('export.readme.footer', { product: t('export.product'), version: input.version, independent: t('export.independent') })}</p></footer>
</main><script>${{ html: input.verifier.code }}</script></body></html>
`;
  return page.html;
}
