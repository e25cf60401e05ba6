/** The portal's own files: neutral style sheets, the single-page app's script and its shell. */
import { readFileSync } from 'node:fs';
import type { Answer } from './answers';

const FOLDER = new URL('./assets/', import.meta.url);

/** `/__portail/css/NAME.css` = the common sheet, then the site's; `/__portail/spa.js`; null for anything else. */
export function asset(path: string): Answer | null {
  const sheet = /^\/__portail\/css\/([a-z-]+)\.css$/.exec(path)?.[1];
  if (sheet !== undefined) {
    const own = read(`${sheet}.css`);
    return own === null
      ? null
      : { status: 200, type: 'text/css; charset=utf-8', body: withImports(`@import "./base.css";\n${own}`) };
  }
  if (path !== '/__portail/spa.js') return null;
  return { status: 200, type: 'text/javascript; charset=utf-8', body: read('spa.js') ?? '' };
}

/** One request instead of a chain of them: `@import "./x.css";` becomes the sheet itself. */
function withImports(sheet: string): string {
  return sheet.replace(/@import "\.\/([a-z-]+\.css)";/g, (_all, name: string) => withImports(read(name) ?? ''));
}

function read(name: string): string | null {
  try {
    return readFileSync(new URL(name, FOLDER), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The empty page in which the app's script draws; `/` only sends to `/usagers/`, keeping the route. */
export function shellPage(path: string): string {
  if (path === '/') {
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Étrangers en France</title><script>location.replace('/usagers/' + (location.hash || '#/'));</script></head><body></body></html>`;
  }
  const sheet = path === '/particuliers/' ? 'anef-old' : 'anef-new';
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Étrangers en France</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/__portail/css/${sheet}.css">
<script src="/__portail/spa.js" defer></script>
</head>
<body><app-root></app-root></body>
</html>`;
}
