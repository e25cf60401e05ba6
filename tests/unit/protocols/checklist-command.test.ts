/** The command `checklist`, run as a person runs it: its table, its JSON, its warnings and its exit codes. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import { TRACKS } from '@/lib/protocols';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const GOLDEN = join(ROOT, 'tests/unit/journal/golden/v1.jsonl');
const NOW = '2026-11-21T10:00:00Z';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checklist-'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    // Node itself with tsx's loader: npx would look the name up on the network.
    execFile(
      process.execPath,
      ['--import', 'tsx', 'tests/commands/checklist.ts', ...args],
      { cwd: ROOT, env: { ...process.env, TZ: 'Asia/Tokyo' } },
      (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

/** Arguments that name a file with this content. */
async function written(at: string, content: string | Buffer): Promise<string[]> {
  const file = join(at, 'journal.jsonl');
  await writeFile(file, content);
  return [file, '--track', 'T1', '--now', NOW];
}

describe('npm run checklist', () => {
  it('prints the steps of a journal in French', async () => {
    const { code, out, err } = await run(GOLDEN, '--track', 'T1', '--now', NOW);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Carnet de démarches : Blocage technique sur le portail de l'ANEF\nÉtat au 21\/11\/2026 à 11:00 \(heure de Paris, UTC\+1\), 21 entrées\./,
    );
    expect(out).toMatch(/^S1 {2}Capture du blocage \(étape nécessaire\) +fait depuis le 25\/10\/2026 +P-0003$/m);
    expect(out).toMatch(/^S2 .*fait depuis le 26\/10\/2026, sans réponse notée +P-0003, P-0005, P-0015, P-0018$/m);
    expect(out).toMatch(/^S5 .*\(attendue de la préfecture\) +pas dans le carnet +aucune$/m);
    expect(out).toMatch(/^S3 .*\(facultatif\) +étape passée, raison notée +aucune$/m);
    expect(out).toMatch(/Ensuite : S4 Courrier recommandé et mail à la préfecture/);
    expect(out).toMatch(/à vérifier avec votre avocat ou une association\.\n$/);
  }, 30_000);

  it('gives the same as JSON, by either name of the track', async () => {
    const { code, out } = await run(GOLDEN, '--track', 'technical-block', '--now', NOW, '--json');
    const view = JSON.parse(out) as ChecklistView;
    expect(code).toBe(0);
    expect(view).toMatchObject({
      track: 'T1',
      next: 'S4',
      missing: ['S4'],
      substitution: { invitedByPrefecture: null, attestedByCcc: null },
    });
    expect(view.steps.map(({ id, state }) => [id, state])).toEqual([
      ['S1', 'done'],
      ['S2', 'no-answer'],
      ['S3', 'skipped'],
      ['S4', 'todo'],
      ['S5', 'todo'],
    ]);
    expect(out.trim().split('\n')).toHaveLength(1);
  }, 30_000);

  it.each(['T0', 'T6'])(
    'answers for %s, by its id',
    async (id) => {
      const { code, out, err } = await run(GOLDEN, '--track', id, '--now', NOW);
      expect([code, err]).toEqual([0, '']);
      for (const step of TRACKS.find((track) => track.id === id)?.steps.filter((one) => !one.only) ?? [])
        expect(out).toContain(`${step.id}  ${step.label}`);
      expect(out).toMatch(/Urgence : emploi suspendu/);
      expect(out).toMatch(/peut-être dépassées/); // the tables are of April 2026
      expect(out).not.toMatch(/\{|undefined|null|protocols\./);
    },
    30_000,
  );

  it('gives the days and the complement requests of a dossier, and a calendar that tells nothing', async () => {
    const { out } = await run(GOLDEN, '--track', 'T4', '--now', NOW);
    expect(out).toMatch(/à répondre avant la fin du 01\/12\/2026 : 1 pièce, toutes avec une réponse, envoi capturé/);
    expect(out).toMatch(
      /01\/01\/2027 : Quatre mois après le dépôt .* \(art\. R\.\* 432-1 et R\. 432-2 du CESEDA, à vérifier\)/,
    );
    const calendar = await run(GOLDEN, '--track', 'T4', '--now', NOW, '--ics');
    expect(calendar.out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Carnet : rappel\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(calendar.out).not.toMatch(/étranger|ANEF|préfecture|complément|3f0e6f4e/i);
  }, 30_000);

  it('answers with a warning when the chain does not hold', async () => {
    const broken = join(folder, 'broken.jsonl');
    await writeFile(broken, (await readFile(GOLDEN, 'utf8')).replace('momentanément', 'toujours'));
    const { code, out, err } = await run(broken, '--track', 'T1', '--now', NOW);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^Attention : la chaîne du journal ne se vérifie pas\. Premier problème, ligne 2 : contenu modifié/,
    );
    expect(out).toMatch(/Capture du blocage/);
  }, 30_000);

  it.each<[string, (folder: string) => Promise<string[]>, RegExp]>([
    ['no file', async () => ['--track', 'T1', '--now', NOW], /^Indiquez un fichier journal\.jsonl/],
    [
      'a file that is not there',
      async (at) => [join(at, 'nope.jsonl'), '--track', 'T1', '--now', NOW],
      /ne peut pas être lu : il n’existe pas\./,
    ],
    ['a folder', async (at) => [at, '--track', 'T1', '--now', NOW], /c’est un dossier/],
    [
      'an unknown track',
      async () => [GOLDEN, '--track', 'T9', '--now', NOW],
      /^Parcours inconnu : « T9 »\. Parcours connus : T0 \(triage\), T1 \(technical-block\), T2/,
    ],
    ['a date that is none', async () => [GOLDEN, '--track', 'T1', '--now', 'demain'], /^Date illisible : « demain »/],
    ['an unknown option', async () => [GOLDEN, '--track', 'T1', '--nope'], /^Commande mal comprise/],
    ['an empty file', (at) => written(at, ''), /aucune entrée de journal/],
    ['a picture', (at) => written(at, Buffer.from([0x89, 0x50, 0xff])), /pas un texte en UTF-8/],
  ])(
    'exits 2 on %s, in French',
    async (_name, args, message) => {
      const { code, out, err } = await run(...(await args(folder)));
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
      expect(err).not.toMatch(/\bat .*:\d+/);
    },
    30_000,
  );
});
