/** The folder of `npm start`: exactly one ZIP remains, and nobody's file is deleted. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareOut } from '../../commands/out-folder';

describe('prepareOut', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'carnet-out-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes a folder that is not there', () => {
    prepareOut(join(folder, 'a/b'));
    expect(readdirSync(join(folder, 'a/b'))).toEqual([]);
  });
  it('takes away what an earlier walk left, and only that', () => {
    for (const name of ['dossier-72da_2026-11-21_2317.zip', '01-accueil.png', 'mes-notes.txt', 'photo.png'])
      writeFileSync(join(folder, name), 'x');
    prepareOut(folder);
    expect(readdirSync(folder).sort()).toEqual(['mes-notes.txt', 'photo.png']);
  });
  it('refuses a folder that holds somebody else’s ZIP', () => {
    writeFileSync(join(folder, 'photos.zip'), 'x');
    expect(() => prepareOut(folder)).toThrow(/photos\.zip/);
    expect(readdirSync(folder)).toEqual(['photos.zip']);
  });
});
