/** The widget's own look, inside its shadow. The shop's styles do not reach in; `!important` on `:host` keeps them from the outside too. */
export const widgetStyles = `
:host { all: initial !important; display: block !important }
:host([data-optledger=button]), :host([data-optledger=popup]) { position: absolute !important; width: 0 !important; height: 0 !important }
.frame {
  --ink: #17211c; --soft: #55615a; --line: #cfd8d2; --edge: #7c8a82; --paper: #fff; --raised: #f3f7f4;
  --accent: #0d7a48; --deep: #0a6139; --on: #fff; --bad: #b3261e;
  color-scheme: light; color: var(--ink); text-align: start;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
:host([data-theme=dark]) .frame {
  --ink: #eaf1ed; --soft: #a9b7af; --line: #39453e; --edge: #7f8f86; --paper: #151c18; --raised: #1f2923;
  --accent: #35c47e; --deep: #5bd699; --on: #06180e; --bad: #ff9b93;
  color-scheme: dark;
}
@media (prefers-color-scheme: dark) {
  :host([data-theme=auto]) .frame {
    --ink: #eaf1ed; --soft: #a9b7af; --line: #39453e; --edge: #7f8f86; --paper: #151c18; --raised: #1f2923;
    --accent: #35c47e; --deep: #5bd699; --on: #06180e; --bad: #ff9b93;
    color-scheme: dark;
  }
}
*, *::before { box-sizing: border-box }
h2, p, fieldset, legend, blockquote { margin: 0; padding: 0; border: 0; min-width: 0 }
button, input { font: inherit; color: inherit; margin: 0 }
button { cursor: pointer; border: 0 }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
h2:focus { outline: none }
.panel, form { display: grid; gap: 16px }
.panel { padding: 24px; overflow-wrap: anywhere }
form { padding: 0 }
h2 { font-size: 20px; line-height: 1.3; font-weight: 650; padding-inline-end: 40px; text-wrap: balance }
fieldset { display: grid; gap: 8px }
legend { font-weight: 600; margin-block-end: 8px }
.choice {
  display: flex; gap: 12px; align-items: flex-start; min-height: 48px; padding: 11px 14px;
  border: 1px solid var(--edge); border-radius: 12px; cursor: pointer;
}
.choice:hover { background: var(--raised) }
.choice:focus-within { border-color: var(--accent) }
.choice input { flex: none; width: 20px; height: 20px; margin-block: 2px; accent-color: var(--accent) }
.choice span { display: block }
.choice span::first-letter { text-transform: uppercase }
.field { display: grid; gap: 6px }
.field label { font-weight: 600 }
.field input {
  width: 100%; min-height: 48px; padding: 0 14px; background: var(--paper); border: 1px solid var(--edge); border-radius: 12px;
}
[dir=rtl] .field input { text-align: right }
.field input[aria-invalid=true] { border-color: var(--bad) }
.agreement { font-size: 15px; padding: 12px 14px; background: var(--raised); border-radius: 12px }
.chat { text-align: center }
.chat .link { font-size: 16px }
.alert { color: var(--bad); font-weight: 600 }
.alert:empty { display: none }
.main {
  display: flex; justify-content: center; align-items: center; min-height: 52px; padding: 10px 20px; text-align: center;
  border-radius: 14px; background: var(--accent); color: var(--on); font-weight: 650; text-decoration: none;
}
.main:hover { background: var(--deep) }
.main[aria-disabled=true] { opacity: .6; cursor: progress }
a { color: var(--accent) }
a:hover { color: var(--deep) }
.main:hover { color: var(--on) }
.link { display: flex; justify-content: center; align-items: center; min-height: 44px; text-align: center }
.small { font-size: 13px; line-height: 1.45; color: var(--soft) }
.lines { display: grid; gap: 4px }
blockquote {
  padding: 12px 16px; background: #d9f5e3; color: #10271a; border-radius: 16px; border-end-end-radius: 4px; margin-inline-start: 24px;
}
.code { display: inline-block }
.inline .panel { border: 1px solid var(--line); border-radius: 20px; background: var(--paper); max-width: 480px }
.inline h2 { padding-inline-end: 0 }
dialog {
  position: fixed; inset: auto 0 0; width: 100%; max-width: none; max-height: calc(100% - 24px); margin: 0; padding: 0; overflow: auto;
  overscroll-behavior: contain; border: 0; border-radius: 24px 24px 0 0; background: var(--paper); color: var(--ink);
  box-shadow: 0 16px 48px #0a1f1440;
}
dialog::backdrop { background: #0b1a1280 }
.close {
  position: absolute; inset-block-start: 14px; inset-inline-end: 12px; width: 44px; height: 44px; border-radius: 50%;
  background: none; color: var(--soft); font-size: 26px; line-height: 1;
}
.close:hover { background: var(--raised); color: var(--ink) }
.open {
  position: fixed; z-index: 9990; inset-inline-end: 16px; max-width: calc(100vw - 32px);
  inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px) + var(--place, 0) * 68px);
  display: flex; gap: 10px; align-items: center; min-height: 56px; padding: 8px 20px 8px 16px; text-align: start;
  border-radius: 28px; background: var(--accent); color: var(--on); font-weight: 600; line-height: 1.25; box-shadow: 0 6px 20px #0a1f1440;
}
[dir=rtl] .open { padding: 8px 16px 8px 20px }
.open:hover { background: var(--deep) }
[data-side=start] .open { inset-inline: 16px auto }
svg { flex: none; width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
@media (min-width: 560px) {
  dialog { inset: 0; width: 420px; height: fit-content; margin: auto; border-radius: 24px }
  .button dialog { inset: auto 16px 16px auto; margin: 0 }
  .button[data-side=start] dialog, .button[dir=rtl] dialog { inset: auto auto 16px 16px }
  .button[data-side=start][dir=rtl] dialog { inset: auto 16px 16px auto }
}
@media (prefers-reduced-motion: no-preference) {
  .open, .main, .choice { transition: background-color .15s }
  dialog[open] { animation: rise .2s ease-out }
  @keyframes rise { from { opacity: 0; transform: translateY(12px) } }
}
@media (forced-colors: active) { .open, .main { border: 1px solid } }
`;
