/**
 * The one style sheet of all pages. Its hash is in the Content-Security-Policy, so no page can carry another one, and no element a
 * `style` attribute. System fonts, logical properties for right-to-left, colours of contrast AA in both schemes, targets of 44 px.
 */
export const styles = `
:root{color-scheme:light dark;--page:#f5f7f9;--card:#fff;--text:#16202e;--soft:#4a5768;--line:#d5dce4;--edge:#7c8a9b;--accent:#16202e;--press:#07101d;--on:#ffffff;--tint:#ecedee;--bubble:#eef1f5;--fault:#b3261e;--faint:#fdecea;--ring:#1558d6}
@media (prefers-color-scheme:dark){:root{--page:#0d1218;--card:#161d26;--text:#e9eef4;--soft:#adb8c6;--line:#2d3845;--edge:#76859a;--accent:#e9eef4;--press:#ffffff;--on:#000000;--tint:#272e36;--bubble:#27313d;--fault:#ff9a90;--faint:#341a1a;--ring:#8ab4ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main,footer{width:100%;max-width:30rem;margin-inline:auto;padding-inline:1rem}
main{padding-block:1rem 0}
@media (min-width:40rem){main{padding-block-start:4rem}}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.5rem 1.25rem;box-shadow:0 1px 2px #0000000d,0 12px 32px #0f1f3312}
@media (min-width:30rem){.card{padding:2.25rem 2.25rem 2rem}}
.brand{display:flex;align-items:center;gap:.75rem;margin-block-end:1rem;line-height:1.3}
.brand b{font-weight:650}
.brand img{flex:none;max-width:100%;object-fit:contain;border-radius:.5rem;background:#fff}
.letter{flex:none;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:50%;background:var(--accent);color:var(--on);font-size:1.125rem;font-weight:650;line-height:1;overflow:hidden}
@media (prefers-color-scheme:dark){.brand img{box-sizing:content-box;padding:.25rem .375rem;border-radius:.625rem}}
h1{font-size:1.5rem;line-height:1.25;letter-spacing:-.015em;font-weight:680;margin:0 0 .5rem;text-wrap:balance}
:lang(ar) h1,:lang(hi) h1{letter-spacing:0;line-height:1.4}
h2{font-size:1rem;font-weight:650;margin:1.75rem 0 .5rem}
p{margin:0 0 .75rem}
.gift{display:inline-block;padding:.25rem .75rem;border-radius:.625rem;background:var(--tint);font-weight:650}
.soft,.hint{color:var(--soft)}
.hint,.small{font-size:.875rem}
.hint{margin:.25rem 0 0}
a{color:inherit;text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
fieldset{border:0;padding:0;margin:1.75rem 0 0;min-width:0}
legend{padding:0;font-weight:650}
.tick{display:flex;gap:.75rem;align-items:flex-start;min-height:2.75rem;margin-block-start:.625rem;padding:.75rem .875rem;border:1px solid var(--edge);border-radius:.625rem;cursor:pointer}
.tick:hover{border-color:var(--accent)}
.tick:has(:checked){border-color:var(--accent);background:var(--tint);box-shadow:inset 0 0 0 1px var(--accent)}
.tick:has(:focus-visible){outline:3px solid var(--ring);outline-offset:2px}
.tick input{flex:none;inline-size:1.25rem;block-size:1.25rem;margin:.15rem 0 0;accent-color:var(--accent);outline:0}
.tick span::first-letter{text-transform:uppercase}
.choice+.choice{margin-block-start:1.25rem}
.choice>:not(.tick){padding-inline-start:.875rem}
.choice summary{font-size:.875rem}
.choice details,.choice .terms{margin-block-start:0}
.choice .terms{border:0;padding-block-start:0}
.state{margin-block-start:.375rem;font-size:.875rem;color:var(--soft)}
.state p{margin:0}
p.tick{cursor:default;border-style:dashed;margin-block-end:0}
p.tick:hover{border-color:var(--edge)}
.field{margin-block-start:1rem}
.field label{display:block;font-weight:600;font-size:.9375rem;margin-block-end:.375rem}
input[type=tel],input[type=text],select{display:block;width:100%;min-height:2.875rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.625rem}
input[type=tel]{font-variant-numeric:tabular-nums;text-align:start}
[aria-invalid=true]{border-color:var(--fault);box-shadow:inset 0 0 0 1px var(--fault)}
.fault{color:var(--fault);font-size:.875rem;font-weight:550;margin:.375rem 0 0}
.alert,.note{border-radius:.625rem;padding:.75rem .875rem;margin:1rem 0 1.25rem}
.alert:first-child{margin-block-start:0}
.alert{background:var(--faint);color:var(--fault);font-weight:600}
.alert ul{margin:.25rem 0 0;padding-inline-start:1.25rem;font-weight:400}
.alert a{color:inherit}
.note{background:var(--tint)}
details{margin-block-start:1rem}
summary{cursor:pointer;min-height:2.75rem;display:flex;align-items:center;gap:.5rem;font-weight:600;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"+";font-size:1.25rem;line-height:1}
[open]>summary::before{content:"\\2212"}
.terms{margin-block-start:1.5rem;padding-block-start:1.25rem;border-block-start:1px solid var(--line);font-size:.875rem;color:var(--soft)}
.terms q,.terms blockquote{display:block;margin:.25rem 0 .75rem;color:var(--text);font-size:.9375rem;border-inline-start:3px solid var(--accent);padding-inline-start:.75rem;quotes:none}
.go{display:flex;align-items:center;justify-content:center;gap:.5rem;width:100%;min-height:3.125rem;margin-block-start:1.25rem;padding:.75rem 1.25rem;border:0;border-radius:.75rem;background:var(--accent);color:var(--on);font:inherit;font-weight:650;text-align:center;text-decoration:none;cursor:pointer}
.go:hover,.go:active{background:var(--press)}
.plain{background:none;color:var(--text);border:1px solid var(--edge);margin-block-start:.75rem}
.plain:hover,.plain:active{background:var(--tint)}
.under{margin:.5rem 0 0;text-align:center}
.bubble{background:var(--bubble);border-radius:.875rem;border-end-end-radius:.25rem;padding:.75rem .875rem;margin:0 0 .375rem;margin-inline-start:1.5rem;white-space:pre-wrap}
.bubble bdi{white-space:nowrap}
.list{margin:.5rem 0 1rem;padding-inline-start:1.25rem}
.list li::first-letter{text-transform:uppercase}
.done{width:3rem;height:3rem;color:var(--accent);margin-block-end:.75rem}
.qr{display:none}
@media (hover:hover) and (pointer:fine) and (min-width:48rem){.qr{display:block;text-align:center;margin-block-start:1.5rem}.qr svg{width:11rem;height:11rem;border-radius:.75rem;background:#fff;margin-block-start:.5rem}}
nav{display:flex;flex-wrap:wrap;justify-content:center;column-gap:.25rem;margin-block-start:1rem}
nav a,nav b{display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem;justify-content:center;padding-inline:.5rem;font-size:.875rem}
nav b{color:var(--soft)}
footer{padding-block:.75rem 2rem;text-align:center;font-size:.8125rem;color:var(--soft)}
footer p{margin:0 0 .25rem}
.where{display:flex;flex-wrap:wrap;justify-content:center;column-gap:1rem}
.where>*{padding-block:.25rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
