/** Key names, as the DevTools protocol and WebDriver want them. */

const CODES: Readonly<
  Record<string, { readonly code: string; readonly number: number; readonly text?: string; readonly bidi: string }>
> = {
  Tab: { code: 'Tab', number: 9, bidi: '\uE004' },
  Enter: { code: 'Enter', number: 13, text: '\r', bidi: '\uE007' },
  Escape: { code: 'Escape', number: 27, bidi: '\uE00C' },
  Space: { code: 'Space', number: 32, text: ' ', bidi: ' ' },
  Backspace: { code: 'Backspace', number: 8, bidi: '\uE003' },
  Delete: { code: 'Delete', number: 46, bidi: '\uE017' },
  Home: { code: 'Home', number: 36, bidi: '\uE011' },
  End: { code: 'End', number: 35, bidi: '\uE010' },
  ArrowLeft: { code: 'ArrowLeft', number: 37, bidi: '\uE012' },
  ArrowUp: { code: 'ArrowUp', number: 38, bidi: '\uE013' },
  ArrowRight: { code: 'ArrowRight', number: 39, bidi: '\uE014' },
  ArrowDown: { code: 'ArrowDown', number: 40, bidi: '\uE015' },
};
/** The protocol's bit of each modifier, and WebDriver's character. */
const MODIFIERS: Readonly<Record<string, { readonly bit: number; readonly number: number; readonly bidi: string }>> = {
  Alt: { bit: 1, number: 18, bidi: '\uE00A' },
  Control: { bit: 2, number: 17, bidi: '\uE009' },
  Shift: { bit: 8, number: 16, bidi: '\uE008' },
};

function parse(combination: string): { modifiers: string[]; key: string } {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  for (const one of parts) if (!MODIFIERS[one]) throw new Error(`unknown modifier « ${one} » in ${combination}`);
  if (key.length !== 1 && !CODES[key]) throw new Error(`unknown key « ${key} »`);
  return { modifiers: parts, key };
}

/** The events of one press, for `Input.dispatchKeyEvent`. */
export function keyEvents(combination: string): Record<string, unknown>[] {
  const { modifiers, key } = parse(combination);
  const bits = modifiers.reduce((sum, one) => sum + (MODIFIERS[one]?.bit ?? 0), 0);
  const known = CODES[key];
  const text = modifiers.some((one) => one !== 'Shift') ? undefined : known ? known.text : key;
  const event = {
    key: key === 'Space' ? ' ' : key,
    code: known?.code ?? (/[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : ''),
    windowsVirtualKeyCode: known?.number ?? key.toUpperCase().charCodeAt(0),
    modifiers: bits,
    ...(text === undefined ? {} : { text }),
  };
  const held = modifiers.map((one) => ({
    key: one,
    code: `${one}Left`,
    windowsVirtualKeyCode: MODIFIERS[one]?.number,
  }));
  return [
    ...held.map((one) => ({ ...one, type: 'rawKeyDown' })),
    { ...event, type: text === undefined ? 'rawKeyDown' : 'keyDown' },
    { ...event, type: 'keyUp' },
    ...held.toReversed().map((one) => ({ ...one, type: 'keyUp' })),
  ];
}

/** The characters of one press, for WebDriver's key actions: modifiers first. */
export function bidiKeys(combination: string): string[] {
  const { modifiers, key } = parse(combination);
  return [...modifiers.map((one) => MODIFIERS[one]?.bidi ?? ''), CODES[key]?.bidi ?? key];
}
