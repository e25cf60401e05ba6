/** Intents and held attempts: exactly one line, whatever dies and whoever recovers. */
import { describe, expect, it } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { intentKey } from '@/lib/journal/intents';
import { attemptData, dossier, intent, journal, linesOf, note, START, sharedLocks, stored } from './support';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const A = 'intent-a';
const B = 'intent-b';

describe('recover', () => {
  it('writes one failure for an intent whose worker died, once, from two contexts at once', async () => {
    const [one, two] = [await journal(), await journal()];
    const id = await dossier(one);
    await one.beginIntent(intent(A, id)); // and the worker dies: nobody holds its lock
    const written = await Promise.all([one.recover(), two.recover(), one.recover()]);
    expect(written.reduce((sum, count) => sum + count)).toBe(1);
    await expect(one.recover()).resolves.toBe(0);
    const [last] = await one.last(id, 1);
    expect(last?.entry).toMatchObject({
      seq: 2,
      kind: 'capture-failed',
      data: { reason: 'worker-stopped', intent: A, trigger: 'popup' },
    });
    await expect(stored()).resolves.toMatchObject({ entries: 2, intents: 0 });
  });

  it('leaves alone an intent whose worker is alive', async () => {
    const [one, two] = [await journal(), await journal()];
    const id = await dossier(one);
    await one.whileAlive(A, async () => {
      await one.beginIntent(intent(A, id));
      expect((await sharedLocks().query()).held?.map(({ name }) => name)).toEqual([`intent:${A}`]);
      await expect(two.recover()).resolves.toBe(0);
      await one.append(id, note('la capture'), { key: intentKey(A), settles: A });
    });
    await expect(two.recover()).resolves.toBe(0);
    await expect(stored()).resolves.toMatchObject({ entries: 2, intents: 0 });
  });

  it('frees the lock of a worker that failed', async () => {
    const one = await journal();
    const id = await dossier(one);
    const work = one.whileAlive(A, async () => {
      await one.beginIntent(intent(A, id));
      throw new Error('the worker threw');
    });
    await expect(work).rejects.toThrow('the worker threw');
    await expect(one.recover()).resolves.toBe(1);
  });

  it('gives the reason that something else remembers, and worker-stopped to the others', async () => {
    const one = await journal();
    const id = await dossier(one);
    await one.beginIntent(intent(A, id));
    await one.beginIntent(intent(B, id));
    await expect(one.recover(async (known) => (known === A ? 'storage-full' : null))).resolves.toBe(2);
    const reasons = (await one.last(id, 2))
      .map(({ entry }) => entry?.data)
      .map((data) => Reflect.get(data ?? {}, 'reason'));
    expect(reasons.sort()).toEqual(['storage-full', 'worker-stopped']);
  });

  it('does not write a second line when a worker thought dead settles late', async () => {
    const one = await journal();
    const id = await dossier(one);
    await one.beginIntent(intent(A, id));
    await one.recover();
    const late = await one.append(id, note('la capture'), { key: intentKey(A), settles: A });
    expect(late).toMatchObject({ existed: true, entry: { kind: 'capture-failed' } });
    await expect(one.count(id)).resolves.toBe(2);
  });

  it('recovers several, in several dossiers, into chains that hold', async () => {
    const one = await journal();
    const [a, b] = [await dossier(one, 'A'), await dossier(one, 'B')];
    await Promise.all([
      one.beginIntent(intent('1', a)),
      one.beginIntent(intent('2', b)),
      one.beginIntent(intent('3', a)),
    ]);
    await one.dropIntent('3');
    await expect(one.recover()).resolves.toBe(2);
    for (const id of [a, b])
      await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 2, problems: [] });
  });

  it('refuses at once an intent that could never become an entry', async () => {
    const one = await journal();
    const id = await dossier(one);
    await expect(one.beginIntent(intent(A, '00000000-0000-4000-8000-000000000000'))).rejects.toEqual(
      code('dossier-unknown'),
    );
    const wrong = intent(A, id);
    await expect(one.beginIntent({ ...wrong, data: { ...wrong.data, url: 'x'.repeat(9_000) } })).rejects.toEqual(
      code('entry-invalid'),
    );
    await expect(stored()).resolves.toMatchObject({ intents: 0 });
  });
});

describe('held attempts', () => {
  it('are kept once, released in the order in which they were seen, with when that was', async () => {
    const one = await journal();
    await one.hold({ key: 'p1', data: attemptData });
    await one.hold({ key: 'p2', data: { ...attemptData, title: 'deuxième' } });
    await one.hold({ key: 'p1', data: { ...attemptData, title: 'la même' } });
    expect((await one.held()).map(({ key }) => key)).toEqual(['p1', 'p2']);
    const id = await dossier(one);
    await expect(one.releaseHeld(id)).resolves.toBe(2);
    const [second, first] = await one.last(id, 2);
    expect(first?.entry).toMatchObject({
      kind: 'attempt',
      data: { title: 'Étrangers en France', seenAt: { offsetMinutes: 60 } },
    });
    expect(second?.entry).toMatchObject({ data: { title: 'deuxième' } });
    const data = first?.entry?.kind === 'attempt' ? first.entry.data : null;
    expect(Date.parse(data?.seenAt?.utc ?? '')).toBeGreaterThanOrEqual(START);
    await expect(one.held()).resolves.toEqual([]);
    await expect(one.releaseHeld(id)).resolves.toBe(0);
  });

  it('are not held again once written, nor written twice by two contexts', async () => {
    const [one, two] = [await journal(), await journal()];
    const id = await dossier(one);
    await one.hold({ key: 'p1', data: attemptData });
    const released = await Promise.all([one.releaseHeld(id), two.releaseHeld(id)]);
    expect(released.reduce((sum, count) => sum + count)).toBe(1);
    await one.hold({ key: 'p1', data: attemptData });
    await expect(one.held()).resolves.toEqual([]);
    await expect(one.count(id)).resolves.toBe(2);
  });

  it('are dropped when nobody wants them', async () => {
    const one = await journal();
    await one.hold({ key: 'p1', data: attemptData });
    await expect(one.dropHeld()).resolves.toBe(1);
    await expect(one.held()).resolves.toEqual([]);
  });
});
