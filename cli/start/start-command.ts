import { openDemoShop } from '../../dev/demo/demo-shop.ts';
import { lanAddress } from '../../dev/http/lan-address.ts';
import { type LocalMode, startLocalMode } from '../../dev/local-mode.ts';
import { dataFlagFor, dataFolder } from '../../dev/storage/data-folder.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

const flags = {
  port: { type: 'string' },
  ...dataFlag,
  lan: { type: 'string' },
  database: { type: 'string' },
  empty: { type: 'boolean', default: false },
  'loopback-callbacks': { type: 'boolean', default: false },
} as const;

/** Runs the whole product on this machine, until it is told to stop. Throws UsageError, and what keeps it from starting. */
export async function startCommand(args: readonly string[], environment = process.env): Promise<number> {
  // npm keeps a flag that stands before the two hyphens to itself: nothing of it would be seen here.
  const swallowed = ['port', 'data', 'database'].find((name) => environment[`npm_config_${name}`] !== undefined);
  if (swallowed !== undefined && !args.some((each) => each.startsWith(`--${swallowed}`)))
    throw new UsageError(`npm kept --${swallowed} to itself. Write: npm start -- --${swallowed} …`);
  const { values } = readArguments(withLanOf(args), flags);
  const startedAt = performance.now();
  const folder = dataFolder(values.data);
  const localMode = await startLocalMode({
    dataFolder: folder,
    port: portOf(values.port ?? environment.OPTLEDGER_PORT ?? '8787'),
    databaseEndpoint: values.database ?? environment.DYNAMODB_ENDPOINT,
    lan: lanAddress(values.lan ?? environment.OPTLEDGER_LAN),
    loopbackCallbacks: values['loopback-callbacks'],
  });
  const stopped = untilStopped(localMode);
  if (!values.empty) await openDemoShop(localMode).catch((error: Error) => console.error(error.message));
  console.log(greeting(localMode, folder, performance.now() - startedAt));
  await stopped;
  // What is still open (connections that browsers keep) is nobody's any more.
  process.exit(0);
}

/** `--lan` alone is yes. */
function withLanOf(args: readonly string[]): string[] {
  return args.map((each, place) =>
    each === '--lan' && (args[place + 1] ?? '--').startsWith('--') ? '--lan=yes' : each,
  );
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port (or OPTLEDGER_PORT) takes a number from 0 to 65535, not "${text}".`);
}

const untilStopped = (localMode: LocalMode): Promise<void> =>
  new Promise((resolve, reject) => {
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) return;
      isStopping = true;
      localMode.stop().then(resolve, reject);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  });

function greeting({ baseUrl, lanUrl, apiKey, urls }: LocalMode, folder: string, ms: number): string {
  const where = dataFlagFor(folder);
  const phones =
    lanUrl === undefined
      ? ''
      : `
  Phones   ${lanUrl} shows the pages to EVERYBODY in this network (--lan); the API stays on this machine.
           Links and QR codes hold that address. Do not press send in the WhatsApp of a real phone: nobody is there.`;
  return `
OptLedger runs on this machine (${(ms / 1000).toFixed(1)} s). Ctrl-C stops it; the data stays in ${folder}.

  API      ${baseUrl}; to read: ${baseUrl}/docs/api${phones}
  Log      ${folder}/functions.log
  Sent     ${urls.outsideWorld}/sent shows what would have been sent; nothing leaves this machine

In another terminal, in the folder of the project (npx optledger --help lists the rest):

  npx optledger simulate whatsapp --from 14165550142 STOP${where}
  npx optledger curl${where}

Open the console:  ${baseUrl}/console#key=${apiKey}
`;
}
