/** Our own pages: LISEZ-MOI.html of exports, and every text of our screens. They quote the tables' words on every line. */
import { momentAt } from '@/lib/domain/moment';
import type { SiteTable } from '@/lib/domain/page';
import { exportDossier } from '@/lib/export/bag';
import { readme } from '@/lib/export/readme';
import { EN } from '@/lib/locales/en';
import { FR } from '@/lib/locales/fr';
import { IDLE_VERIFIER, NOW, SampleJournal, sampleJournal, wordsOf } from '../../unit/export/sample';

export interface OwnPage {
  readonly id: string;
  readonly html: string;
}

/** What people write beside their attempts: the sentences that blocked them. */
const WORDS_OF_PEOPLE = [
  'Certaines informations que vous avez saisies sont incorrectes. Veuillez vérifier votre saisie.',
  'Il semblerait que vos informations soient déjà associées à un compte.',
  'Il est trop tôt pour demander le renouvellement de votre titre.',
  'Aucun créneau disponible à partir de cette date.',
  'Votre demande a bien été enregistrée et vous allez recevoir un accusé de réception.',
  'Votre demande en ligne de titre de séjour n° 9402202410301434894 a été clôturée.',
  'Nom d’utilisateur ou mot de passe invalide',
  'Service momentanément indisponible',
];

/** An attempt for each row of the tables, and a note and an exchange for each sentence. */
async function dossierOfEverything(sites: readonly SiteTable[]): Promise<SampleJournal> {
  const journal = new SampleJournal();
  await journal.add('dossier-opened', { alias: 'Essai', track: 'T1', departments: ['93'], product: 'essai' });
  for (const { row } of sites.flatMap((site) => site.rows.map((one) => ({ row: one })))) {
    const [site = '', page = ''] = row.id.split('/');
    await journal.add('attempt', {
      url: `https://exemple.invalid/${row.id}`,
      masked: false,
      title: row.label,
      page: { site, page, outcome: row.outcome },
      extracted: {},
      source: 'page',
      tables: '2026-11-22',
    });
  }
  for (const words of WORDS_OF_PEOPLE) {
    await journal.add('note', { text: words });
    await journal.add('exchange', {
      channel: 'CCC_FORM',
      on: momentAt(Date.parse('2026-11-02T08:00:00.000Z')),
      precision: 'day',
      outcome: 'NONE',
      words,
      files: [],
      captures: [],
    });
  }
  return journal;
}

async function readmeOf(journal: SampleJournal, sites: readonly SiteTable[]): Promise<string> {
  const labels = new Map(sites.flatMap((site) => site.rows.map((row) => [row.id as string, row.label] as const)));
  const named = (locale: 'fr' | 'en') => ({ ...wordsOf(locale), page: (id: string) => labels.get(id) ?? null });
  const { inspection } = await exportDossier(journal.options());
  return readme({
    inspection,
    words: { fr: named('fr'), en: named('en') },
    now: NOW,
    version: '0.1.0',
    verifier: IDLE_VERIFIER,
  });
}

function screenOf(lang: string, title: string, texts: readonly string[], tag: string): string {
  const lines = texts
    .map((text) => `<${tag}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${tag}>`)
    .join('\n');
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${lines}</main></body></html>`;
}

/** The labels of the rows, as the popup, the journal and the note print them. */
function labelsOf(sites: readonly SiteTable[], locale: 'fr' | 'en'): string[] {
  const table: Readonly<Record<string, string>> = locale === 'fr' ? FR : EN;
  return sites.flatMap((site) => site.rows.map((row) => table[`pages.${row.id}`] ?? row.label));
}

/** Every page of ours that may be open in a tab, as documents. */
export async function ownPages(sites: readonly SiteTable[]): Promise<OwnPage[]> {
  return [
    { id: 'lisez-moi-sample', html: await readmeOf(await sampleJournal(), sites) },
    { id: 'lisez-moi-everything', html: await readmeOf(await dossierOfEverything(sites), sites) },
    { id: 'screens-fr', html: screenOf('fr', 'Carnet de démarches', Object.values(FR), 'p') },
    { id: 'screens-en', html: screenOf('en', 'Carnet de démarches', Object.values(EN), 'p') },
    { id: 'journal-fr', html: screenOf('fr', 'Journal', labelsOf(sites, 'fr'), 'h3') },
    { id: 'journal-en', html: screenOf('en', 'Journal', labelsOf(sites, 'en'), 'h3') },
  ];
}
