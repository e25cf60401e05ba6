/** The section of LISEZ-MOI.html where a person gives the ZIP to the page; `page/main.ts` brings it to life. */
import { NOT_PROVED } from './not-proved';
import type { Model } from './readme-model';
import { type Html, html } from './text';

/** What stays beside the result whatever it is; the page's own warnings come after those of every verifier. */
const NOT = [...NOT_PROVED, 'export.readme.check.not.3', 'export.readme.check.not.4'] as const;

/** The tool is hidden until its script runs; without the script, a sentence says where to go. */
export function checkHere(model: Model): Html {
  const { t, locale } = model.words;
  const note = `${locale}-check-folder-note`;
  return html`<div class="verifier" data-verifier="${locale}">
<p data-check="noscript">${t('export.readme.check.noscript')}</p>
<div data-check="tool" hidden><p>${t('export.readme.check.intro')}</p>
<div class="drop" data-check="give"><p class="drop-here" aria-hidden="true">${t('export.readme.check.drop')}</p>
<p><label class="pick"><input type="file" accept=".zip,application/zip" data-give="zip">${t('export.readme.check.zip')}</label>
<label class="pick second"><input type="file" webkitdirectory data-give="folder" aria-describedby="${note}">${t('export.readme.check.folder')}</label></p>
<p id="${note}" class="note">${t('export.readme.check.folder.note')}</p></div>
<div data-check="running" hidden><p role="status" data-check="count"></p><progress data-check="bar" aria-label="${t('export.readme.check')}"></progress> <button type="button" data-check="cancel">${t('export.readme.check.cancel')}</button></div>
<div data-check="result" role="region" aria-live="polite" aria-label="${t('export.readme.check.result')}"></div></div>
<div class="limits" data-check="not"><div><h3>${t('verify.not')}</h3><ul>${NOT.map((key) => html`<li>${t(key)}</li>`)}</ul></div></div></div>`;
}
