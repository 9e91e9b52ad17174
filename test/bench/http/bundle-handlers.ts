import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../../../lib/bundling/bundling.ts';

/** The handlers of both sides, as they are bundled for Lambda, into a folder. */
export async function bundleHandlers(folder: string): Promise<void> {
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const ours = ['eligibility', 'whatsapp-webhook', 'consent'];
  await build({
    ...bundling,
    outdir: folder,
    logLevel: 'error',
    entryPoints: [
      ...ours.map((name) => ({ in: source(`../../../lambdas/handlers/${name}.ts`), out: name })),
      { in: source('bare-handlers.ts'), out: 'bare-handlers' },
    ],
    outExtension: { '.js': '.mjs' },
  });
}
