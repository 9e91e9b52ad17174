/** `node dev/commands/build-console.ts <folder>`: writes the files of the console, as the stack bundles them. */
import { buildConsole } from '../../lib/bundling/build-console.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say the folder into which the console is to be built.');
await buildConsole(folder);
