/** ANEF behind the login: what is read out under a heading, and the sentences that look like a refusal and are not one. */
import { describe, expect, it } from 'vitest';
import { recognise } from '@/lib/domain/recognise';
import { SITES } from '@/lib/pages';
import { ANEF, factsOf } from './facts';

const MESSAGE = `${ANEF}/usagers/#/espace-personnel/mes-notifications`;
const UNKNOWN = `${ANEF}/usagers/#/espace-personnel/ma-messagerie`;
const BACK = '< Retour a toutes mes notifications';
const COMPLEMENT = 'un complément est nécessaire à la poursuite de son instruction.';

function read(texts: readonly string[], url = MESSAGE) {
  return recognise(factsOf({ url, texts }), SITES);
}

describe('the list of notifications', () => {
  it('is read row by row: date, subject, state; a subject that is a button leaves its row without one', () => {
    const cells = (...rows: string[][]): string[] => rows.flat();
    const found = read([
      'Filtrer mes notifications :',
      ...cells(
        ['13/02/2026', 'SEJOUR', 'Demande de complément répondu', 'Répondu le 13/02/2026'],
        ['20/01/2026', 'SEJOUR', 'Non lu'],
        ['15/01/2026', 'SEJOUR', 'Demande de complément répondu', 'Répondu le 13/02/2026'],
      ),
    ]);
    expect(found?.page).toBe('notifications');
    expect(found?.extracted['notificationRows']).toEqual([
      '13/02/2026 · SEJOUR · Demande de complément répondu · Répondu le 13/02/2026',
      '20/01/2026 · SEJOUR · Non lu',
      '15/01/2026 · SEJOUR · Demande de complément répondu · Répondu le 13/02/2026',
    ]);
  });
});

describe('a complement request', () => {
  const sections = [
    BACK,
    `Je vous informe que, pour votre demande n° 9902202410300000042, ${COMPLEMENT}`,
    'Les documents mentionnés ci-dessous ne correspondent pas au justificatif demandé :',
    'Relevé de notes : nom_de_la_personne.pdf VOIR LE DOCUMENT',
    'Les documents mentionnés ci-dessous sont manquants :',
    'Justificatif de domicile',
    'Passeport',
    'Observations :',
    'Merci de joindre un relevé lisible.',
    'Cordialement,',
  ];

  it('is read section by section, without the names of the files that were sent', () => {
    const found = read([...sections, 'Lu le 13/02/2026']);
    expect(found?.page).toBe('complement-request');
    expect(found?.extracted).toMatchObject({
      dossierNumber: '9902202410300000042',
      itemsNotMatching: ['Relevé de notes'],
      itemsMissing: ['Justificatif de domicile', 'Passeport'],
      observations: 'Merci de joindre un relevé lisible.',
      readOn: '13/02/2026',
    });
  });

  it('takes no day from the list that stands behind it', () => {
    const found = read(['Filtrer mes notifications :', 'Lu le 01/12/2025', ...sections]);
    expect(found?.page).toBe('complement-request');
    expect(found?.extracted).not.toHaveProperty('readOn');
  });

  it('drops a number that holds no day', () => {
    const found = read([BACK, `Demande n° 9902202413990000042 : ${COMPLEMENT}`]);
    expect(found?.extracted).not.toHaveProperty('dossierNumber');
  });
});

describe('what only looks like a refusal', () => {
  it.each([
    'La taille du fichier ne doit pas dépasser 10 Mo.',
    'Si votre fichier est trop volumineux, réduisez sa taille.',
    'Un fichier dont la taille dépasse 10 Mo sera refusé.',
    'Formats acceptés : .jpg, .png, .pdf. La taille maximale : 10 Mo',
    'Le message « Le fichier est trop volumineux » apparaît quand il dépasse 10 Mo.',
    'Tant que votre titre n’a pas été remis, conservez votre attestation.',
    'Si votre titre est expiré depuis plus de 9 mois, prenez rendez-vous.',
    'Le message « il est trop tôt pour demander le renouvellement » s’affiche parfois.',
    'Ce champ est obligatoire. Veuillez le renseigner.',
  ])('%s', (text) => {
    expect(read([text], UNKNOWN)).toBeNull();
  });

  it.each([
    ['Le fichier est trop volumineux. Il ne doit pas dépasser 10 Mo.', 'upload-refused'],
    ['scan.heic : format de fichier non supporté', 'upload-refused'],
    ['Votre précédent titre de séjour n’a pas encore été remis.', 'titre-non-remis'],
    ['Vous ne pouvez pas déposer de demande tant que votre titre ne vous a pas été remis.', 'titre-non-remis'],
    ['Votre titre de séjour est expiré depuis plus de neuf mois.', 'expired-nine-months'],
    ['Demande invalide. Vous n’êtes pas reconnu bénéficiaire de la protection internationale.', 'bpi-refused'],
  ])('but « %s » is one', (text, page) => {
    expect(read([text], UNKNOWN)?.page).toBe(page);
  });
});
