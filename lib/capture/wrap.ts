/** Breaks a text into lines that fit, losing nothing: joined together, the lines give the text back. */

/** Whether a line is short enough to be drawn. */
export type Fits = (line: string) => boolean;

/**
 * A line of a URL ends best after one of these, else after one of those. Never after « - », which would read as the
 * hyphen of a cut word, nor after « # », which belongs to the route that follows.
 */
const GOOD_ENDS = [/[/?&;]/, /[=,._~:+]/] as const;
/** Looked for in the last part of the line only: a ragged URL is harder to read than one cut in a word. */
const LOOK_BACK = 0.35;

/** Characters that draw nothing or turn the direction around, made visible: the band must read as the URL is. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Shows control and direction characters as \uXXXX. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/**
 * Lines of a text without spaces (URL, hash): broken at a good place if there is one near the end of the line,
 * anywhere otherwise. Always at least one character a line, so it ends whatever `fits` says.
 */
export function wrapAnywhere(text: string, fits: Fits): string[] {
  const characters = Array.from(text);
  const lines: string[] = [];
  for (let start = 0; start < characters.length; ) {
    const most = longest(characters, start, fits);
    const length = start + most === characters.length ? most : goodLength(characters, start, most);
    lines.push(characters.slice(start, start + length).join(''));
    start += length;
  }
  return lines.length === 0 ? [''] : lines;
}

/** How many characters fit on a line: found by halves, as measuring is the costly part. */
function longest(characters: readonly string[], start: number, fits: Fits): number {
  let low = 1;
  let high = 16;
  const left = characters.length - start;
  while (high < left && fits(characters.slice(start, start + high).join(''))) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, left);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(start, start + middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function goodLength(characters: readonly string[], start: number, most: number): number {
  for (const end of GOOD_ENDS) {
    for (let length = most; length > most * (1 - LOOK_BACK); length -= 1) {
      if (end.test(characters[start + length - 1] ?? '')) return length;
    }
  }
  return most;
}

/** Lines of ordinary text: broken at spaces (which are dropped there), and inside a word only if it is longer than a line. */
export function wrapWords(text: string, fits: Fits): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = wrapAnywhere(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}
