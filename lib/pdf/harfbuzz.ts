/** HarfBuzz for the scripts whose letters change shape or place: its WebAssembly alone, compiled from bytes that we hold. */
import type { Face } from './sfnt';

/**
 * What we call of harfbuzz.wasm. The package's own JavaScript is left out: it fetches the file when it is imported,
 * which `connect-src 'none'` refuses, and its 85 kB wrap the whole library.
 */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wasm_call_ctors: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (at: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_font_create: (face: number) => number;
  readonly hb_buffer_create: () => number;
  readonly hb_buffer_destroy: (buffer: number) => void;
  readonly hb_buffer_set_direction: (buffer: number, direction: number) => void;
  readonly hb_buffer_add_utf16: (buffer: number, text: number, length: number, from: number, count: number) => void;
  readonly hb_buffer_guess_segment_properties: (buffer: number) => void;
  readonly hb_shape: (font: number, buffer: number, features: number, count: number) => void;
  readonly hb_buffer_get_length: (buffer: number) => number;
  readonly hb_buffer_get_glyph_infos: (buffer: number, length: number) => number;
  readonly hb_buffer_get_glyph_positions: (buffer: number, length: number) => number;
}

/** A glyph where HarfBuzz puts it, in visual order; measures in thousandths of the em; `cluster` counts UTF-16 units. */
export interface ShapedGlyph {
  readonly id: number;
  readonly cluster: number;
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
}

export interface Shaper {
  shape(face: Face, text: string, rightToLeft: boolean): readonly ShapedGlyph[];
}

const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
const READ_ONLY = 1;
const PAGE = 65_536;

/** @throws WebAssembly.CompileError when the page's policy lacks 'wasm-unsafe-eval' */
export async function startShaper(wasm: Uint8Array<ArrayBuffer>): Promise<Shaper> {
  let memory: WebAssembly.Memory | null = null;
  const abort = (): never => {
    throw new Error('HarfBuzz stopped');
  };
  const idle = (): number => 0;
  const { instance } = await WebAssembly.instantiate(wasm, {
    env: {
      _abort_js: abort,
      _emscripten_runtime_keepalive_clear: idle,
      _setitimer_js: idle,
      emscripten_resize_heap: (size: number) => grow(memory, size >>> 0),
    },
    wasi_snapshot_preview1: { proc_exit: abort },
  });
  const exports = instance.exports as unknown as Exports;
  memory = exports.memory;
  exports.__wasm_call_ctors();
  return shaperOn(exports);
}

function grow(memory: WebAssembly.Memory | null, size: number): number {
  if (!memory) return 0;
  memory.grow(Math.max(0, Math.ceil((size - memory.buffer.byteLength) / PAGE)));
  return 1;
}

function shaperOn(hb: Exports): Shaper {
  const fonts = new Map<Face, number>();
  const fontOf = (face: Face): number => {
    const known = fonts.get(face);
    if (known !== undefined) return known;
    const at = hb.malloc(face.bytes.length);
    new Uint8Array(hb.memory.buffer).set(face.bytes, at);
    // Neither the copy nor the font is ever let go: a page makes a few letters and closes.
    const font = hb.hb_font_create(hb.hb_face_create(hb.hb_blob_create(at, face.bytes.length, READ_ONLY, 0, 0), 0));
    fonts.set(face, font);
    return font;
  };
  return {
    shape(face, text, rightToLeft) {
      const font = fontOf(face);
      const at = hb.malloc(2 * text.length);
      const units = new Uint16Array(hb.memory.buffer, at, text.length);
      for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
      const buffer = hb.hb_buffer_create();
      hb.hb_buffer_set_direction(buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
      hb.hb_buffer_add_utf16(buffer, at, text.length, 0, text.length);
      hb.hb_buffer_guess_segment_properties(buffer);
      hb.hb_shape(font, buffer, 0, 0);
      const glyphs = glyphsOf(hb, buffer, 1000 / face.unitsPerEm);
      hb.hb_buffer_destroy(buffer);
      hb.free(at);
      return glyphs;
    },
  };
}

/** hb_glyph_info_t and hb_glyph_position_t are five 32-bit words each. */
function glyphsOf(hb: Exports, buffer: number, scale: number): ShapedGlyph[] {
  const count = hb.hb_buffer_get_length(buffer);
  const infos = new Uint32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_infos(buffer, 0), 5 * count);
  const places = new Int32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_positions(buffer, 0), 5 * count);
  return Array.from({ length: count }, (_, i) => ({
    id: infos[5 * i] ?? 0,
    cluster: infos[5 * i + 2] ?? 0,
    advance: (places[5 * i] ?? 0) * scale,
    dx: (places[5 * i + 2] ?? 0) * scale,
    dy: (places[5 * i + 3] ?? 0) * scale,
  }));
}
