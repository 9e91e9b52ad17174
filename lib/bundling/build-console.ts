import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));
const script = 'console/src/main.tsx';
const sheet = 'console/src/look/console.css';

export interface ConsoleBuild {
  /** With the rooms that only local mode has. @default false */
  readonly localMode?: boolean;
}

/**
 * Builds the console into `folder`, which is emptied first: `index.html`, and below `assets/` scripts and the style sheet under names that
 * change with their content. Beside each file lie a `.br` and a `.gz` of it. The same source gives the same bytes.
 */
export async function buildConsole(folder: string, { localMode = false }: ConsoleBuild = {}): Promise<void> {
  const names = 'assets/[name]-[hash]';
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: [script, sheet],
    outdir: folder,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    charset: 'utf8',
    mainFields: ['module', 'main'],
    entryNames: names,
    chunkNames: names,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Libraries that are written for React run on Preact.
    alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
    define: { __LOCAL_MODE__: String(localMode), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const made = (entry: string): string => {
    const [path] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry) ?? [];
    if (path === undefined) throw new Error(`${entry} was not built.`);
    return `/console/${relative(folder, join(project, path))}`;
  };
  rmSync(folder, { recursive: true, force: true });
  for (const { path, contents } of outputFiles) write(path, contents);
  write(join(folder, 'index.html'), Buffer.from(indexPage(made(script), made(sheet))));
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

const indexPage = (scriptPath: string, sheetPath: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>OptLedger</title>
<link rel="stylesheet" href="${sheetPath}">
<script type="module" src="${scriptPath}"></script>
</head>
<body>
<div id="root"></div>
<noscript>The console needs JavaScript.</noscript>
</body>
</html>
`;
