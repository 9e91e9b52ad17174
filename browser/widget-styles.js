/** The widget's own look, inside its shadow. The shop's styles do not reach in; `!important` on `:host` keeps them from the outside too. */
export const widgetStyles = `
:host { all: initial !important; display: block !important }
:host([data-optledger=button]), :host([data-optledger=popup]) { position: absolute !important; width: 0 !important; height: 0 !important }
.frame {
  --ink: #16202e; --soft: #4a5768; --line: #d5dce4; --edge: #7c8a9b; --paper: #fff; --raised: #f3f5f8; --bad: #b3261e;
  --up: 0px; --inward: 0px; --place: 0;
  color-scheme: light; color: var(--ink); text-align: start;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.frame[data-scheme=dark] {
  --ink: #e9eef4; --soft: #adb8c6; --line: #2d3845; --edge: #76859a; --paper: #161d26; --raised: #202a36; --bad: #ff9a90;
  color-scheme: dark;
}
*, *::before { box-sizing: border-box }
h2, p, ul, fieldset, legend, blockquote { margin: 0; padding: 0; border: 0; min-width: 0 }
button, input { font: inherit; color: inherit; margin: 0 }
button { cursor: pointer; border: 0 }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
h2:focus { outline: none }
.panel, form, .last { display: grid; gap: 14px }
.panel { padding: 20px; overflow-wrap: anywhere }
h2 { font-size: 20px; line-height: 1.3; font-weight: 650; text-wrap: balance }
ul { padding-inline-start: 20px }
li::first-letter { text-transform: uppercase }
.incentive {
  justify-self: start; padding: 4px 12px; border-radius: 8px; background: var(--tint); font-weight: 650; font-size: 15px;
}
fieldset { display: grid; gap: 8px }
legend { font-weight: 600; margin-block-end: 8px }
.choice {
  display: flex; gap: 12px; align-items: flex-start; min-height: 48px; padding: 11px 14px;
  border: 1px solid var(--edge); border-radius: 10px; cursor: pointer;
}
.choice:hover { border-color: var(--accent) }
.choice input {
  appearance: none; flex: none; display: grid; place-content: center; width: 20px; height: 20px; margin-block: 2px;
  border: 2px solid var(--edge); border-radius: 5px; cursor: pointer;
}
.choice input::before {
  content: ""; width: 11px; height: 11px; background: var(--on); transform: scale(0);
  clip-path: polygon(14% 44%, 0 65%, 50% 100%, 100% 16%, 80% 0, 43% 62%);
}
.choice input:checked { background: var(--accent); border-color: var(--accent) }
.choice input:checked::before { transform: none }
.choice span { display: block }
.choice span::first-letter { text-transform: uppercase }
.field { display: grid; gap: 6px }
.field label { font-weight: 600 }
.field input {
  width: 100%; min-height: 48px; padding: 0 14px; background: var(--paper); border: 1px solid var(--edge); border-radius: 10px;
}
[dir=rtl] .field input { text-align: right }
[data-bad=true] .choice, .field [aria-invalid=true] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad) }
.agreement { font-size: 15px; padding-inline-start: 12px; border-inline-start: 3px solid var(--accent) }
.chat { text-align: center }
.chat .link { font-size: 16px }
form[data-ticked=true] .chat { visibility: hidden }
.alert { color: var(--bad); font-size: 14px; font-weight: 600 }
.alert:empty { display: none }
.main {
  display: flex; justify-content: center; align-items: center; min-height: 50px; padding: 10px 20px; text-align: center;
  border-radius: 12px; background: var(--accent); color: var(--on); font-weight: 650; text-decoration: none;
}
.main:hover { background: var(--press); color: var(--on) }
.main[aria-disabled=true] { opacity: .6; cursor: progress }
a { color: var(--accent) }
.link { display: flex; justify-content: center; align-items: center; min-height: 44px; text-align: center }
.small { font-size: 13px; line-height: 1.45; color: var(--soft) }
.lines { display: grid; gap: 4px }
blockquote {
  padding: 12px 16px; background: #dff3e7; color: #10271a; border-radius: 14px; border-end-end-radius: 4px; margin-inline-start: 24px;
}
.code { display: inline-block }
.inline .panel { border: 1px solid var(--line); border-radius: 16px; background: var(--paper); max-width: 480px }
.line .panel { padding: 0; gap: 10px }
.line form { gap: 6px }
.sr, .line form h2, .line legend, [data-look=icon] .open span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.line form:not([data-ticked=true]) :is(.main, .field, .lines) { display: none }
.line .choice { border: 0; padding: 2px 0; min-height: 28px; gap: 10px; font-weight: 550 }
.line fieldset { gap: 0 }
.line .last { gap: 8px }
.line .agreement { font-size: 13px; line-height: 1.45; border: 0; padding: 0; color: var(--soft) }
.line .agreement p { display: inline; margin-inline-end: 4px }
.line .main { justify-self: start; min-height: 44px; padding: 8px 18px }
.line .lines { display: block }
.line .lines p { display: inline; margin-inline-end: 4px }
.line h2 { font-size: 17px }
.line .link { justify-content: start }
dialog {
  position: fixed; inset: auto 0 0; width: 100%; max-width: none; max-height: calc(100% - 24px); margin: 0; padding: 0; overflow: hidden;
  border: 0; border-radius: 20px 20px 0 0; background: var(--paper); color: var(--ink); box-shadow: 0 16px 48px #0a121f40;
}
dialog[open] { display: flex; flex-direction: column }
dialog::backdrop { background: #0b121a80 }
.head {
  flex: none; display: flex; align-items: center; gap: 10px; padding: 10px 12px 8px 20px; border-bottom: 1px solid var(--line);
  font-weight: 650; line-height: 1.25; touch-action: none;
}
[dir=rtl] .head { padding: 10px 20px 8px 12px }
.head bdi:not(.sr) { flex: 1; min-width: 0; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2 }
.mark { flex: none; height: 32px; min-width: 32px; max-width: 120px; object-fit: contain; border-radius: 8px }
[data-scheme=dark] :is(img, canvas).mark { padding: 3px; background: #fff }
span.mark {
  display: grid; place-items: center; width: 32px; overflow: hidden; border-radius: 50%; background: var(--accent); color: var(--on); line-height: 1;
}
.body { overflow: auto; overscroll-behavior: contain; padding-bottom: env(safe-area-inset-bottom, 0px) }
.close {
  flex: none; margin-inline-start: auto; width: 44px; height: 44px; border-radius: 50%; background: none; color: var(--soft); font-size: 26px; line-height: 1;
}
.close:hover { background: var(--raised); color: var(--ink) }
.place {
  position: fixed; z-index: 9990; max-width: calc(100vw - 32px); inset-inline-end: calc(16px + var(--inward));
  bottom: calc(16px + env(safe-area-inset-bottom, 0px) + var(--up) + var(--place) * 68px);
}
dialog[open] + .place { opacity: 0 }
[data-side=start] .place { inset-inline: calc(16px + var(--inward)) auto }
[data-side=left] .place { left: calc(16px + var(--inward)); right: auto }
[data-side=right] .place { right: calc(16px + var(--inward)); left: auto }
.open {
  display: flex; gap: 10px; align-items: center; min-width: 56px; min-height: 56px; padding: 8px 14px; text-align: start;
  border-radius: 28px; background: var(--accent); color: var(--on); font-weight: 600; line-height: 1.25; box-shadow: 0 6px 20px #0a121f40;
}
.open span { padding-inline-end: 6px; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2 }
.open:hover { background: var(--press) }
.away {
  position: absolute; top: -12px; inset-inline-end: -8px; width: 28px; height: 28px; border-radius: 50%; padding: 0;
  background: var(--paper); color: var(--ink); border: 1px solid var(--edge); font-size: 18px; line-height: 1;
}
svg { flex: none; width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
@media (max-width: 559px) {
  [data-look=auto] .open span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .head::before { content: ""; position: absolute; top: 5px; left: calc(50% - 18px); width: 36px; height: 4px; border-radius: 2px; background: var(--line) }
}
@media (min-width: 560px) {
  dialog { inset: 0; width: 420px; height: fit-content; margin: auto; border-radius: 20px }
  .button dialog { inset: auto 16px 16px auto; margin: 0 }
  .button[data-side=left] dialog, .button[data-side=start]:not([dir=rtl]) dialog, .button[data-side=end][dir=rtl] dialog { inset: auto auto 16px 16px }
}
@media (prefers-reduced-motion: no-preference) {
  .open, .main, .choice { transition: background-color .15s }
  dialog[open] { animation: rise .15s ease-out }
  @keyframes rise { from { opacity: 0; transform: translateY(12px) } }
}
@media (forced-colors: active) { .open, .main, .away { border: 1px solid } .choice input { appearance: auto } }
`;
