import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

const shim = (name: string): string => fileURLToPath(new URL(`./shims/${name}.mjs`, import.meta.url));

/**
 * How a function is bundled: options of esbuild as plain data, used by the stack, by local mode and by the size test.
 *
 * Measured, most valuable first: the SDK is bundled (loading it from the runtime costs more), ES modules are preferred
 * over CommonJS builds (esbuild's own default for Node is the reverse), and `node:http` goes through shims: importing it
 * as an ES module makes Node load its whole fetch implementation at every cold start. Credentials come from the
 * environment, where Lambda puts them.
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  /** Keyword tables are mostly not ASCII; escaped they would be twice as long. */
  charset: 'utf8',
  mainFields: ['module', 'main'],
  /** Lambda waits for it in INIT, where there is a whole CPU: `lambdas/edge/runtime/init-phase.ts`. */
  footer: { js: 'await globalThis.optledgerInit?.();' },
  alias: {
    'node:http': shim('node-http'),
    'node:https': shim('node-https'),
    http: shim('node-http'),
    https: shim('node-https'),
    '@aws-sdk/credential-provider-node': shim('lambda-credentials'),
  },
} satisfies BuildOptions;
