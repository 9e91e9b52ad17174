/** `npm run openapi`: writes docs/openapi.json from the declarations of the routes, and the types of the client from it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDocument } from '../../lambdas/edge/openapi/build-document.ts';
import { documentText, markedTypes } from './generated-files.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const document = documentText(buildDocument(readFileSync(here('../../docs/problems.md'), 'utf8')));
writeFileSync(here('../../docs/openapi.json'), document);
if (!existsSync(here('node_modules'))) execFileSync('npm', ['ci'], { cwd: here('.'), stdio: 'inherit' });
execFileSync('npm', ['run', '--silent', 'types'], { cwd: here('.'), stdio: ['ignore', 'ignore', 'inherit'] });
const types = here('../../client/src/api.ts');
writeFileSync(types, markedTypes(readFileSync(types, 'utf8'), document));
