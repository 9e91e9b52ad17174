import { followRules } from './said-sentence.ts';

/**
 * The one style sheet of all pages. Its hash is in the Content-Security-Policy, so no page can carry another one, and no element a
 * `style` attribute. System fonts, logical properties for right-to-left, colours of contrast AA in both schemes, targets of 44 px.
 * What one chooses and the button stand in the first screen of a phone (390 x 700), so above the button every line counts.
 */
export const styles = `
:root{color-scheme:light dark;--page:#f5f7f9;--card:#fff;--text:#16202e;--soft:#4a5768;--line:#d5dce4;--edge:#7c8a9b;--accent:#16202e;--press:#07101d;--on:#ffffff;--tint:#ecedee;--bubble:#eef1f5;--fault:#b3261e;--faint:#fdecea;--ring:#1558d6}
@media (prefers-color-scheme:dark){:root{--page:#0d1218;--card:#161d26;--text:#e9eef4;--soft:#adb8c6;--line:#2d3845;--edge:#76859a;--accent:#e9eef4;--press:#ffffff;--on:#000000;--tint:#272e36;--bubble:#27313d;--fault:#ff9a90;--faint:#341a1a;--ring:#8ab4ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main,footer{width:100%;max-width:30rem;margin-inline:auto}
.card{background:var(--card);padding:.75rem 1.25rem 1.5rem}
@media (min-width:30rem){main{padding:1rem 1rem 0}.card{border:1px solid var(--line);border-radius:1rem;padding:1.5rem 2.25rem 2rem;box-shadow:0 1px 2px #0000000d,0 12px 32px #0f1f3312}}
@media (min-width:40rem) and (min-height:54rem){main{padding-block-start:4rem}.card{padding-block:2.25rem}}
.brand{display:flex;align-items:center;gap:.75rem;margin-block-end:.5rem;line-height:1.3}
.brand b{font-weight:650}
.brand img{flex:none;max-width:100%;object-fit:contain;border-radius:.5rem;background:#fff}
.letter{flex:none;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:50%;background:var(--accent);color:var(--on);font-size:1.125rem;font-weight:650;line-height:1;overflow:hidden}
@media (prefers-color-scheme:dark){.brand img{box-sizing:content-box;padding:.25rem;margin-block:-.25rem;border-radius:.625rem}}
h1{font-size:1.375rem;line-height:1.25;letter-spacing:-.015em;font-weight:680;margin:0 0 .375rem;text-wrap:balance}
:lang(ar) h1,:lang(hi) h1{letter-spacing:0;line-height:1.35}
h2{font-size:1rem;font-weight:650;margin:1.75rem 0 .5rem}
p{margin:0 0 .75rem}
.gift{display:inline-block;margin-block-end:.375rem;padding:.25rem .75rem;border-radius:.625rem;background:var(--tint);font-weight:650;line-height:1.4}
.why{margin:0;font-size:.875rem;line-height:1.4;color:var(--soft)}
.soft,.hint{color:var(--soft)}
.hint,.small{font-size:.875rem}
.hint{margin:.25rem 0 0}
a{color:inherit;text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
fieldset{border:0;padding:0;margin:.5rem 0 0;min-width:0}
legend{padding:0;font-weight:650;font-size:.875rem}
.ticks{margin-block-start:.25rem;border:1px solid var(--edge);border-radius:.75rem;overflow:hidden}
.ticks>*+*{border-block-start:1px solid var(--line)}
.ticks>:has(:checked){background:var(--tint)}
.tick{display:flex;gap:.75rem;align-items:flex-start;min-height:2.75rem;margin:0;padding:.625rem .875rem;line-height:1.4}
label.tick{cursor:pointer}
label.tick:hover input{border-color:var(--accent)}
.tick:has(:focus-visible){outline:3px solid var(--ring);outline-offset:-3px;border-radius:.75rem}
.tick input{appearance:none;flex:none;display:grid;inline-size:1.375rem;block-size:1.375rem;margin:0;border:2px solid var(--edge);border-radius:.375rem;background:var(--card);cursor:pointer;outline:0}
.tick :checked{border-color:var(--accent);background:var(--accent)}
.tick :checked::before{content:"";background:var(--on);clip-path:polygon(14% 47%,39% 71%,86% 20%,95% 30%,40% 88%,5% 56%)}
@media (forced-colors:active){.tick input{appearance:auto}}
.tick span::first-letter,.name::first-letter,.list li::first-letter{text-transform:uppercase}
.state{margin-block-start:-.375rem;padding:0 .875rem .625rem;padding-inline-start:3rem;font-size:.8125rem;line-height:1.4;color:var(--soft)}
.state p{margin:0}
.head{display:flex;flex-wrap:wrap;align-items:start;gap:.5rem 1rem;margin-block-end:.5rem}
.head h1{flex:1 1 12rem;margin:0}
.stops{display:flex;flex-wrap:wrap;gap:.5rem}
.field{margin-block-start:.5rem}
.field label{display:block;font-weight:600;font-size:.875rem;margin-block-end:.25rem}
.number{display:grid;align-items:end;column-gap:.75rem}
@media (min-width:20rem){.number{grid-template-columns:repeat(2,minmax(0,1fr))}}
input[type=tel],select{display:block;width:100%;min-height:2.75rem;padding:.375rem .75rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.625rem}
select{padding-inline:.5rem}
input[type=tel]{font-variant-numeric:tabular-nums;text-align:start}
[aria-invalid=true]{border-color:var(--fault);box-shadow:inset 0 0 0 1px var(--fault)}
.fault{color:var(--fault);font-size:.875rem;font-weight:550;margin:.375rem 0 0}
.alert,.note{border-radius:.625rem;padding:.75rem .875rem;margin:.75rem 0 1rem}
.alert{background:var(--faint);color:var(--fault);font-weight:600}
.alert ul{margin:.25rem 0 0;padding-inline-start:1.25rem;font-weight:400}
.note{background:var(--tint)}
details{margin-block-start:.25rem;font-size:.9375rem}
summary{cursor:pointer;min-height:2.75rem;display:flex;align-items:center;gap:.5rem;font-weight:600;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"+";font-size:1.25rem;line-height:1}
[open]>summary::before{content:"\\2212"}
.terms{margin-block-start:1.25rem;padding-block-start:1.25rem;border-block-start:1px solid var(--line);font-size:.8125rem;color:var(--soft)}
.terms a{white-space:nowrap}
details .terms{margin:0;padding:0;border:0}
.terms blockquote,.says{color:var(--text);border-inline-start:3px solid var(--accent);padding-inline-start:.75rem}
.terms blockquote{margin:.25rem 0 .75rem;font-size:.9375rem}
.says{margin-block-start:.5rem;font-size:.8125rem;line-height:1.4}
.says p{margin:0}
@supports selector(:has(*)){
.gap{display:none}
.says:has(.sizer){display:grid}
.sizer,.follows{grid-area:1/1}
.sizer{display:block;visibility:hidden}
.follows>span{display:inline}
form:not(:has([id^=purpose]:checked)) .when-ticked{display:none}
${followRules}
}
.go{display:flex;align-items:center;justify-content:center;gap:.5rem;width:100%;min-height:3.125rem;margin-block-start:.625rem;padding:.625rem 1.25rem;border:0;border-radius:.75rem;background:var(--accent);color:var(--on);font:inherit;font-weight:650;text-align:center;text-decoration:none;cursor:pointer}
.go:hover,.go:active{background:var(--press)}
.plain{background:none;color:var(--text);border:1px solid var(--edge)}
.plain:hover,.plain:active{background:var(--tint)}
.stops .go{width:auto;min-height:2.75rem;margin:0;padding:.375rem .875rem;font-size:.9375rem}
.quiet,nav button{border:0;background:none;color:inherit;font:inherit;font-size:.875rem;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
.quiet{display:flex;align-items:center;min-height:2.75rem;padding:0}
button.quiet{justify-content:center;width:100%}
.under{margin:.5rem 0 0;text-align:center}
.after{margin-block-start:1.25rem}
.step{margin:0 0 .25rem;font-size:.875rem;font-weight:650;color:var(--soft)}
.bubble{background:var(--bubble);border-radius:.875rem;border-end-end-radius:.25rem;padding:.75rem .875rem;margin:0 0 .375rem;margin-inline-start:1.5rem;white-space:pre-wrap}
.bubble bdi{display:inline-block;max-width:100%}
.nowrap{white-space:nowrap}
.list{margin:.5rem 0 1rem;padding-inline-start:1.25rem}
.list .hint{display:block;margin:0}
.name{display:inline-block}
.note .list{margin-block-end:0}
.done{width:3rem;height:3rem;color:var(--accent);margin-block-end:.75rem}
.qr{display:none}
.qr svg{width:11rem;height:11rem;border-radius:.75rem;background:#fff}
@media (min-width:48rem){.qr{display:block;text-align:center;margin-block:1rem}.qr p{margin:.375rem 0 0}}
nav{margin-block-start:1rem;padding-inline:1rem;text-align:center;text-wrap:balance}
nav a,nav b,nav button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;min-width:2.75rem;padding:0 .5rem;font-size:.875rem}
nav b{color:var(--soft)}
footer{padding:.75rem 1rem 2rem;text-align:center;font-size:.8125rem;color:var(--soft)}
footer p{margin:0 0 .25rem}
.where{display:flex;flex-wrap:wrap;justify-content:center;column-gap:1rem}
@media (min-height:50rem){.brand{margin-block-end:1rem}fieldset,.field{margin-block-start:1rem}.says,.go{margin-block-start:.875rem}}
.where>*{padding-block:.25rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
