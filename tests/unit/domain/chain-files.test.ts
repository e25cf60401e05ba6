/** Finding the files that an entry names, also one of a kind that nobody knows yet. */
import { expect, it } from 'vitest';
import { filesOf } from '@/lib/domain/chain-files';

const file = (letter: string) => ({ sha256: letter.repeat(64), bytes: 1, type: 'image/png' });

it('finds each file once, at any depth, with nothing but its reference', () => {
  const data = {
    original: { ...file('a'), width: 1 },
    stamped: null,
    deep: [{ more: { file: file('b') } }, file('a')],
    blobs: ['c'.repeat(64)],
  };
  expect(filesOf(data)).toEqual([file('a'), file('b')]);
});

it('finds none in what is none', () => {
  for (const data of [
    null,
    1,
    'x',
    [],
    {},
    { sha256: 'x', bytes: 1, type: '' },
    { sha256: 'a'.repeat(64), bytes: '1', type: '' },
  ]) {
    expect(filesOf(data)).toEqual([]);
  }
});
