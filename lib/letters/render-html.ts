/** A letter as a page to print: at most two A4 sheets and its table, nothing fetched, no product name. */
import { listsPiecesApart, piecesApartText } from '@/lib/domain/letter-length';
import type { Block, LetterDocument, Line, Span, Table } from '@/lib/domain/letter-types';
import { type Markup, markup } from './html';
import { PRINT_STYLE } from './print-style';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole page. Its title is neutral: a tab, a print queue and a file name show it (domain.md § 7.4.6). */
export function printPage(document: LetterDocument): string {
  const page = markup`<html lang="fr" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Courrier</title>
<style>${{ markup: PRINT_STYLE }}</style>
</head>
<body>
<main>
${letterMarkup(document)}
</main>
</body>
</html>
`;
  return `<!doctype html>\n${page.markup}`;
}

/** The letter alone, for a preview inside one of our pages. */
export function letterMarkup(document: LetterDocument): Markup {
  const apart = listsPiecesApart(document);
  return markup`${headOf(document)}${one('p', 'postal line', document.postal)}${objectOf(document)}${stack('line', document.references)}${one('p', 'line', document.salutation)}${document.body.map(blockMarkup)}${document.closing.map((line) => markup`<p class="line">${spans(line)}</p>`)}${signatureOf(document)}${apart ? markup`<p class="line">${piecesApartText(document)}</p>` : enclosuresOf(document)}${document.annex ? markup`<section class="annex">${tableMarkup(document.annex)}</section>` : null}${apart ? markup`<div class="annex">${enclosuresOf(document)}</div>` : null}`;
}

function headOf(document: LetterDocument): Markup | null {
  const { sender, recipient, placeDate } = document;
  if (sender.length === 0 && recipient.length === 0 && !placeDate) return null;
  const block = (name: string, lines: readonly Line[]): Markup =>
    markup`<div class="${name}">${lines.map((line) => markup`<div>${spans(line)}</div>`)}</div>`;
  return markup`<header class="head">${block('from', sender)}${recipient.length > 0 ? block('to', recipient) : null}${placeDate ? markup`<div class="dated">${spans(placeDate)}</div>` : null}</header>
`;
}

function objectOf(document: LetterDocument): Markup | null {
  if (!document.object) return null;
  const label = document.medium === 'sheet' ? '' : 'Objet\u00a0: ';
  return markup`<h1 class="object line">${label}${spans(document.object)}</h1>
`;
}

function stack(name: string, lines: readonly Line[]): Markup | null {
  if (lines.length === 0) return null;
  return markup`<p>${lines.map((line) => markup`<span class="${name}">${spans(line)}</span><br>`)}</p>
`;
}

const one = (_tag: 'p', name: string, line: Line | null): Markup | null =>
  line &&
  markup`<p class="${name}">${spans(line)}</p>
`;

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return markup`<h2 class="line">${spans(block.line)}</h2>
`;
    case 'paragraph':
      return markup`<p class="line">${spans(block.line)}</p>
`;
    case 'list': {
      const items = block.items.map((item) => markup`<li class="line">${spans(item)}</li>`);
      return block.ordered
        ? markup`<ol>${items}</ol>
`
        : markup`<ul>${items}</ul>
`;
    }
    case 'form':
      return markup`<table class="form"><tbody>${block.rows.map((row) => markup`<tr><th scope="row">${row.label}</th><td>${spans(row.value)}</td></tr>`)}</tbody></table>
`;
    case 'frame':
      return markup`<section class="frame"><h2>${block.title}</h2>${block.rows.map((row) => markup`<p>${row}\u00a0:</p>`)}</section>
`;
    case 'table':
      return tableMarkup(block);
  }
}

function tableMarkup(table: Table): Markup {
  return markup`<table><caption>${table.caption}</caption><thead><tr>${table.head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${table.rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${spans(cell)}</td>`)}</tr>`)}</tbody></table>
`;
}

function signatureOf(document: LetterDocument): Markup | null {
  if (document.signature.length === 0) return null;
  return markup`<div class="sign">${document.signature.map((line) => markup`<div class="line">${spans(line)}</div>`)}</div>
`;
}

function enclosuresOf(document: LetterDocument): Markup | null {
  if (document.enclosures.length === 0) return null;
  return markup`<section><h2>Pièces jointes (${document.enclosures.length})</h2><ul class="pieces">${document.enclosures.map((piece) => markup`<li>${piece.number}. <bdi>${piece.label}</bdi>${piece.gone ? ' (fichier retiré)' : ''}</li>`)}</ul></section>
`;
}

/** What a person typed is isolated: a name written from right to left does not turn the sentence around. */
function spans(line: Line): readonly Markup[] {
  return line.map((span: Span) => {
    if (span.missing) return markup`<span class="dots">${span.text}</span>`;
    return span.field ? markup`<bdi>${span.text}</bdi>` : markup`${span.text}`;
  });
}
