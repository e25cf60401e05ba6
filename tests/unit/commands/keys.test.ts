/** Key names of the drivers: a wrong one must stop a test, not press nothing. */
import { describe, expect, it } from 'vitest';
import { bidiKeys, keyEvents } from '../../e2e/drivers/keys';

describe('key names', () => {
  it('gives a letter its text, and none under Control', () => {
    expect(keyEvents('a').map((one) => [one['type'], one['text']])).toEqual([
      ['keyDown', 'a'],
      ['keyUp', 'a'],
    ]);
    expect(keyEvents('Control+a').some((one) => 'text' in one)).toBe(false);
  });
  it('holds the modifiers around the key', () => {
    expect(keyEvents('Shift+Tab').map((one) => `${one['type']} ${one['key']}`)).toEqual([
      'rawKeyDown Shift',
      'rawKeyDown Tab',
      'keyUp Tab',
      'keyUp Shift',
    ]);
    expect(bidiKeys('Shift+Tab')).toEqual(['\uE008', '\uE004']);
  });
  it.each(['Entre', 'Majuscule+a'])('refuses « %s »', (name) => {
    expect(() => keyEvents(name)).toThrow(/unknown/);
  });
});
