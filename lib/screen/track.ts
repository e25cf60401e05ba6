/** The tracks with which a dossier begins: one by default, one while nobody knows yet. */
/** The welcome page asks for nothing but a name: « bug technique de l'ANEF », the protocol's main track (domain.md § 3.5), until the person says more. */
export const DEFAULT_TRACK = 'T1';
/** « Je ne sais pas encore »: the questions of T0 come first. */
export const UNKNOWN_TRACK = 'T0';
