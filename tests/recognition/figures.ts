/** What the recogniser is tested on, in one line: the figures that README and CONTRIBUTING quote. */
import { SITES } from '@/lib/pages';
import { readPageFixtures } from '../commands/fixtures-of-pages';
import { FOREIGN_PAGES } from './foreign';
import { MUTATION_NAMES } from './mutations';

/** « 194 lignes de 10 tables, 675 pages d’exemple dont 58 qui ne doivent rien donner, 315 pages étrangères, 22 mutations ». */
export function figures(): string {
  const fixtures = readPageFixtures();
  const rows = SITES.flatMap((site) => site.rows);
  const silent = fixtures.filter(({ expect }) => expect === null);
  return [
    `${rows.length} lignes de ${SITES.length} tables`,
    `${fixtures.length} pages d’exemple dont ${silent.length} qui ne doivent rien donner`,
    `${FOREIGN_PAGES.length} pages étrangères`,
    `${MUTATION_NAMES.length} mutations`,
  ].join(', ');
}
