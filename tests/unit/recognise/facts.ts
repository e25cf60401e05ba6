/** Facts for the recogniser's tests: an empty page, changed where a test needs it. */
import type { PageFacts } from '@/lib/domain/page';

export const RDV = 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/4418';
export const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr';

/** A page that shows nothing, with what is given in its place. */
export function factsOf(change: Partial<PageFacts>): PageFacts {
  const url = change.url ?? `${ANEF}/usagers/#/vide`;
  return {
    url,
    firstUrl: url,
    title: '',
    lang: 'fr',
    status: 200,
    headings: [],
    alerts: [],
    texts: [],
    actions: [],
    fields: [],
    choices: [],
    truncated: false,
    ...change,
  };
}
