/** The look of a printed letter: black on white, our own type, A4 with margins of 2 cm; the screen shows the sheet on warm paper. */

/** Self-contained: no font, no picture, nothing fetched. The colours are those of assets/styles/tokens.css. */
export const PRINT_STYLE = `
:root{--ink:#23261f;--ink-soft:#555a4e;--rule:#857d69;--paper:#f6f1e6;--sheet:#fff;--space:.9em;--serif:ui-serif,"Iowan Old Style",Charter,Georgia,"Liberation Serif","Noto Serif",serif}
*{box-sizing:border-box}
@page{size:A4;margin:2cm}
body{margin:0;background:var(--paper);color:var(--ink);font:10.5pt/1.35 var(--serif)}
main{max-width:21cm;margin:1cm auto;padding:2cm;background:var(--sheet)}
@media print{body,main{background:none;margin:0;padding:0;max-width:none}}
p{margin:0 0 var(--space);overflow-wrap:anywhere}
.line{white-space:pre-line;overflow-wrap:anywhere}
.head{display:grid;grid-template-columns:1fr 1fr;gap:1cm;margin-block-end:var(--space)}
.to,.dated{grid-column:2}
.to{margin-block-start:1.2cm}
.from div,.to div{white-space:pre-line;overflow-wrap:anywhere}
.postal,.object{font-weight:600}
h1{font-size:1em;margin:0 0 var(--space)}
h2{font-size:1em;margin:1.2em 0 .5em;break-after:avoid}
ul,ol{margin:0 0 var(--space);padding-inline-start:1.6em}
table{width:100%;border-collapse:collapse;margin:0 0 var(--space);font-size:9.5pt;line-height:1.35}
caption{text-align:start;font-weight:600;padding-block-end:.3em}
th,td{border:1px solid var(--rule);padding:.25em .45em;text-align:start;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
thead{display:table-header-group}
tr{break-inside:avoid}
.form th{width:38%;font-weight:600;background:none}
.frame{border:1px solid var(--rule);padding:.6em .8em;margin:0 0 var(--space);break-inside:avoid}
.frame p{min-height:1.1cm}
.pieces{list-style:none;padding:0}
.dots{color:var(--ink-soft)}
.sign{margin-block-start:1cm;min-height:2cm;break-inside:avoid}
.annex{break-before:page}
`;
