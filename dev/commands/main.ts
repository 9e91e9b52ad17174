/** `npm start`: the whole product on this machine (docs/local-mode.md). */

import { lanAddress } from '../http/lan-address.ts';
import { type LocalMode, startLocalMode } from '../local-mode.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { tourCommands } from './tour-commands.ts';

const folder = dataFolder();
const port = Number(process.env.OPTLEDGER_PORT ?? 8787);
const startedAt = performance.now();

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('OPTLEDGER_PORT must be a port number.');
  const databaseEndpoint = process.env.DYNAMODB_ENDPOINT;
  const localMode = await startLocalMode({
    dataFolder: folder,
    port,
    databaseEndpoint,
    lan: lanAddress(process.env.OPTLEDGER_LAN),
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void localMode.stop().then(() => process.exit(0));
    });
  }
  console.log(await greeting(localMode));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function greeting(localMode: LocalMode): Promise<string> {
  const { baseUrl, lanUrl, stack, urls } = localMode;
  const phones =
    lanUrl === undefined
      ? ''
      : `
  Phones           ${lanUrl} shows the pages to EVERYBODY in this network (OPTLEDGER_LAN); the API stays on this machine.
                   Links and QR codes hold that address. Do not press send in the WhatsApp of a real phone: nobody is there.`;
  return `
OptLedger runs on this machine (${((performance.now() - startedAt) / 1000).toFixed(1)} s). Ctrl-C stops it; the data stays in ${folder}.

  HTTP API, pages  ${baseUrl} (${stack.routes.length} routes)${phones}
  Functions        ${stack.functions.length}, from source, each in a thread of its own; their log: ${folder}/functions.log
  Database         ${urls.database}
  Files (S3)       ${urls.objectStore}
  Outside world    ${urls.outsideWorld}/sent shows what would have been sent by WhatsApp and SMS
  Also             table stream, schedules, state machine, secrets, inbound SMS

Try it:

${(await tourCommands(localMode)).join('\n\n')}

Then be the person: open the "url" of the last answer in a browser, tick, and send what its button has ready; or say no.
From another terminal:

npm run simulate -- whatsapp --from 5215512345678 --link '<address of the button>'
npm run simulate -- whatsapp --from 5215512345678 "ALTO"
npm run simulate -- sent
npm run simulate            (everything that it can do)

Open the console:  ${baseUrl}/console#key=${localMode.apiKey}
`;
}
