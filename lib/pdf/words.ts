/** The fixed words of the pack's PDFs: always French, a court reads them (domain.md § 5.8). */

export const WORDS = {
  text: 'Texte visible de la page',
  noText: 'Le carnet ne contient pas le texte de cette page.',
  sameText: (seq: number, page: number): string =>
    `Texte visible de la page : le même que celui de la capture n° ${seq}, page ${page} de ce fichier.`,
  cutText: 'La suite du texte n’est pas imprimée : elle se trouve dans le carnet.',
  altText: 'Son texte est imprimé après l’image.',
  onNext: 'suite page suivante',
  fromPrevious: 'suite de la page précédente ; la partie marquée par la barre grise y figure déjà',
  unreadable: 'L’image de cette capture n’a pas pu être lue. Elle n’est pas montrée ici.',
  contents: 'Table des captures',
  contentsHead: ['N°', 'Date et heure', 'Page', 'Page du fichier'],
  mail: 'En-tête du message',
} as const;
