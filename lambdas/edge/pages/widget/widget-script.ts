import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { floating } from '../../../../browser/floating.js';
import { frames } from '../../../../browser/frames.js';
import { lastStep } from '../../../../browser/last-step.js';
import { panel } from '../../../../browser/panel.js';
import { sheet } from '../../../../browser/sheet.js';
import { widget } from '../../../../browser/widget.js';
import { widgetStyles } from '../../../../browser/widget-styles.js';

/** `/widget.js` as it is sent. */
export interface WidgetScript {
  readonly text: string;
  readonly gzipped: Uint8Array;
  /** A strong entity tag: quotes and a hash of the content. */
  readonly etag: string;
}

/**
 * The widget's program: the functions of `browser/` as text, called with where our pages are. In a bundled function they are minified
 * with it, so there is no other build (decision 0020).
 *
 * @param publicUrl base URL of the public pages, without a slash at the end
 */
export function widgetScript(publicUrl: string): WidgetScript {
  const styles = widgetStyles.replace(/\s+/g, ' ');
  const parts = Object.entries({ panel, lastStep, sheet, floating }).map(
    ([name, part]) => `${name}:${part.toString()}`,
  );
  const made = `(${frames.toString()})(${JSON.stringify(styles)})`;
  const text = `(${widget.toString()})(${JSON.stringify(publicUrl)},${made},{${parts.join(',')}});\n`;
  const hash = createHash('sha256').update(text).digest('base64url');
  return { text, gzipped: gzipSync(text, { level: 9 }), etag: `"${hash}"` };
}
