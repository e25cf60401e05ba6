/** Where a foreign page lives: at its own address, and at the addresses of our hosts where news, help and articles live. */

/** Its own address, on a host of nobody's (RFC 2606), and on one that imitates the portal's name. */
export function ownAddresses(theme: string, id: string): string[] {
  return [
    `https://www.${theme}.example/${id}`,
    `https://administration-etrangers-en-france.interieur.gouv.fr.${theme}.example/usagers/#/${id}`,
  ];
}

/** News, questions and legal pages: whatever stands there, also the words of another service's failure, is told, not lived. */
export function newsAddresses(id: string): string[] {
  return [
    'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/faq',
    'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/mentions-legales',
    `https://demarche.numerique.gouv.fr/faq/usager/${id}`,
    `https://www.haute-savoie.gouv.fr/Actualites/${id}`,
    `https://www.seine-saint-denis.gouv.fr/Publications/${id}`,
    `https://www.service-public.gouv.fr/particuliers/actualites/${id}`,
  ];
}

/** Help and news beside the procedures themselves, the login hosts included (they serve none today). */
export function helpAddresses(id: string): string[] {
  return [
    `https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/actualites/${id}`,
    `https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/aide/${id}`,
    `https://contacts-demarches.interieur.gouv.fr/aide/${id}`,
    `https://rdv.numerique.gouv.fr/aide/${id}`,
    `https://sso.anef.dgef.interieur.gouv.fr/aide/${id}`,
    `https://app.franceconnect.gouv.fr/faq/${id}`,
  ];
}
