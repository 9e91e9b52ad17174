/** `npm run events`: writes the JSON Schemas of docs/events from the catalogue. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaFiles } from './schema-files.ts';

const folder = fileURLToPath(new URL('../../docs/events/', import.meta.url));
mkdirSync(folder, { recursive: true });
const files = schemaFiles();
for (const name of readdirSync(folder)) if (name.endsWith('.json') && !files.has(name)) rmSync(`${folder}${name}`);
for (const [name, text] of files) writeFileSync(`${folder}${name}`, text);
