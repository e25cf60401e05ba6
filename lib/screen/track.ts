/** The track of a new dossier: « bug technique de l'ANEF », the protocol's main one (domain.md § 3.5). */
export const DEFAULT_TRACK = 'T1';
