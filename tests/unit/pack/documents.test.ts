/** The documents as a lawyer reads them: headings, marks, what lacks, what each profile changes. */
import { describe, expect, it } from 'vitest';
import type { PackChoices } from '@/lib/domain/pack-types';
import { packDocuments } from '@/lib/pack/documents';
import type { MadeFile, PackDocument } from '@/lib/pack/documents/document';
import type { DocumentId } from '@/lib/pack/profiles';
import { at, campaign, Dossier, s003, sha } from './support';

const spans = (line: readonly { readonly text: string }[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');

function lines({ blocks }: PackDocument): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'frame') return [block.title];
    if (block.kind === 'table') return block.rows.map((row) => row.map(spans).join(' | '));
    if (block.kind === 'list') return block.items.map(spans);
    if (block.kind === 'form') return block.rows.map(({ label, value }) => `${label} : ${spans(value)}`);
    return [spans(block.line)];
  });
}

function documents(dossier: Dossier, choices: Partial<PackChoices> = {}): ReadonlyMap<DocumentId, PackDocument> {
  const plan = dossier.plan(choices);
  const made: MadeFile[] = plan.pieces.flatMap(({ volumes }) =>
    volumes.map(({ path, estimate }) => ({ path, sha256: sha(path), bytes: estimate, pages: 2, shows: [] })),
  );
  const { absent } = dossier.files();
  const kept = [{ seq: 9, sha256: sha('photo'), bytes: 1, path: null }];
  const all = packDocuments({
    plan,
    entries: dossier.entries,
    absent,
    kept,
    made,
    now: at('2026-11-22T08:00:00.000Z'),
  });
  return new Map(all.map((document) => [document.id, document]));
}
const said = (dossier: Dossier, id: DocumentId, choices: Partial<PackChoices> = {}): string[] => {
  const document = documents(dossier, choices).get(id);
  if (!document) throw new Error(`no ${id}`);
  return lines(document);
};

describe('the inventory', () => {
  it('has its headings, in their order, and one row a file', () => {
    const rows = said(s003(), 'inventory', {
      groups: { e7: 'urgency', e1: 'identity' },
      labels: { e7: 'Attestation de dépôt d’un proche' },
    });
    expect(rows.filter((row) => row.startsWith('Sur '))).toEqual([
      'Sur l’identité et le séjour :',
      'Sur la procédure :',
      'Sur l’urgence :',
    ]);
    expect(rows).toContain('9 | Attestation de dépôt d’un proche | 15 janvier 2024 | 2 | 09_document_2024-01-15.pdf');
    expect(said(campaign(), 'inventory').filter((row) => row.includes('sur4.pdf'))).toHaveLength(4);
  });

  it('cites the articles for a lawyer alone', () => {
    for (const profile of ['whole', 'citizen', 'association'] as const)
      expect(documents(s003(), { profile }).get('inventory')?.footer).toBeUndefined();
    expect(documents(s003(), { profile: 'lawyer' }).get('inventory')?.footer).toMatch(/R\. 412-2 et R\. 414-5/);
  });

  it('lists cited numbers that no file stands behind', () => {
    const dossier = s003();
    dossier.letter([1, 2], '2026-11-10T09:00:00.000Z');
    dossier.remove(1);
    const rows = said(dossier, 'inventory', { left: ['e2'] });
    expect(rows).toContain(
      'Ces numéros sont cités dans le courrier du 10 novembre 2026. Ils ne sont donnés à aucune autre pièce.',
    );
    expect(rows.filter((row) => row.endsWith('| retirée du dossier par l’intéressé(e)'))).toHaveLength(1);
    expect(rows.some((row) => /^2 \| Capture d’écran .*non communiquée$/.test(row))).toBe(true);
  });
});

describe('the chronology', () => {
  it('tells every event with its pièce; what nothing proves is « déclaratif »', () => {
    const dossier = s003();
    dossier.exchange('PAN', '2026-11-06T09:00:00.000Z', { words: 'on m’a dit de revenir' });
    const rows = said(dossier, 'chronology');
    expect(rows).toContain(
      '05/11/2026 à 09 h 30 | Appel au centre de contact citoyens – P-0008 | téléphone | appel sans réponse (14 min) | 8',
    );
    expect(rows).toContain(
      '06/11/2026 à 10 h 00 | Contact avec le point d’accueil numérique (déclaratif) – P-0014 | point d’accueil numérique | pas de réponse à ce jour ; « on m’a dit de revenir » | –',
    );
    expect(said(dossier, 'chronology', { profile: 'citizen' }).join()).not.toContain('on m’a dit');
  });

  it('tells a long campaign in few rows', () => {
    const rows = said(campaign(), 'chronology');
    expect(rows).toContain(
      'du 02/06/2026 au 01/09/2026 | 165 captures d’écran : Rendez-vous : aucun créneau disponible – P-0001 à P-0165 | site internet | démarche bloquée | 1',
    );
    expect(rows.length).toBeLessThan(10);
  });

  it('has what only a whole dossier tells: failures, removals, complement requests', () => {
    const dossier = new Dossier();
    const when = at('2026-11-02T09:00:00.000Z');
    dossier.add(
      'capture-failed',
      {
        url: 'https://exemple.fr/',
        masked: false,
        page: null,
        method: 'screen',
        trigger: 'popup',
        reason: 'no-gesture',
        startedAt: when,
        intent: 'i',
      },
      when,
    );
    dossier.add(
      'complement',
      {
        request: 'r',
        notifiedOn: '2026-11-03',
        items: [],
        files: [dossier.file('a', 'application/pdf')],
        captures: [],
        sent: { on: at('2026-11-05T09:00:00.000Z'), precision: 'day', files: [], captures: [] },
      },
      when,
    );
    const rows = said(dossier, 'chronology').join('\n');
    expect(rows).toContain('Capture d’écran demandée, non obtenue');
    expect(rows).toMatch(/03\/11\/2026 \| Demande de complément notifiée \(déclaratif\).*\| 1$/m);
    expect(rows).toMatch(/05\/11\/2026 \| Réponse à la demande de complément –.*\| 1$/m);
  });
});

describe('the note', () => {
  it('says what lacks, what was left out, what was removed, and asks for a label', () => {
    const dossier = s003();
    dossier.remove(2);
    const rows = said(dossier, 'note', { left: ['e5'] }).join('\n');
    expect(rows).toContain('Pas d’attestation écrite du centre de contact citoyens.');
    expect(rows).toContain('Dossier classé sans suite');
    expect(rows).toContain('Fichiers retirés du dossier par la personne, ligne P-0002.');
    expect(rows).toContain('1 fichier joint sans les informations cachées');
    expect(rows).toContain('Le journal ne dit pas ce que montre chacun de ces fichiers : pièce n° 1.');
  });

  it('prints both numbers where two sent letters disagree', () => {
    const dossier = s003();
    dossier.letter([1, 3], '2026-11-10T09:00:00.000Z');
    expect(said(dossier, 'note').join('\n')).toContain('sont ceux de l’inventaire.');
    dossier.letter([3, 4, 1], '2026-11-12T09:00:00.000Z', true, 'prefecture-mail');
    const rows = said(dossier, 'note');
    expect(
      rows
        .filter((row) => row.startsWith('Courriel à la préfecture, 12 novembre 2026 ('))
        .map((row) => row.split(' | ').slice(1).join()),
    ).toEqual(['', '1,2', '2,5', '3,1']);
  });
});

describe('the objections', () => {
  it('say what the file does not show', () => {
    const rows = said(campaign(8), 'objections').join('\n');
    expect(rows).toContain('La page a pu être modifiée dans le navigateur avant la capture');
    expect(rows).toContain('L’heure est celle de l’appareil.');
    expect(rows).toContain('8 captures d’écran, sur 5 jours');
    expect(said(campaign(8), 'objections', { profile: 'citizen' }).join()).toContain('à vérifier sur le site');
  });
});

it('each profile has its documents', () => {
  const of = (profile: PackChoices['profile']) => [...documents(s003(), { profile }).keys()];
  expect(of('whole')).toEqual(['inventory', 'chronology', 'note', 'objections']);
  expect(of('lawyer')).toEqual(of('whole'));
  expect(of('association')).toEqual(of('whole'));
  expect(of('citizen')).toEqual(['inventory', 'chronology', 'objections']);
  expect(of('captures')).toEqual([]);
});
