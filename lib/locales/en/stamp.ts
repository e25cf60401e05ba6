/** EN: the words of the band under a stamped picture. */
export const stamp = {
  'stamp.title': 'Capture {number}',
  'stamp.url': 'Address',
  'stamp.masked': 'parameters hidden',
  'stamp.date': 'Date',
  'stamp.paris': '{date} {time} (Paris time, {offset})',
  'stamp.local': '{date} {time} (local time, {zone}, {offset})',
  'stamp.utc': '{utc} (UTC)',
  'stamp.clock': 'Clock',
  'stamp.clock.device': 'Date and time given by the clock of this device.',
  'stamp.clock.same': "Server clock: same second as the device's.",
  'stamp.clock.ahead': "Server clock: {seconds} s ahead of the device's.",
  'stamp.clock.behind': "Server clock: {seconds} s behind the device's.",
  'stamp.picture': 'Picture',
  'stamp.method.screen': 'Pixels of the screen, one view.',
  'stamp.method.full-page': 'Whole page in one shot.',
  'stamp.method.stitched': 'Whole page assembled from {views, plural, one {# view} other {# views}}.',
  'stamp.method.rerendered': 'RE-RENDERED: drawn again from the page, these are not the pixels of the screen.',
  'stamp.sha256': 'SHA-256',
  'stamp.sha256.of': '(of the original picture, kept without this band)',
  'stamp.footer':
    'Carnet de démarches, independent tool, unrelated to the administration. Band added under the picture.',
} as const;
