/** The look of LISEZ-MOI.html: ink on warm paper, one green accent, dark and print variants; self-contained. */

/** Contrasts (WCAG AA): ink 13:1, soft ink 6:1, accent 6:1 on paper; the dark set likewise. */
export const README_STYLE = `
:root{color-scheme:light dark;--paper:#f8f3e8;--sheet:#fffdf7;--ink:#26221b;--soft:#5d5546;--line:#ddd3bf;--accent:#2c6248;--tint:#e4ecdf;--tint2:#b9d2bd;--tint3:#86b292;--warn:#7d3c0c;--warnbg:#f9e9d2;
--serif:ui-serif,'Iowan Old Style',Georgia,'Noto Serif','DejaVu Serif',serif;--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif;--mono:ui-monospace,Consolas,'DejaVu Sans Mono',monospace}
@media (prefers-color-scheme:dark){:root{--paper:#191714;--sheet:#211e1a;--ink:#ece4d4;--soft:#b6ab97;--line:#40392f;--accent:#93cfab;--tint:#23352b;--tint2:#2f5341;--tint3:#3d6d55;--warn:#f1b98a;--warnbg:#3a2817}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--sans)}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem;z-index:1}
.page{max-width:64rem;margin:0 auto;padding:clamp(1rem,4vw,3rem) clamp(1rem,4vw,2.5rem) 4rem}
h1,h2,h3{font-family:var(--serif);line-height:1.2;font-weight:600;text-wrap:balance}
h1{font-size:clamp(1.8rem,5vw,2.7rem);margin:.2rem 0 .6rem;letter-spacing:-.01em}
h2{font-size:clamp(1.35rem,3.2vw,1.7rem);margin:3.2rem 0 .8rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.15rem;margin:1.6rem 0 .4rem}
p,ul,ol,dl{max-width:44rem}
p{margin:.5rem 0 1rem}
.brand{font-size:.95rem;color:var(--soft);margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;max-width:none}
.brand strong{color:var(--accent);font-weight:600}
.independent{display:inline-block;border:1px solid var(--accent);color:var(--accent);border-radius:2rem;padding:.2rem .9rem;font-size:.95rem;margin:.2rem 0 1rem}
.lede{color:var(--soft);margin:.1rem 0}
.alert{border:1px solid var(--warn);border-left-width:.5rem;background:var(--warnbg);padding:.9rem 1.2rem;border-radius:.3rem;margin:1.4rem 0;max-width:none}
.alert h2{border:0;margin:0 0 .4rem;padding:0;font-size:1.2rem;color:var(--warn)}
.alert ul{margin:.3rem 0;padding-left:1.2rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.8rem;margin:1.2rem 0;padding:0;list-style:none;max-width:none}
.figures li{background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem;font-size:.92rem;line-height:1.35;color:var(--soft)}
.figures b{display:block;font:600 1.9rem/1.15 var(--serif);color:var(--ink);font-variant-numeric:tabular-nums lining-nums}
nav.toc ol{columns:2 16rem;padding-left:1.3rem;margin:.4rem 0}
nav.toc li{padding:.25rem 0;break-inside:avoid}
code,.hash{font:.84em/1.45 var(--mono);overflow-wrap:anywhere}
pre{background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;padding:.8rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.88rem/1.5 var(--mono);margin:.4rem 0 1.2rem}
.facts{margin:.6rem 0 1rem;max-width:none}
.facts dt{color:var(--soft);font-size:.92rem}.facts dd{margin:0 0 .6rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.45}
th{font-weight:600;text-align:start;color:var(--soft);font-size:.9rem;border-bottom:2px solid var(--line);padding:.4rem .6rem .4rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:.55rem .6rem .55rem 0;vertical-align:top;overflow-wrap:anywhere}
td small,.zone{color:var(--soft);font-size:.86em;display:block}
.pieces td:nth-child(3){white-space:nowrap}.pieces ul{list-style:none;margin:0;padding:0}.timeline{table-layout:fixed}.timeline th:nth-child(1){width:4.6rem}.timeline th:nth-child(2){width:11.5rem}.timeline th:nth-child(4){width:9rem}.timeline th:nth-child(5){width:14rem}
.num{white-space:nowrap;font-variant-numeric:tabular-nums}
.when{white-space:nowrap;font-variant-numeric:tabular-nums}
.tag{display:inline-block;border:1px dashed var(--soft);color:var(--soft);border-radius:.9rem;padding:0 .6rem;font-size:.85rem;margin:.1rem 0}
.tag.strong{border:1px solid var(--warn);color:var(--warn)}
.declared{background:var(--tint)}
.words{white-space:pre-wrap;display:block;border-inline-start:3px solid var(--tint2);padding-inline-start:.8rem;margin:.3rem 0;overflow-wrap:anywhere}
.url{font:.86em/1.4 var(--mono);overflow-wrap:anywhere}
.scroll{overflow-x:auto;max-width:100%}
.weeks{width:auto;font-size:.9rem;text-align:center}
.weeks th,.weeks td{text-align:center;padding:.2rem;border:0}
.weeks tbody th{white-space:nowrap;padding-right:.8rem;text-align:start;font-weight:400}
.weeks td span{display:block;min-width:2.1rem;border-radius:.25rem;padding:.15rem .3rem;border:1px solid var(--line);font-variant-numeric:tabular-nums;min-height:1.9em}
.weeks .l1{background:var(--tint)}.weeks .l2{background:var(--tint2)}.weeks .l3{background:var(--tint3);font-weight:600}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(26rem,100%),1fr));gap:1.4rem;padding:0;margin:1rem 0;list-style:none;max-width:none}
figure{margin:0;background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;overflow:hidden;display:flex;flex-direction:column;scroll-margin-top:1rem}
figure>a{display:block;background:#fff;border-bottom:1px solid var(--line)}
figure img{display:block;width:100%;height:auto;max-height:26rem;object-fit:contain;object-position:top;background:#fff}
figure .none{padding:2rem 1rem;text-align:center;color:var(--warn);background:var(--warnbg);margin:0;max-width:none}
figcaption{padding:.8rem 1rem 1rem;font-size:.93rem;line-height:1.45}
figcaption h3{margin:0 0 .3rem;font-size:1.08rem}
figcaption p{margin:.15rem 0}figcaption .when{white-space:normal}
.exchange{background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;padding:.9rem 1.2rem;margin:0 0 1rem;scroll-margin-top:1rem}
.exchange h3{margin-top:0}.exchange ul{margin:.2rem 0 .6rem;padding-left:1.2rem}
.limits{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:0 2.5rem;background:var(--sheet);border:2px solid var(--accent);border-radius:.5rem;padding:.4rem 1.4rem 1rem}
.limits ul{padding-left:1.1rem;margin:.2rem 0}.limits li{margin:.35rem 0}
.limits .judge{grid-column:1/-1;margin:1rem 0 .2rem;font-family:var(--serif);font-size:1.1rem}
.verifier [hidden]{display:none}
.drop{border:2px dashed var(--accent);border-radius:.6rem;background:var(--sheet);padding:1rem 1.2rem;margin:1rem 0;text-align:center}
.drop p{margin:.5rem auto}.drop-here{font:600 1.15rem/1.3 var(--serif)}.drop .note{color:var(--soft);font-size:.92rem}
[data-dragging] .drop{background:var(--tint);border-style:solid}
.pick{display:inline-block;position:relative;background:var(--accent);color:var(--sheet);border:2px solid var(--accent);border-radius:.4rem;padding:.6rem 1.1rem;margin:.25rem;font-weight:600;cursor:pointer;min-height:44px}
.pick.second{background:transparent;color:var(--accent)}
.pick input{position:absolute;inset:0;width:100%;height:100%;opacity:0;cursor:pointer;font-size:0}
.pick:focus-within{outline:3px solid var(--accent);outline-offset:3px}
[data-check=running]{margin:1rem 0}[data-check=running] p{margin:.2rem 0}
progress{width:min(24rem,100%);height:1rem;accent-color:var(--accent)}
button{font:inherit;font-weight:600;color:var(--accent);background:var(--sheet);border:2px solid var(--accent);border-radius:.4rem;padding:.4rem 1rem;min-height:44px}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[data-check=result]:not(:empty){border:2px solid var(--line);border-inline-start-width:.6rem;border-radius:.5rem;background:var(--sheet);padding:.8rem 1.2rem;margin:1rem 0;overflow-wrap:anywhere}
[data-check=result][data-verdict=intact]{border-color:var(--accent)}[data-check=result][data-verdict=altered],[data-check=result][data-verdict=not-ours]{border-color:var(--warn)}
[data-check=result]>h3{margin:.2rem 0;font-size:1.5rem}[data-check=result]>h3:focus{outline:none}[data-check=result]>h3::before{content:"✓ ";color:var(--accent)}
[data-verdict=altered]>h3,[data-verdict=not-ours]>h3{color:var(--warn)}[data-check=result][data-verdict=altered]>h3::before{content:"≠ ";color:var(--warn)}[data-check=result][data-verdict=not-ours]>h3::before{content:"? ";color:var(--warn)}
[data-check=result] h4{margin:1rem 0 .2rem;font-size:1rem}[data-check=result] ul{margin:.2rem 0;padding-inline-start:1.3rem;font-size:.95rem;max-width:none}
[data-level=problem]{color:var(--warn);font-weight:600}
.english{margin-top:5rem;border-top:4px double var(--line)}
footer{margin-top:3rem;color:var(--soft);font-size:.93rem;border-top:1px solid var(--line);padding-top:1rem}
@media (max-width:44rem){
.stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacks,.stacks tbody,.stacks tr,.stacks td{display:block}
.stacks tr{border-bottom:1px solid var(--line);padding:.7rem 0}
.stacks td{border:0;padding:.08rem 0}
.stacks td:empty{display:none}
.stacks .num,.stacks .when{display:inline;margin-inline-end:.8rem}.stacks .when{white-space:normal}
.stacks .when .zone{display:inline;margin-inline-start:.4rem}
.pieces td:nth-child(3){display:inline;white-space:normal}.pieces td:nth-child(2){margin-block:.15rem}
h2{margin-top:2.4rem}}
@media print{
.timeline th:nth-child(1){width:14mm}.timeline th:nth-child(2){width:24mm}.timeline th:nth-child(4){width:24mm}.timeline th:nth-child(5){width:38mm}
:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#1d4a35;--tint:#eef3ea;--tint2:#d5e4d6;--tint3:#b3d0b9;--warn:#6b3208;--warnbg:#fff;color-scheme:light}
@page{size:A4;margin:16mm 14mm}
html{font-size:9.5pt}body{font-size:1rem;line-height:1.4}.page{padding:0;max-width:none}
nav.toc,.skip,.languages,.verifier{display:none}.when{white-space:normal}
a{color:inherit;text-decoration:none}
h2{margin-top:1.6em;break-after:avoid}h3{break-after:avoid}
thead{display:table-header-group}tr,figure,.exchange,.limits,.figures li{break-inside:avoid}
.pictures{display:block}figure{margin-bottom:6mm;display:block}figure img{max-height:88mm;width:auto;max-width:100%;margin:0 auto}
.english{break-before:page;margin-top:0;border:0}}
`.trim();
