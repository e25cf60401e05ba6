/** What comes from pages, files and people, made harmless where it becomes markup: one escape for the bag and for the letters. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** C0 and C1 controls but tab, line feed and carriage return: no place in a text that people read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
export const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A value as HTML text or as a quoted attribute. */
export function escapeHtml(value: string | number): string {
  return String(value)
    .replace(CONTROLS, '\ufffd')
    .replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
}
