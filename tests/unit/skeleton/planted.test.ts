/** Whatever of a person is planted in a page, nothing of it stands in the skeleton. */
// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripAccents } from '@/lib/domain/normalise';
import { renderSkeleton } from '@/lib/skeleton/render';
import { isKnown } from '@/lib/skeleton/vocabulary';
import { sourceOf } from './dom-ports';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzéèïçñ';
const CASES = [
  (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
  (word: string) => word.toUpperCase(),
  (word: string) => word,
];

/** A name that nobody has, in the three ways in which sites write names; never a word of the vocabulary or of the markup. */
const word = fc
  .string({ unit: fc.constantFrom(...LETTERS), minLength: 6, maxLength: 12 })
  .filter((one) => !isKnown(stripAccents(one)) && !/body|title|button|hidden|squelette|complete|charset/.test(one));
const name = fc.tuple(word, fc.constantFrom(...CASES)).map(([one, written]) => written(one));
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 14 });
const email = fc.tuple(word, word).map(([one, other]) => `${one}.${other}@exemple.invalid`);
const date = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((day) =>
    fc.constantFrom(
      day.toISOString().slice(0, 10),
      day.toLocaleDateString('fr-FR', { timeZone: 'UTC' }),
      day.toLocaleDateString('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    ),
  );
const token = fc.tuple(word, digits, word).map(([one, number, other]) => `${one}${number}${other.toUpperCase()}`);
const anything = fc.oneof(name, digits, email, date, token);

const SKELETON_OWN = /^<!--\nurl: [^\n]*\nstatus: \d+\nexpect: none\nnote: [^\n]*\n-->\n/;

/** What is looked for: each run of letters or digits that could tell of somebody. Short ones stand in any text. */
function tracesOf(planted: string): string[] {
  return planted
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 4 && !['exemple', 'invalid', 'https'].includes(part));
}

function skeletonOf(
  html: string,
  address = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/sejour',
): string {
  return renderSkeleton(sourceOf(html, address));
}

function expectNoTrace(skeleton: string, planted: readonly string[]): void {
  const [header = ''] = SKELETON_OWN.exec(skeleton) ?? [];
  expect(header).not.toBe('');
  const url = header.split('\n')[1] ?? '';
  const text = `${url}\n${skeleton.slice(header.length)}`.toLowerCase();
  for (const one of planted.flatMap(tracesOf)) expect(text.includes(one), `« ${one} » in:\n${skeleton}`).toBe(false);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Every place where a value stands, however it is written. */
const VALUE_PLACES: readonly ((value: string) => string)[] = [
  (v) => `<input type="text" value="${v}">`,
  (v) => `<input type="hidden" value="${v}">`,
  (v) => `<input type="checkbox" name="${v}" value="${v}" checked>`,
  (v) => `<textarea>${v}</textarea>`,
  (v) => `<select><option selected>${v}</option></select>`,
  (v) => `<table><tr><th>Nom</th><td>${v}</td></tr></table>`,
  (v) => `<table><tr><td><a href="#">${v}</a></td></tr></table>`,
  (v) => `<div role="grid"><div role="row"><span role="gridcell">${v}</span></div></div>`,
  (v) => `<dl><dt>Nom d’usage</dt><dd><strong>${v}</strong></dd></dl>`,
  (v) => `<output>${v}</output><time datetime="${v}">${v}</time><address>${v}</address>`,
  (v) => `<div contenteditable="true">${v}</div><span role="textbox">${v}</span>`,
  (v) => `<header><nav><a href="/compte/${v}">${v}</a></nav></header>`,
  (v) => `<header><button>Bonjour ${v}</button></header>`,
  (v) => `<div role="banner"><span>${v}</span><ul role="menu"><li role="menuitem">${v}</li></ul></div>`,
  (v) => `<p>Nom : ${v}</p><p>Né(e) le ${v}</p><p>Numéro étranger : ${v}</p>`,
  (v) => `<p>Bonjour ${v}, votre demande est enregistrée.</p><p>Madame ${v}</p><p>M. ${v}</p>`,
  (v) => `<div>${v}</div><span>${v}</span><ul><li>${v}</li></ul>`,
  (v) => `<p title="${v}" aria-label="${v}" data-nom="${v}" id="${v}" class="${v}">Votre demande</p>`,
  (v) => `<img alt="${v}" src="/${v}.png"><a href="/d?token=${v}" title="${v}">Suivre</a>`,
  (v) => `<!-- ${v} --><script>var nom = "${v}";</script><style>.x::before { content: "${v}" }</style>`,
  (v) => `<template><p>${v}</p></template><noscript>${v}</noscript><iframe title="${v}" srcdoc="${v}"></iframe>`,
  (v) => `<div hidden><h2>${v}</h2></div><svg><title>${v}</title><text>${v}</text></svg>`,
  (v) => `<x-usager nom="${v}"></x-usager><input type="submit" value="Envoyer" name="${v}">`,
];

describe('what is planted in the places of values', () => {
  it.each(VALUE_PLACES.map((place, at) => [place('Valeur'), at] as const))('%s', (_html, at) => {
    const place = VALUE_PLACES[at] as (value: string) => string;
    fc.assert(
      fc.property(anything, (value) => {
        expectNoTrace(skeletonOf(`<main><h1>Ma demande</h1>${place(escaped(value))}</main>`), [value]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is planted in the texts', () => {
  it('numbers, e-mails, dates and tokens never stand in a heading, a button, a label or an alert', () => {
    fc.assert(
      fc.property(fc.oneof(digits, email, date, token), (value) => {
        const v = escaped(value);
        const html = `<h1>Dossier n° ${v}</h1><button>Ouvrir ${v}</button><label>Votre ${v}</label>
          <div role="alert">Votre demande ${v} n’a pas pu être traitée</div><p>Le ${v}, votre demande a été refusée par nos services.</p>`;
        expectNoTrace(skeletonOf(html), [value]);
      }),
      { numRuns: 200 },
    );
  });

  it('names with a capital never stand anywhere', () => {
    const proper = fc.tuple(word, fc.constantFrom(...CASES.slice(0, 2))).map(([one, written]) => written(one));
    fc.assert(
      fc.property(proper, proper, (one, other) => {
        const html = `<h1>Dossier de ${one} ${other}</h1><button>${one}</button><label>Titulaire ${other}</label><legend>${one}</legend>
          <div role="alert">${one} ${other} n’a pas pu déposer sa demande de titre de séjour</div>
          <p>La demande de ${one} <b>${other}</b> a été enregistrée et sera traitée par la préfecture.</p><p>${one} a déposé une demande.</p>`;
        expectNoTrace(skeletonOf(html), [one, other]);
      }),
      { numRuns: 200 },
    );
  });

  it('a name that a value or the header gives is masked wherever else it stands, in small letters too', () => {
    fc.assert(
      fc.property(word, (value) => {
        const html = `<header><a href="#">${value.toUpperCase()}</a></header>
          <p>La demande que ${value} a faite est enregistrée et sera traitée par nos services.</p><h2>dossier ${value}</h2>`;
        const address = `https://demarche.numerique.gouv.fr/dossiers/${encodeURIComponent(value)}?nom=${encodeURIComponent(value)}#/usager/${encodeURIComponent(value)}`;
        expectNoTrace(skeletonOf(html, address), [value]);
      }),
      { numRuns: 200 },
    );
  });

  it('parameters and identifiers never stand in the address', () => {
    fc.assert(
      fc.property(fc.oneof(digits, email, token, name), (value) => {
        const v = encodeURIComponent(value);
        const address = `https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/${v}/demarche/4418/?${v}=${v}&code=${v}#/creneau/${v}?x=${v}`;
        expectNoTrace(skeletonOf('<p>Aucun créneau disponible</p>', address), [value]);
      }),
      { numRuns: 200 },
    );
  });
});
