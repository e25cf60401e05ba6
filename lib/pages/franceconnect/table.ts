/** FranceConnect: only its error pages (typical for foreigners whose civil status differs between registers). */
import type { SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';

export const FRANCECONNECT: SiteTable = {
  site: 'franceconnect',
  label: 'FranceConnect',
  hosts: NATIONAL_HOSTS.franceconnect,
  rows: [
    {
      id: 'franceconnect/error',
      outcome: 'blocked',
      label: 'Erreur de FranceConnect',
      when: {
        any: [
          { text: /\berreur ?:? ?Y\d{6}\b|\berror ?:? ?Y\d{6}\b/ },
          { title: /^erreur de connexion\b.{0,20}franceconnect/ },
          { heading: /^une erreur s'est produite|^an error (?:has )?occurred/ },
          { status: [500, 599] },
        ],
      },
      extract: {
        errorCode: { pattern: /\b(?:erreur|error) ?:? ?(Y\d{6})\b/ },
        message: {
          pattern: /^((?:votre session|une erreur technique|un problème lié|votre accès|la connexion à).{10,250})$/,
        },
      },
      hints: ['B1'],
      loggedOut: true,
      sources: [
        { ref: 'pages.md § 4.3 (france-connect/sources 279ddb0f, 579f173b)', seen: '2026-11-21', sure: 'confirmed' },
      ],
    },
  ],
};
