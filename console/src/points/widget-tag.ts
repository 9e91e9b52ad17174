/** How a widget is to stand in a page: what its tag says (docs/widget.md). */
export interface WidgetLook {
  readonly mode: 'button' | 'inline' | 'line' | 'link';
  /** BCP 47; '' = that of the page. */
  readonly lang: string;
  readonly theme: 'auto' | 'light' | 'dark';
  /** On the floating button, or the link; '' = ours. */
  readonly label: string;
  readonly icon: 'auto' | 'icon' | 'label';
  readonly position: 'end' | 'start';
}

const signs: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/**
 * What a shop puts into its page.
 *
 * @param url the short link of the point, which is where its widget comes from, too
 * @param label on a link when nothing is said
 */
export function widgetTag(pointId: string, url: string, look: WidgetLook, label: string): string {
  const { mode, lang, theme, icon, position } = look;
  const token = pointId.replace(/^pt_/, '');
  const source = `${new URL(url).origin}/widget.js`;
  if (mode === 'link') {
    return [
      `<script src="${escaped(source)}" async></script>`,
      `<a href="${escaped(url)}" data-optledger-open="${token}">${escaped(look.label || label)}</a>`,
    ].join('\n');
  }
  const attributes: readonly (readonly [string, string])[] = [
    ['data-point', token],
    ...(mode === 'button'
      ? []
      : ([
          ['data-mode', mode],
          ['data-target', '#whatsapp'],
        ] as const)),
    ...(lang === '' ? [] : ([['data-lang', lang]] as const)),
    ...(theme === 'auto' ? [] : ([['data-theme', theme]] as const)),
    ...(mode !== 'button' || look.label === '' ? [] : ([['data-label', look.label]] as const)),
    ...(mode !== 'button' || icon === 'auto' ? [] : ([['data-look', icon]] as const)),
    ...(mode !== 'button' || position === 'end' ? [] : ([['data-position', position]] as const)),
  ];
  const tag = [
    `<script src="${escaped(source)}"`,
    ...attributes.map(([name, value]) => `  ${name}="${escaped(value)}"`),
    '  async></script>',
  ].join('\n');
  return mode === 'button' ? tag : `<div id="whatsapp"></div>\n${tag}`;
}
