/** EN: the line of the journal that keeps an authority’s time-stamp. */

export const stamps = {
  'kind.stamped': 'Time-stamps by a third party',
  'stamps.title': 'Time-stamp asked of {authority} for {number}',
  'stamps.row.hash': 'Fingerprint that was time-stamped (SHA-256)',
  'stamps.row.authority': 'Authority, as we name it',
  'stamps.row.url': 'Address',
  'stamps.row.token': 'Fingerprint of the token (SHA-256)',
} as const;
