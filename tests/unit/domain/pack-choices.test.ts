/** What a press on the pack's screen changes, and what it never moves. */
import { describe, expect, it } from 'vitest';
import {
  arranged,
  grouped,
  joined,
  labelled,
  movedBefore,
  proposed,
  putTogether,
  separated,
  stepped,
  takenApart,
} from '@/lib/domain/pack-choices';
import {
  PACK_DEFAULTS,
  type PackChoices,
  type PackGroup,
  type PackPiece,
  type PackPlan,
} from '@/lib/domain/pack-types';

function piece(id: string, number: number, group: PackGroup = 'procedure', frozen = false): PackPiece {
  const base = { kind: 'capture' as const, label: id, from: '2026-01-01', to: '2026-01-01' };
  return { id, number, group, frozen, ...base, seqs: [number], sources: [], volumes: [] };
}

const plan = (...pieces: PackPiece[]): PackPlan => ({
  choices: PACK_DEFAULTS,
  pieces,
  left: [],
  frozenBy: [],
  gaps: [],
});

const FOUR = plan(piece('a', 1), piece('b', 2), piece('c', 3), piece('d', 4));

describe('a pièce moves', () => {
  it.each([
    ['b', 'up', ['b', 'a', 'c', 'd']],
    ['b', 'down', ['a', 'c', 'b', 'd']],
    ['c', 'down', ['a', 'b', 'd', 'c']],
  ] as const)('%s goes %s by one place', (id, step, order) => {
    expect(stepped(FOUR, id, step)?.order).toEqual(order);
  });

  it('goes nowhere at the ends', () => {
    expect(stepped(FOUR, 'a', 'up')).toBeNull();
    expect(stepped(FOUR, 'd', 'down')).toBeNull();
    expect(stepped(FOUR, 'nobody', 'down')).toBeNull();
  });

  it('passes over those whose number a letter cites, which never move', () => {
    const held = plan(piece('a', 1), piece('b', 2, 'procedure', true), piece('c', 3));
    expect(stepped(held, 'c', 'up')?.order).toEqual(['c', 'a', 'b']);
    expect(stepped(held, 'a', 'down')?.order).toEqual(['b', 'c', 'a']);
    expect(stepped(held, 'b', 'up')).toBeNull();
    expect(movedBefore(held, 'b', 'a', 'procedure')).toBeNull();
  });

  it('is dropped before another one, last, or under another heading', () => {
    expect(movedBefore(FOUR, 'd', 'b', 'procedure')?.order).toEqual(['a', 'd', 'b', 'c']);
    expect(movedBefore(FOUR, 'a', null, 'procedure')?.order).toEqual(['b', 'c', 'd', 'a']);
    expect(movedBefore(FOUR, 'd', null, 'procedure')).toBeNull();
    expect(movedBefore(FOUR, 'b', 'b', 'procedure')).toBeNull();
    expect(movedBefore(FOUR, 'b', 'gone', 'procedure')).toBeNull();
    const two = plan(piece('x', 1, 'identity'), piece('a', 2), piece('b', 3));
    expect(movedBefore(two, 'b', 'x', 'identity')).toMatchObject({ order: ['b', 'x', 'a'], groups: { b: 'identity' } });
  });

  it('leaves those that are left out after the others', () => {
    const { number: _number, volumes: _volumes, ...rest } = piece('out', 0);
    expect(stepped({ ...FOUR, left: [rest] }, 'b', 'up')?.order).toEqual(['b', 'a', 'c', 'd', 'out']);
  });
});

describe('other choices', () => {
  it('leaves out and joins again, once', () => {
    const out = joined(joined(PACK_DEFAULTS, 'a', false), 'a', false);
    expect(out.left).toEqual(['a']);
    expect(joined(out, 'a', true).left).toEqual([]);
  });

  it('names, and takes the proposed name again', () => {
    const named = labelled(PACK_DEFAULTS, 'a', 'Autre libellé');
    expect(named.labels).toEqual({ a: 'Autre libellé' });
    expect(labelled(named, 'a', null).labels).toEqual({});
    expect(grouped(PACK_DEFAULTS, 'a', 'urgency').groups).toEqual({ a: 'urgency' });
  });

  it('takes a series apart and makes it again', () => {
    const apart = takenApart(PACK_DEFAULTS, 's:anef/maintenance', true);
    expect(takenApart(apart, 's:anef/maintenance', true).apart).toEqual(['s:anef/maintenance']);
    expect(takenApart(apart, 's:anef/maintenance', false).apart).toEqual([]);
  });

  it('puts captures together, each in one list at most', () => {
    const one = putTogether(PACK_DEFAULTS, [5, 3, 3]);
    expect(one.together).toEqual([[3, 5]]);
    expect(putTogether(one, [5, 9]).together).toEqual([[5, 9]]);
    expect(putTogether(PACK_DEFAULTS, [3]).together).toEqual([]);
    expect(separated(putTogether(one, [7, 9]), [3, 5]).together).toEqual([[7, 9]]);
  });

  it('comes back to what is proposed, but for whom and what the photos say', () => {
    const changed: PackChoices = { ...PACK_DEFAULTS, profile: 'lawyer', withMetadata: true, startAt: 4, left: ['a'] };
    expect(arranged(changed)).toBe(true);
    expect(proposed(changed)).toEqual({ ...PACK_DEFAULTS, profile: 'lawyer', withMetadata: true });
    expect(arranged(proposed(changed))).toBe(false);
    expect(arranged(PACK_DEFAULTS)).toBe(false);
  });
});
