/** FR: the line of the journal that keeps an authority’s time-stamp. */

export const stamps = {
  'kind.stamped': 'Horodatages par un tiers',
  'stamps.title': 'Horodatage demandé à {authority} pour {number}',
  'stamps.row.hash': 'Empreinte horodatée (SHA-256)',
  'stamps.row.authority': 'Autorité, comme nous la nommons',
  'stamps.row.url': 'Adresse',
  'stamps.row.token': 'Empreinte du jeton (SHA-256)',
} as const;
