import { build } from 'esbuild';
import type { WidgetScript } from '../../../lambdas/edge/pages/widget/widget-script.ts';
import { bundling } from '../../../lib/bundling/bundling.ts';

const entry = "export { widgetScript } from './lambdas/edge/pages/widget/widget-script.ts';";

/** The widget's script as the deployed function makes it: its parts were bundled and minified with the function. */
export async function bundledWidget(publicUrl: string): Promise<WidgetScript> {
  const { outputFiles } = await build({
    ...bundling,
    stdin: { contents: entry, resolveDir: process.cwd() },
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const module = (await import(`data:text/javascript;base64,${code}`)) as {
    widgetScript(publicUrl: string): WidgetScript;
  };
  return module.widgetScript(publicUrl);
}
