/** A letter as it will be, drawn from its document: text nodes only, so that nothing typed is ever read as markup. */
import { Fragment } from 'preact';
import { listsPiecesApart, piecesApartText } from '@/lib/domain/letter-length';
import { lineText, plainText } from '@/lib/domain/letter-plain';
import type { Block, LetterDocument, Line, Table } from '@/lib/domain/letter-types';
import { DOTS } from '@/lib/domain/letter-values';

/** A value in its own direction: a name written from right to left does not turn the sentence around. */
function Spans({ line }: { readonly line: Line }) {
  return (
    <>
      {line.map((span, index) => {
        if (span.missing)
          return (
            <mark key={index} class="letter-dots">
              {span.text}
            </mark>
          );
        return span.field ? <bdi key={index}>{span.text}</bdi> : span.text;
      })}
    </>
  );
}

/** Letters are French whatever the language of the screen. */
const FRENCH = { lang: 'fr', dir: 'ltr' } as const;

/** A message is shown as the very text that is copied, its object apart: sites and mails have a field for it. */
export function MessageText({ document }: { readonly document: LetterDocument }) {
  const parts = plainText(document).split(DOTS);
  return (
    <div class="letter-sheet letter-message" {...FRENCH} data-letter-text>
      {parts.map((part, index) => (
        // Two neighbours may be the same text: their place names them.
        <Fragment key={index}>
          {index > 0 ? <mark class="letter-dots">{DOTS}</mark> : null}
          {part}
        </Fragment>
      ))}
    </div>
  );
}

/** The sheet of paper. */
export function LetterSheet({ document }: { readonly document: LetterDocument }) {
  const { sender, recipient, placeDate, postal, object, references, salutation, annex } = document;
  const apart = listsPiecesApart(document);
  return (
    <div class="letter-sheet" {...FRENCH} data-letter-text>
      {sender.length + recipient.length > 0 || placeDate ? (
        <div class="letter-head">
          <Stack name="from" lines={sender} />
          {recipient.length > 0 ? <Stack name="to" lines={recipient} /> : null}
          {placeDate ? <Stack name="dated" lines={[placeDate]} /> : null}
        </div>
      ) : null}
      {postal ? <Paragraph line={postal} strong /> : null}
      {object ? <ObjectLine document={document} /> : null}
      {references.length > 0 ? <Stack name="references" lines={references} /> : null}
      {salutation ? <Paragraph line={salutation} /> : null}
      {document.body.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      {document.closing.map((line, index) => (
        <Paragraph key={index} line={line} />
      ))}
      {document.signature.length > 0 ? <Stack name="sign" lines={document.signature} /> : null}
      {apart ? <p>{piecesApartText(document)}</p> : <Enclosures document={document} />}
      {annex ? (
        <div class="letter-annex">
          <TableView table={annex} />
        </div>
      ) : null}
      {apart ? (
        <div class="letter-annex">
          <Enclosures document={document} />
        </div>
      ) : null}
    </div>
  );
}

function Paragraph({ line, strong }: { readonly line: Line; readonly strong?: boolean }) {
  return (
    <p class={strong ? 'letter-strong' : undefined}>
      <Spans line={line} />
    </p>
  );
}

function ObjectLine({ document }: { readonly document: LetterDocument }) {
  return (
    <p class="letter-strong">
      {document.medium === 'sheet' ? null : 'Objet\u00a0: '}
      <Spans line={document.object ?? []} />
    </p>
  );
}

function Stack({ name, lines }: { readonly name: string; readonly lines: readonly Line[] }) {
  return (
    <div class={`letter-${name}`}>
      {lines.map((line, index) => (
        <div key={index}>
          <Spans line={line} />
        </div>
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p class="letter-strong letter-heading">
          <Spans line={block.line} />
        </p>
      );
    case 'paragraph':
      return <Paragraph line={block.line} />;
    case 'list':
      return <ListView block={block} />;
    case 'form':
      return (
        <table class="letter-form">
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{row.label}</th>
                <td>
                  <Spans line={row.value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'frame':
      return (
        <div class="letter-frame">
          <p class="letter-strong">{block.title}</p>
          {block.rows.map((row) => (
            <p key={row}>{`${row}\u00a0:`}</p>
          ))}
        </div>
      );
    case 'table':
      return <TableView table={block} />;
  }
}

function ListView({ block }: { readonly block: Block & { readonly kind: 'list' } }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Spans line={item} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function TableView({ table }: { readonly table: Table }) {
  return (
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{cell.length > 0 && lineText(cell) !== '' ? <Spans line={cell} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Enclosures({ document }: { readonly document: LetterDocument }) {
  const { enclosures } = document;
  if (enclosures.length === 0) return null;
  return (
    <div>
      <p class="letter-strong letter-heading">{`Pièces jointes (${enclosures.length})`}</p>
      <ul class="letter-enclosures">
        {enclosures.map((piece) => (
          <li key={piece.number}>
            {`${piece.number}. `}
            <bdi>{piece.label}</bdi>
            {piece.gone ? ' (fichier retiré)' : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
