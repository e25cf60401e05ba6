/** The sections of LISEZ-MOI.html that are text and tables: what this is, counts, steps, chronology, limits, how to verify. */
import type { StepView } from '@/lib/domain/checklist-types';
import { displayNumber } from '@/lib/domain/entry';
import { BAG } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import type { TextKey } from '@/lib/locales';
import { absenceWords } from './absence';
import { type Described, whenWords } from './describe';
import { anchorOf, type Model } from './readme-model';
import { type Html, html } from './text';

/** A number, linked to its place when it has one. */
export function numberLink(seq: number, model: Model): Html {
  const anchor = anchorOf(seq, model);
  return anchor ? html`<a href="${anchor}">${displayNumber(seq)}</a>` : html`${displayNumber(seq)}`;
}

/** Words of a person, isolated: any script, any direction. */
export function ownWords(text: string): Html | null {
  return text ? html`<bdi class="words" dir="auto">${text}</bdi>` : null;
}

function listed(items: readonly Html[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** What must be read first: a broken chain, files not joined, a clock set back. Null when there is nothing to say. */
export function alerts(model: Model): Html | null {
  const { t } = model.words;
  const { chain, absent, entries } = model.input.inspection;
  const items: Html[] = [];
  if (chain.problems.length > 0) {
    const where = chain.problems.map(
      ({ line, seq, problem }) => html`${displayNumber(seq ?? line)} : ${t(`chain.${problem}`)}`,
    );
    items.push(html`<strong>${t('export.readme.alert.chain', { n: chain.problems.length })}</strong>${listed(where)}`);
  }
  if (absent.length > 0)
    items.push(
      html`<a href="#${model.words.locale}-absent">${t('export.readme.alert.absent', { n: absent.length })}</a>`,
    );
  if (chain.clockBack.length > 0) {
    const where = chain.clockBack.map(({ line, seconds }) => {
      const number = displayNumber(entries[line - 1]?.seq ?? line);
      return html`${t('export.readme.clock.item', { number, seconds })}`;
    });
    items.push(html`${t('export.readme.alert.clock', { n: chain.clockBack.length })}${listed(where)}`);
  }
  if (items.length === 0) return null;
  return html`<div class="alert" role="note"><h2>${t('export.readme.alert.title')}</h2>${listed(items)}</div>`;
}

function figures(model: Model): Html {
  const { counts, words, weeks, entries } = model;
  const one = (key: TextKey, n: number): Html =>
    html`<li><b>${new Intl.NumberFormat(words.locale).format(n)}</b> ${words.t(key, { n })}</li>`;
  return html`<ul class="figures" aria-label="${words.t('export.readme.figures')}">
${one('export.readme.figure.attempts', counts.attempts)}
${one('export.readme.figure.captures', counts.captures)}
${one('export.readme.figure.failures', counts.failures)}
${one('export.readme.figure.exchanges', counts.exchanges)}
${one('export.readme.figure.days', weeks.activeDays)}
${one('export.readme.figure.entries', entries.length)}
</ul>`;
}

/** What this is, in figures, and what held when it was exported. */
export function summary(model: Model): Html {
  const { t } = model.words;
  const { plan, chain } = model.input.inspection;
  const first = model.timeline[0];
  const last = model.timeline.at(-1);
  const day = (line: Described): string => whenWords(line.at, 'day', model.words).date;
  return html`<p>${t('export.readme.what.body')}</p>
${figures(model)}
${first && last ? html`<p>${t('export.readme.period', { from: day(first), to: day(last) })}</p>` : null}
<h3>${t('export.readme.integrity')}</h3>
${chain.problems.length === 0 ? html`<p>${t('export.readme.integrity.chain.ok', { n: chain.count })}</p>` : null}
<dl class="facts"><dt>${t('export.readme.integrity.head')}</dt><dd class="hash">${plan.head ?? '?'}</dd>
<dt>${t('export.readme.integrity.id')}</dt><dd class="hash">${plan.dossier}</dd></dl>`;
}

/** Days × attempts: a table, so that it is its own text equivalent. */
export function weekStrip(model: Model): Html {
  const { weeks, words } = model;
  const { t } = words;
  const dayName = new Intl.DateTimeFormat(words.locale, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  const names = Array.from({ length: 7 }, (_, index) => dayName.format((4 + index) * 86_400_000));
  const cell = (count: number): Html => {
    const level = count === 0 ? '' : count < 3 ? 'l1' : count < 6 ? 'l2' : 'l3';
    return html`<td><span class="${level}">${count === 0 ? '' : count}</span></td>`;
  };
  const rows = weeks.weeks.map(
    (week) =>
      html`<tr><th scope="row">${whenWords(momentAt(Date.parse(`${week.monday}T12:00:00Z`)), 'day', words).date}</th>${week.days.map(cell)}<td>${week.total}</td></tr>`,
  );
  return html`<p>${t('export.readme.week.intro')}${weeks.skipped ? ` ${t('export.readme.week.skipped')}` : ''}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${t('export.readme.week.intro')}"><table class="weeks"><thead><tr><th scope="col">${t('export.readme.week.of')}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">${t('export.readme.week.total')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** Numbers of the proofs of the parts that have some; null when none has. */
function partsDone(parts: StepView['parts']): readonly number[] | null {
  const proof = [...new Set(parts.flatMap((part) => part.proof))].sort((one, other) => one - other);
  return proof.length > 0 ? proof : null;
}

/** The steps with their traces: no verdict, only what the journal holds. */
export function steps(model: Model): Html | null {
  const { checklist } = model.input;
  if (!checklist) return null;
  const { t, locale } = model.words;
  const declaredTag = html`<span class="tag">${t('export.declarative')}</span>`;
  const rows = checklist.view.steps.map((step) => {
    const since = step.doneAt === null ? null : whenWords(momentAt(Date.parse(step.doneAt)), 'day', model.words).date;
    const optional = !step.mandatory && !step.received;
    // A step of two parts with one of them there: its traces are in the journal, whatever the step's own state says.
    const partly = step.doneAt === null ? partsDone(step.parts) : null;
    const traces = [
      ...(partly ? partly : step.proof).map((seq) => numberLink(seq, model)),
      ...step.declared.map((seq) => html`${numberLink(seq, model)} ${declaredTag}`),
    ];
    return html`<tr><td>${checklist.stepLabel(locale, step.id)} ${optional ? html`<span class="tag">${t('export.readme.checklist.optional')}</span>` : null}</td>
<td>${t(partly ? 'export.state.partly' : `export.state.${step.state}`)}${since ? html` ${t('export.readme.checklist.since', { date: since })}` : null}</td><td>${traces}</td></tr>`;
  });
  return html`<p>${checklist.trackLabel(locale)}</p>
<table><thead><tr><th scope="col">${t('export.readme.checklist.step')}</th><th scope="col">${t('export.readme.checklist.state')}</th><th scope="col">${t('export.readme.checklist.proof')}</th></tr></thead><tbody>${rows}</tbody></table>
<p class="lede">${t('export.readme.checklist.legal', { date: checklist.contentDate })}</p>`;
}

function timelineRow(line: Described, model: Model): Html {
  const { t } = model.words;
  const when = whenWords(line.at, line.precision, model.words);
  const url = line.url
    ? html`<small class="url">${line.url}${line.masked ? html` (${t('export.masked')})` : null}</small>`
    : null;
  const reference = line.reference
    ? html`<small>${t('export.readme.exchange.reference')} : <bdi>${line.reference}</bdi></small>`
    : null;
  const tag = line.declarative ? html` <span class="tag">${t('export.declarative')}</span>` : null;
  // role: a table laid out as blocks on a narrow screen stays a table for assistive tools.
  return html`<tr role="row" class="${line.declarative ? 'declared' : line.kind}"><td role="cell" class="num">${numberLink(line.seq, model)}</td><td role="cell" class="when">${when.date} ${when.time}${when.time ? html`<span class="zone">${when.shortZone}</span>` : null}</td>
<td role="cell"><bdi>${line.event}</bdi>${tag}${url}${reference}${ownWords(line.words)}</td><td role="cell">${line.channel}</td><td role="cell">${line.result}</td></tr>`;
}

/** Every entry, by the date of its event. */
export function timeline(model: Model): Html {
  const { t } = model.words;
  const heads = (['number', 'when', 'event', 'channel', 'result'] as const).map(
    (column) => html`<th role="columnheader" scope="col">${t(`export.column.${column}`)}</th>`,
  );
  return html`<p>${t('export.readme.timeline.intro')}</p>
<table class="timeline stacks" role="table"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">
${model.timeline.map((line) => timelineRow(line, model))}</tbody></table>`;
}

/** Files that entries name and that are not joined. */
export function absences(model: Model): Html | null {
  const { absent } = model.input.inspection;
  if (absent.length === 0) return null;
  const { t } = model.words;
  const rows = absent.map(
    (file) =>
      html`<tr><td class="num">${numberLink(file.seq, model)}</td><td><code>${file.path}</code>${file.name ? html`<small><bdi>${file.name}</bdi></small>` : null}</td><td>${absenceWords(file, t)}<small class="hash">SHA-256 ${file.sha256}</small></td></tr>`,
  );
  return html`<table><thead><tr><th scope="col">${t('export.readme.absent.number')}</th><th scope="col">${t('export.readme.absent.path')}</th><th scope="col">${t('export.readme.absent.reason')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const SHOWS = ['export.readme.limits.shows.1', 'export.readme.limits.shows.2', 'export.readme.limits.shows.3'] as const;
const NOT = [
  'export.readme.limits.not.1',
  'export.readme.limits.not.2',
  'export.readme.limits.not.3',
  'export.readme.limits.not.4',
  'export.readme.limits.not.5',
  'export.readme.limits.not.6',
] as const;

/** The box that says what the file shows, and what it does not prove (evidence.md § 0.4). */
export function limits(model: Model): Html {
  const { t } = model.words;
  return html`<div class="limits"><div><h3>${t('export.readme.limits.shows')}</h3>${listed(SHOWS.map((key) => html`${t(key)}`))}</div>
<div><h3>${t('export.readme.limits.not')}</h3>${listed(NOT.map((key) => html`${t(key)}`))}</div><p class="judge">${t('export.readme.limits.judge')}</p></div>`;
}

/** Commands that anyone can run, offline, without us. */
export function howToVerify(model: Model): Html {
  const { t } = model.words;
  const { manifest, tagManifest } = BAG;
  const windows = `Get-Content ${manifest},${tagManifest} | ForEach-Object { $h, $f = $_ -split '  ', 2
  if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f -ErrorAction SilentlyContinue).Hash -ne $h) { "${t('export.readme.verify.windows.message')} : $f" } }`;
  return html`<p>${t('export.readme.verify.intro')}</p>
<h3>${t('export.readme.verify.linux')}</h3><pre>sha256sum -c ${manifest} ${tagManifest}</pre>
<h3>${t('export.readme.verify.mac')}</h3><pre>shasum -a 256 -c ${manifest}
shasum -a 256 -c ${tagManifest}</pre>
<h3>${t('export.readme.verify.windows')}</h3><pre>${windows}</pre>
<h3>${t('export.readme.verify.scripts')}</h3><pre>sh ${BAG.shell}
powershell -ExecutionPolicy Bypass -File ${BAG.powershell}</pre>
<h3>${t('export.readme.verify.ours')}</h3><pre>npm run verify -- ${model.input.inspection.plan.name}.zip</pre>`;
}
