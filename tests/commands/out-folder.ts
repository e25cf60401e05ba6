/** The folder in which `npm start` leaves one ZIP and the numbered pictures. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Names that an earlier walk left: safe to replace. */
const OURS = /^(dossier-[0-9a-z]+_\d{4}-\d\d-\d\d_\d{4}\.zip|\d\d-[a-z-]+\.png)$/;

/**
 * Makes the folder and takes away what an earlier walk left there.
 * @throws Error with a sentence when a ZIP that is not ours is there: exactly one must remain, and we delete nobody's files
 */
export function prepareOut(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  const foreign = names.find((name) => name.endsWith('.zip') && !OURS.test(name));
  if (foreign) {
    throw new Error(
      `Le dossier ${folder} contient déjà « ${foreign} » : choisissez un dossier vide avec --out. / That folder already holds a ZIP: choose another one.`,
    );
  }
  for (const name of names) if (OURS.test(name)) rmSync(join(folder, name));
}
