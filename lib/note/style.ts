/** The note's own style, inside its closed shadow root: nothing comes in from the page, nothing leaks out. */

export const NOTE_STYLE = `
:host { all: initial !important; }
:host([hidden]) { display: none !important; }
.note {
  position: fixed;
  z-index: 2147483647;
  box-sizing: border-box;
  inline-size: min(21rem, calc(100vw - 32px));
  max-block-size: calc(100vh - 32px);
  overflow: auto;
  padding: 14px 16px 16px;
  border: 1px solid #857d69;
  border-inline-start: 5px solid #1f5c3d;
  border-radius: 10px;
  background: #fffdf8;
  color: #23261f;
  font: 400 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  box-shadow: 0 8px 28px -8px #00000066;
  text-align: start;
}
.bottom-end { inset-block-end: 16px; inset-inline-end: 16px; }
.bottom-start { inset-block-end: 16px; inset-inline-start: 16px; }
.top-end { inset-block-start: 16px; inset-inline-end: 16px; }
.top-start { inset-block-start: 16px; inset-inline-start: 16px; }
.head { display: flex; align-items: start; justify-content: space-between; gap: 8px; }
.title { margin: 8px 0 0; font-weight: 650; }
.body, .alias, .hint { margin: 8px 0 0; }
.alias { color: #1f5c3d; font-weight: 600; }
.hint { color: #555a4e; font-size: 14px; }
.close {
  flex: none;
  min-inline-size: 44px;
  min-block-size: 44px;
  margin: -6px -8px 0 0;
  padding: 0 8px;
  border: 0;
  border-radius: 8px;
  background: transparent;
  color: #1f5c3d;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.close:hover { background: #e4eee2; }
.close:focus-visible { outline: 3px solid #1f5c3d; outline-offset: 1px; }
.folded .body, .folded .hint { display: none; }
@media (prefers-color-scheme: dark) {
  .note { background: #22251f; color: #ece8dc; border-color: #868a79; border-inline-start-color: #8fd0a8; }
  .alias, .close { color: #8fd0a8; }
  .hint { color: #b6b7a8; }
  .close:hover { background: #22382b; }
  .close:focus-visible { outline-color: #b9e8ca; }
}
@media print { .note { display: none; } }
`;
