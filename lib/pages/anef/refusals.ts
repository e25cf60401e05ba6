/** ANEF says no before anything is sent: a title not handed over, too early, too late, a status not found, a request already there. */
import type { PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { LOADING, QUOTES } from './guards';
import { dayAfter, HELD_TITLE } from './values';

/** Sentences begin a block or follow another one: what a help text quotes between « » does not. */
export const REFUSAL_ROWS: readonly PageRow[] = [
  {
    id: 'anef/titre-non-remis',
    outcome: 'blocked',
    label: 'Dépôt impossible : titre précédent « non remis »',
    when: {
      none: [QUOTES],
      any: [
        // A condition (« tant que le titre ne vous a pas été remis ») is not the refusal, unless the sentence refuses.
        {
          text: /(?:titre|duplicata|carte de séjour)(?<!(?:\b(?:tant que|jusqu'à|lorsque|quand|si|until|unless|if)\b|«).{0,200}).{0,60}(?:non[- ]?remis|(?:pas|jamais) (?:encore )?(?:été )?remise?\b|non[- ]?(?:récupéré|retiré)|(?:pas|jamais) (?:encore )?(?:été )?(?:récupéré|retiré))/,
        },
        {
          text: /(?:ne pouvez pas|ne peut(?: pas)?|n'est pas possible|impossible).{0,160}(?:titre|duplicata|carte de séjour).{0,60}(?:non[- ]?remis|(?:pas|jamais) (?:encore )?(?:été )?(?:remis|récupéré|retiré))/,
        },
        {
          text: /\b(?:permit|duplicate|card)(?<!(?:\b(?:until|unless|if)\b|[“]).{0,200}).{0,40}(?:has|was) not (?:yet )?(?:been )?(?:handed over|collected|picked up)/,
        },
      ],
    },
    extract: {
      message: {
        pattern:
          /^(.{0,200}(?:titre|duplicata|carte de séjour|permit|duplicate).{0,60}(?:remis|récupéré|retiré|handed over|collected|picked up).{0,200})$/,
      },
    },
    hints: ['A5', 'B3'],
    sources: [
      {
        ref: 'pages.md § 3.2 « Titre non remis » (loose: the wording is not known)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/too-early',
    outcome: 'blocked',
    label: 'Renouvellement refusé : « trop tôt »',
    when: {
      text: /(?:^|[.!?:] ?)(?:il est|it is) (?:encore |still )?(?:trop tôt|too early)(?: pour (?:demander|déposer|faire|effectuer|solliciter) (?:le|la|une?|votre) (?:demande de )?renouvellement| to (?:apply for|request|renew))/,
      none: [QUOTES],
    },
    extract: {
      ...HELD_TITLE,
      possibleFrom: dayAfter('à partir du|à compter du|dès le|from|as of'),
      deadline: {
        pattern:
          /((?:\d{1,3}|deux|trois|quatre|six)(?: ?\(\d{1,3}\))? (?:mois|jours|months|days) (?:avant|précédant|qui précèdent|before)[^.;]{0,80})/,
        is: 'delay',
      },
    },
    hints: ['B5'],
    sources: [
      { ref: 'pages.md § 3.2 « Too early »', seen: '2024-01-03', sure: 'confirmed-old' },
      {
        ref: 'the day and the number of months beside it: plausible, never seen',
        seen: '2026-11-22',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/expired-nine-months',
    outcome: 'blocked',
    label: 'Renouvellement refusé : titre expiré depuis plus de 9 mois',
    when: {
      none: [QUOTES],
      any: [
        {
          text: /\btitre(?<!(?:\b(?:si|lorsque|quand)\b|«).{0,200}) (?:de séjour )?.{0,60}expiré.{0,40}(?:\b9|neuf) mois/,
        },
        { text: /\b(?:permit|title)(?<!(?:\b(?:if|when)\b|[“]).{0,200}).{0,40}expired.{0,40}(?:\b9|nine) months/ },
      ],
    },
    extract: {
      ...HELD_TITLE,
      message: { pattern: /^(.{0,200}(?:expiré|expired).{0,40}(?:9|neuf|nine) (?:mois|months).{0,200})$/ },
    },
    hints: ['A6'],
    sources: [
      { ref: 'pages.md § 3.2 « Expired > 9 months » (wording approximated)', seen: '2026-03-01', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/bpi-refused',
    outcome: 'blocked',
    label: 'Demande refusée : protection internationale « non reconnue »',
    when: {
      text: /(?:^|[.!?:…\]] ?)(?:vous n'êtes pas|you are not) (?:reconnue?.{0,3} |recogni[sz]ed )?(?:comme |en tant que |as )?(?:a |an |un )?(?:bénéficiaire de la protection internationale|beneficiary of international protection)/,
      none: [QUOTES],
    },
    extract: {
      message: {
        pattern:
          /^(.{0,160}(?:bénéficiaire de la protection internationale|beneficiary of international protection).{0,120})$/,
      },
    },
    hints: ['B7', 'B4'],
    sources: [
      { ref: 'pages.md § 3.2 « BPI refused » (quoted by cqfd-journal.org)', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
  {
    id: 'anef/request-pending',
    outcome: 'blocked',
    label: 'Nouvelle demande refusée : une autre est déjà en cours',
    when: {
      text: /(?:^|[.!?:] ?)(?:vous avez déjà (?:déposé )?une (?:autre )?(?:demande|démarche)\b.{0,100}en cours|(?:une|votre) (?:autre )?(?:demande|démarche)\b.{0,80}\bdéjà en cours|you already have an? (?:other )?(?:application|request|procedure)\b.{0,80}(?:in progress|pending|under review|being processed))/,
      none: [QUOTES, LOADING],
    },
    extract: {
      message: {
        pattern:
          /^(.{0,120}(?:déjà|already).{0,200}(?:en cours|in progress|pending|under review|being processed).{0,120})$/,
      },
    },
    hints: ['A1'],
    sources: [
      {
        ref: 'pages.md § 3.2 « One process at a time » (a description: no page text was found)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/request-invalid',
    outcome: 'blocked',
    label: 'Demande « invalide » ou dépôt impossible',
    when: {
      none: [QUOTES],
      any: [
        { text: /^(?:demande invalide|invalid (?:request|application))(?:[ .!:…]|$)/ },
        { text: /^(?:dépôt|demande|renouvellement) impossible[ .!]{0,3}$/ },
        {
          // Inside the application, never at its door: other services of the State refuse in the same words.
          route: /#\/[a-z]|^\/(?:usagers|particuliers)\/[a-z]/,
          text: /^vous ne pouvez pas (?:déposer|effectuer|faire) (?:de|une|cette|votre) (?:nouvelle )?(?:demande|démarche)(?:(?!\b(?:si|tant que|lorsque|sans)\b).){0,160}$/,
        },
      ],
    },
    extract: {
      message: {
        from: 'page',
        pattern:
          /(?:^|\n)((?:demande invalide|invalid (?:request|application)|(?:dépôt|demande|renouvellement) impossible|vous ne pouvez pas (?:déposer|effectuer|faire))[^\n]{0,240}(?:\n[^\n]{1,200})?)/,
      },
    },
    hints: ['A4', 'B4', 'B5'],
    sources: [
      {
        ref: 'pages.md § 3.2 « Demande invalide. […] » (other reasons than BPI)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
];
