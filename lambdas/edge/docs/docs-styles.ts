/**
 * The style sheet of the documentation pages; its hash is in their Content-Security-Policy. Wide pages with the contents beside the
 * text on a desk; on a phone its parts above the text, and each part with its own contents; contrast AA in both schemes; on paper the text alone.
 */
export const docsStyles = `
:root{color-scheme:light dark;--page:#fff;--side:#f5f7f9;--text:#16202e;--soft:#4a5768;--line:#d5dce4;--green:#0a7a48;--tint:#eaf6f0;--code:#f1f4f7;--ring:#1558d6;--get:#1558d6;--post:#0a7a48;--patch:#8a5300;--delete:#b3261e}
@media (prefers-color-scheme:dark){:root{--page:#0d1218;--side:#121922;--text:#e9eef4;--soft:#adb8c6;--line:#2d3845;--green:#3ecf8e;--tint:#13291f;--code:#19222d;--ring:#8ab4ff;--get:#8ab4ff;--post:#3ecf8e;--patch:#f0b35a;--delete:#ff9a90}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-block-start:4.5rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--green);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
main:focus{outline:0}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;z-index:2;background:var(--page);padding:.5rem 1rem}
.skip:focus{inset-block-start:.5rem}
header{position:sticky;inset-block-start:0;z-index:1;display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.5rem;padding:.25rem 1.25rem;background:var(--page);border-block-end:1px solid var(--line)}
.brand{display:flex;align-items:center;gap:.625rem;font-weight:650}
.brand svg{width:1.875rem;height:1.875rem;color:var(--green)}
header nav{display:flex;gap:.25rem}
header nav a,header nav b{display:inline-flex;align-items:center;min-height:2.75rem;padding-inline:.625rem;font-size:.9375rem}
header nav a{text-decoration:none}
header nav a:hover{text-decoration:underline}
.contents{padding:.375rem 1.25rem;background:var(--side);border-block-end:1px solid var(--line);font-size:.9375rem}
.contents ul{display:none;list-style:none;margin:0;padding:0}
.contents ul.all{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));column-gap:.5rem;font-size:.875rem}
.contents p{display:inline-block;margin:0 1rem 0 0}
.contents a,.here a{display:block;padding-block:.3125rem;color:var(--text);text-decoration:none}
.contents li a,.here a{display:flex;align-items:baseline}
.contents a:hover,.here a:hover{color:var(--green);text-decoration:underline}
.here{list-style:none;padding:0;margin-block:.75rem 0}
main{padding:1.5rem 1.25rem 4rem;max-width:54rem;min-width:0}
@media (min-width:64rem){
.page{display:grid;grid-template-columns:18rem minmax(0,1fr)}
.contents{position:sticky;inset-block-start:3.5rem;align-self:start;height:calc(100vh - 3.5rem);overflow-y:auto;border-block-end:0;border-inline-end:1px solid var(--line);padding:1rem 1.25rem}
main{padding:2.5rem 3rem 6rem}
.contents p a{display:inline;padding:0;color:var(--soft)}
.contents ul,.contents ul.all{display:block}
.contents p{display:block;margin:.75rem 0 .125rem;font-size:.8125rem;font-weight:650}
.contents p:first-child{margin-block-start:0}
ul.here{display:none}
}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 .75rem}
h2{font-size:1.5rem;line-height:1.25;letter-spacing:-.015em;margin:3.5rem 0 .5rem;padding-block-start:1.5rem;border-block-start:1px solid var(--line)}
h3,.operation h2{font-size:1.1875rem;line-height:1.3;letter-spacing:0;margin:0;padding:0;border:0}
h4{font-size:.875rem;margin:1.5rem 0 .25rem;color:var(--soft)}
h2 a,h3 a{color:inherit;text-decoration:none}
h2 a:hover,h3 a:hover{text-decoration:underline}
p,ul{margin:.5rem 0}
ul{padding-inline-start:1.25rem}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
code{background:var(--code);border-radius:.25rem;padding:.05em .3em;overflow-wrap:anywhere}
pre{background:var(--code);border-radius:.5rem;padding:.875rem 1rem;overflow-x:auto;line-height:1.5;font-size:.8125rem;margin:.5rem 0}
pre code{background:none;padding:0;font-size:1em;overflow-wrap:normal}
.lead{font-size:1.125rem;color:var(--soft)}
.soft{color:var(--soft)}
.operation{margin-block-start:2.25rem;padding-block-start:2.25rem;border-block-start:1px solid var(--line)}
h2+p+.operation,h2+.operation{border-block-start:0;padding-block-start:.5rem}
.route{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem .625rem;margin:.5rem 0;padding:.5rem .75rem;background:var(--code);border-radius:.5rem}
.route code{background:none;padding:0}
.method{font-weight:700;font-size:.8125rem;letter-spacing:.03em}
.get{color:var(--get)}.post{color:var(--post)}.patch{color:var(--patch)}.delete{color:var(--delete)}
.contents .method,.here .method{flex:none;min-width:3.5rem;font-size:.6875rem}
.all .method{min-width:2rem}
dl{margin:.25rem 0}
dd{margin:0}
.fields>div{padding:.5rem 0;border-block-end:1px solid var(--line)}
.fields>div:last-child{border-block-end:0}
.fields .fields{margin-block-start:.375rem;padding-inline-start:.875rem;border-inline-start:2px solid var(--line)}
.fields dt>code{font-weight:650;background:none;padding:0}
.fields dd p{margin:.125rem 0;font-size:.9375rem;color:var(--soft)}
.type{font-size:.875rem;color:var(--soft)}
.kind{font-weight:650;margin:1rem 0 .25rem}
.required{font-size:.75rem;font-weight:650;color:var(--delete)}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.9375rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-block-end:1px solid var(--line)}
th{font-size:.8125rem;color:var(--soft)}
.answers td:first-child,.answers th:first-child{white-space:nowrap}
.status{font-weight:650;font-variant-numeric:tabular-nums}
@media print{header,.contents,.skip,ul.here{display:none}.page{display:block}main{max-width:none;padding:0}body{font-size:.75rem}pre{white-space:pre-wrap}.operation{break-inside:auto}h2,h3,h4{break-after:avoid}}
`;
