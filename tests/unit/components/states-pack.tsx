/** The pack, the masking, the arrival of a dossier and the loss guard in every state, with invented data. */
import type { ComponentChildren } from 'preact';
import type { Route } from '@/components/journal/JournalScreen';
import { PackPanel, type PackPanelProps } from '@/components/pack/PackPanel';
import { PieceDialog } from '@/components/pack/PieceDialog';
import { type ReceiveRelation, ReceiveScreen, type ReceiveState } from '@/components/receive/ReceiveScreen';
import { RedactScreen, type RedactScreenProps } from '@/components/redact/RedactScreen';
import { AgeNote } from '@/components/safety/ExportAge';
import { SavedCheck, type SavedState } from '@/components/safety/SavedCheck';
import { momentAt } from '@/lib/domain/moment';
import { PACK_DEFAULTS, type PackChoices, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';

export interface JournalPart {
  readonly name: string;
  readonly route: Route;
  readonly draw: () => ComponentChildren;
}

const nothing = (): void => undefined;
const LABEL =
  'Capture d’écran du portail ANEF – Dépôt impossible – 3 novembre 2026, 09 h 12 – prise par l’intéressé(e) ou pour son compte';

function piece(number: number, more: Partial<PackPiece> = {}): PackPiece {
  const estimate = number === 3 ? 31_000_000 : 600_000;
  const path = `data/pieces/0${number}_capture-anef_2026-11-03.pdf`;
  return {
    id: `e${number}`,
    number,
    kind: 'capture',
    group: 'procedure',
    label: LABEL,
    from: '2026-11-03',
    to: '2026-11-03',
    seqs: [number],
    sources: [],
    frozen: false,
    volumes: [{ path, part: null, kind: 'capture', seqs: [number], sources: [], estimate }],
    ...more,
  };
}

const PIECES: readonly PackPiece[] = [
  piece(1, { frozen: true }),
  piece(3),
  piece(4, { kind: 'pdf', label: 'Document PDF – 3 novembre 2026', vague: true }),
  piece(5, { id: 's:anef/maintenance', kind: 'series', seqs: [5, 6, 7, 8], to: '2026-11-20', group: 'urgency' }),
];

function plan(choices: Partial<PackChoices>, more: Partial<PackPlan> = {}): PackPlan {
  return { choices: { ...PACK_DEFAULTS, ...choices }, pieces: PIECES, left: [], frozenBy: [], gaps: [], ...more };
}

const { volumes: _volumes, number: _number, ...LEFT } = piece(9);
const ARRANGED = plan(
  { profile: 'lawyer', left: ['e9'], apart: ['s:anef/no-slot'], labels: { e3: LABEL } },
  { left: [LEFT], frozenBy: [2], gaps: [{ number: 2, seq: 2, label: '', why: 'removed' }] },
);

const panel = (name: string, change: Partial<PackPanelProps>): JournalPart => ({
  name: `pack ${name}`,
  route: { part: 'export' },
  draw: () => (
    <>
      <h1 tabIndex={-1}>Exporter et vérifier</h1>
      <PackPanel
        plan={plan({})}
        fileBytes={2_000_000}
        withOriginal={1}
        frozenWhy={() => 'Cité dans le courrier du 3 nov. 2026 : ce numéro ne bouge pas.'}
        seriesName={() => 'Aucun créneau disponible'}
        onChange={nothing}
        onEdit={nothing}
        onPreview={nothing}
        {...change}
      />
    </>
  ),
});

const dialog = (name: string, one: PackPiece, frozen: string | null): JournalPart => ({
  name: `pack, a pièce ${name}`,
  route: { part: 'export' },
  draw: () => <PieceDialog piece={one} plan={plan({})} frozen={frozen} onChange={nothing} onClose={nothing} />,
});

const REDACT: RedactScreenProps = {
  seq: 3,
  size: { width: 1_280, height: 1_000 },
  url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  band: 120,
  initial: { boxes: [{ x: 10, y: 0, width: 300, height: 40 }], why: '', originalInPack: false },
  again: false,
  isPage: true,
  siblings: [],
  busy: false,
  error: null,
  onSave: nothing,
  onCancel: nothing,
};

const redact = (name: string, change: Partial<RedactScreenProps>): JournalPart => ({
  name: `masking ${name}`,
  route: { part: 'redact', seq: 3 },
  draw: () => <RedactScreen {...REDACT} {...change} />,
});

const AT = momentAt(Date.parse('2026-11-20T10:00:00Z'), 'Europe/Paris');
const FACTS = {
  alias: 'Mésange',
  first: AT,
  last: AT,
  entries: 21,
  newer: 1,
  captures: 4,
  files: 18,
  bytes: 2_300_000,
  exportedAt: AT,
  product: 'Carnet de démarches 0.1.0',
  head: '346f'.repeat(16),
};
const LINES = [
  { level: 'ok', text: '42 fichiers identiques à leur empreinte.' },
  { level: 'warning', text: 'P-0006 : data/captures/0006-original.png a été retiré par la personne, noté en P-0021.' },
] as const;

const receive = (name: string, state: ReceiveState): JournalPart => ({
  name: `receive ${name}`,
  route: { part: 'receive' },
  draw: () => (
    <ReceiveScreen
      state={state}
      onFiles={nothing}
      onCancel={nothing}
      onReceive={nothing}
      onOpen={nothing}
      onAgain={nothing}
    />
  ),
});

const shown = (relation: ReceiveRelation, more: { removes?: number[]; leftOut?: number[]; absent?: number } = {}) =>
  receive(`shown, ${relation.is}`, {
    is: 'shown',
    name: 'carnet.zip',
    facts: FACTS,
    lines: LINES,
    plan: { relation, removes: [], leftOut: [], absent: 0, ...more },
  });

const saved = (state: SavedState): JournalPart => ({
  name: `saved file ${state.is}`,
  route: { part: 'export' },
  draw: () => (
    <>
      <h1 tabIndex={-1}>Exporter et vérifier</h1>
      <AgeNote age={{ is: 'behind', seq: 20, at: AT, days: 9, added: 3, loud: true }} />
      <SavedCheck state={state} onFile={nothing} onCancel={nothing} />
    </>
  ),
});

export const PACK_PARTS: readonly JournalPart[] = [
  panel('loading', { plan: null }),
  panel('as proposed', {}),
  panel('arranged by a lawyer', { plan: ARRANGED }),
  panel('of captures alone', { plan: plan({ profile: 'captures' }, { pieces: [] }) }),
  panel('empty', { plan: plan({}, { pieces: [] }), withOriginal: 0 }),
  dialog('alone', piece(3), null),
  dialog('cited', piece(1, { frozen: true }), 'Cité dans le courrier du 3 nov. 2026 : ce numéro ne bouge pas.'),
  dialog('in series', PIECES[3] ?? piece(5), null),
  redact('empty', { initial: { boxes: [], why: '', originalInPack: false } }),
  redact('with a box', { siblings: [4, 5] }),
  redact('again, over the band, failed', {
    again: true,
    initial: {
      boxes: [{ x: 10, y: 900, width: 300, height: 90 }],
      why: 'Nom d’une autre personne',
      originalInPack: true,
    },
    error: 'storage-full',
  }),
  redact('while the picture is read', { url: null, isPage: false, busy: true }),
  receive('idle', { is: 'idle' }),
  receive('reading', { is: 'reading', name: 'carnet.zip', done: 3, total: 10 }),
  receive('writing', { is: 'writing', done: 3, total: 10 }),
  receive('refused, altered', {
    is: 'refused',
    name: 'carnet.zip',
    altered: true,
    lines: [{ level: 'problem', text: 'data/captures/0003-original.png n’a plus la même empreinte.' }],
  }),
  receive('refused, not ours', { is: 'refused', name: 'photos.zip', altered: false, lines: [] }),
  shown({ is: 'unknown' }, { absent: 2 }),
  shown({ is: 'same', more: 2 }),
  shown({ is: 'ahead', after: 12, adds: 9 }, { removes: [3], leftOut: [4, 5], absent: 1 }),
  shown({ is: 'forked', after: 12, afterAt: AT, ours: 3, theirs: 9 }),
  receive('done', { is: 'done', mode: 'fork', dossier: 'd', alias: 'Mésange (2)', count: 9 }),
  receive('failed', { is: 'failed', code: 'storage-full' }),
  saved({ is: 'idle' }),
  saved({ is: 'running', done: 1, total: 4 }),
  saved({ is: 'same', name: 'carnet.zip' }),
  saved({ is: 'broken', name: 'carnet.zip' }),
];
