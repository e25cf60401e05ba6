#!/usr/bin/env node
/** Makes the fonts of this folder from their npm packages; the commands are in README.md. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('usage: node make-fonts.mjs FOLDER-WITH-NODE_MODULES OUTPUT-FOLDER');
const modules = join(from, 'node_modules');
const { default: subsetFont } = await import(pathToFileURL(join(modules, 'subset-font/index.js')).href);

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** Latin, Greek, Cyrillic and Vietnamese with their marks, punctuation and signs; Google's Noto Sans also holds Devanagari. */
const EUROPEAN = [
  [0x20, 0x7e],
  [0xa0, 0x52f],
  [0x1ab0, 0x1aff],
  [0x1c80, 0x1c8f],
  [0x1d00, 0x1fff],
  [0x2000, 0x22ff],
  [0x25a0, 0x25ff],
  [0x2c60, 0x2c7f],
  [0x2de0, 0x2e5d],
  [0xa640, 0xa69f],
  [0xa700, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb06],
  [0xfe20, 0xfe2f],
  [0xfffc, 0xfffd],
]
  .map(([first, last]) => range(first, last))
  .join('');

/** Every character of GB 2312: 6,763 hanzi, kana, signs (pdf.md: the rest is drawn as a picture). */
function gb2312() {
  const decoder = new TextDecoder('gb18030');
  let text = '';
  for (let row = 0xa1; row <= 0xf7; row++) {
    if (row > 0xa9 && row < 0xb0) continue;
    for (let cell = 0xa1; cell <= 0xfe; cell++) text += decoder.decode(new Uint8Array([row, cell]));
  }
  return text.replace(/[\p{Private_Use}\ufffd]/gu, '') + range(0x3000, 0x303f) + range(0xff01, 0xff5e);
}

const SOURCES = [
  ['noto-sans', '400Regular', 'NotoSans-Regular', EUROPEAN],
  ['noto-sans', '700Bold', 'NotoSans-Bold', EUROPEAN],
  ['noto-sans-sc', '400Regular', 'NotoSansSC-Regular', gb2312()],
  ['vazirmatn', '400Regular', 'Vazirmatn-Regular', null],
  ['noto-sans-armenian', '400Regular', 'NotoSansArmenian-Regular', null],
  ['noto-sans-bengali', '400Regular', 'NotoSansBengali-Regular', null],
  ['noto-sans-devanagari', '400Regular', 'NotoSansDevanagari-Regular', null],
  ['noto-sans-ethiopic', '400Regular', 'NotoSansEthiopic-Regular', null],
  ['noto-sans-georgian', '400Regular', 'NotoSansGeorgian-Regular', null],
  ['noto-sans-tamil', '400Regular', 'NotoSansTamil-Regular', null],
];

for (const [name, weight, output, keep] of SOURCES) {
  const folder = join(modules, '@expo-google-fonts', name);
  const file = readdirSync(join(folder, weight)).find((one) => one.endsWith('.ttf'));
  const source = readFileSync(join(folder, weight, file));
  writeFileSync(
    join(to, `${output}.ttf`),
    keep ? await subsetFont(source, keep, { targetFormat: 'truetype' }) : source,
  );
  copyFileSync(join(folder, 'LICENSE_FONT'), join(to, `OFL-${output.split('-')[0]}.txt`));
}
