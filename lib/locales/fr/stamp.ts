/** FR: the words of the band under a stamped picture. */
export const stamp = {
  'stamp.title': 'Capture {number}',
  'stamp.url': 'Adresse',
  'stamp.masked': 'paramètres masqués',
  'stamp.date': 'Date',
  'stamp.paris': '{date} {time} (heure de Paris, {offset})',
  'stamp.local': '{date} {time} (heure du lieu, {zone}, {offset})',
  'stamp.utc': '{utc} (UTC)',
  'stamp.clock': 'Horloge',
  'stamp.clock.device': "Date et heure données par l'horloge de cet appareil.",
  'stamp.clock.same': "Horloge du serveur : même seconde que l'appareil.",
  'stamp.clock.ahead': "Horloge du serveur : en avance de {seconds} s sur l'appareil.",
  'stamp.clock.behind': "Horloge du serveur : en retard de {seconds} s sur l'appareil.",
  'stamp.picture': 'Image',
  'stamp.method.screen': "Pixels de l'écran, une vue.",
  'stamp.method.full-page': 'Page entière en une prise.',
  'stamp.method.stitched': 'Page entière assemblée de {views, plural, one {# vue} other {# vues}}.',
  'stamp.method.rerendered': "RENDU RECONSTITUÉ : redessiné d'après la page, ce ne sont pas les pixels de l'écran.",
  'stamp.sha256': 'SHA-256',
  'stamp.sha256.of': "(de l'image d'origine, gardée sans ce bandeau)",
  'stamp.footer':
    "Carnet de démarches, outil indépendant, sans lien avec l'administration. Bandeau ajouté sous l'image.",
} as const;
