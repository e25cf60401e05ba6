/** A long table of invented lines. */
import type { Table } from '@/lib/domain/letter-types';

export const CHRONOLOGY_ROWS = (count: number): Table => ({
  kind: 'table',
  caption: 'Chronologie',
  head: ['Date', 'Démarche accomplie', 'Résultat', 'Pièce n°'],
  rows: Array.from({ length: count }, (_, i) => [
    [{ text: '02/11/2026 à 10 h 00' }],
    [{ text: `Message au centre de contact citoyens (formulaire), ligne-${i + 1}.` }],
    [{ text: i % 3 === 0 ? 'réponse automatique (05/11/2026) – « votre demande est prise en compte »' : '' }],
    [{ text: String(i + 1) }],
  ]),
});
