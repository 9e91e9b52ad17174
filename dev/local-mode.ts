import { pathToFileURL } from 'node:url';
import { buildConsole } from '../lib/bundling/build-console.ts';
import { startControl } from './control.ts';
import type { LocalAddresses, LocalSignIn } from './functions/local-environment.ts';
import { localApiKey } from './functions/local-key.ts';
import { localSecrets } from './functions/local-secrets.ts';
import { type Ground, openGround } from './ground.ts';
import { startGateway } from './http/gateway.ts';
import type { Feed } from './live/feed.ts';
import { startLocalAws } from './local-aws.ts';
import { startPhone } from './local-phone.ts';
import { startOutsideWorld } from './local-world.ts';
import { type Simulator, simulator } from './outside-world/simulator.ts';
import { sampleBeside, sampleItself } from './sample/sample.ts';
import { simulatedSystem } from './simulated-system.ts';
import { describeStack, type LocalStack, localTableName } from './stack/stack.ts';
import { makeDataFolder } from './storage/data-folder.ts';
import { createTable, startDatabase } from './storage/database.ts';
import { startObjectStore } from './storage/object-store.ts';
import { synthesize } from './template/synthesize.ts';
import { commands } from './told-commands.ts';

export interface LocalModeOptions {
  /** Database, files, secrets, schedules and positions; made if missing. */
  readonly dataFolder: string;
  /** Of the HTTP API; 0 takes a free one. */
  readonly port: number;
  /** Another DynamoDB in place of the embedded one. */
  readonly databaseEndpoint?: string | undefined;
  /** An address in the machine's own network, where phones reach the pages. Links and QR codes hold it then. */
  readonly lan?: string | undefined;
  /** This is the sample business; the address of the local mode that it belongs to. */
  readonly sampleOf?: string | undefined;
  /** Callback addresses may be receivers on this machine, over http: those functions are started from modules of local mode. */
  readonly loopbackCallbacks?: boolean | undefined;
  /** For tests: people sign in by this stand-in of a user pool. */
  readonly signIn?: LocalSignIn | undefined;
}

/** The whole product, running on this machine. */
export interface LocalMode {
  readonly baseUrl: string;
  /** Where phones in the same network reach the pages; absent = nowhere. */
  readonly lanUrl?: string;
  /** A key for everything. */
  readonly apiKey: string;
  /** Signs webhooks. */
  readonly appSecret: string;
  readonly simulate: Simulator;
  /** Everything that happens. */
  readonly feed: Feed;
  readonly stack: LocalStack;
  readonly urls: LocalAddresses;
  /** Waits for the table's stream, the queues and the replies. */
  drain(): Promise<void>;
  /** Whether the answers for the people of the phone are watched. */
  lookOn(isWanted: boolean): void;
  /** Resolves when no execution runs, and the table stream and the queues have been dealt with. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything that the template describes. What was started is stopped again if a part fails. */
export async function startLocalMode(options: LocalModeOptions): Promise<LocalMode> {
  const stops: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    return { ...(await start(options, (each) => stops.push(each))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: LocalModeOptions, onStop: Ground['onStop']): Promise<Omit<LocalMode, 'stop'>> {
  const { dataFolder, port, databaseEndpoint, lan, sampleOf, signIn, loopbackCallbacks = false } = options;
  makeDataFolder(dataFolder);
  const ground = openGround(dataFolder, onStop);
  const { file, feed } = ground;
  let stopping = false;

  const databaseFile = databaseEndpoint === undefined ? file('database.sqlite') : undefined;
  const endpoint = databaseEndpoint ?? (await startEmbedded(file('database.sqlite'), onStop));
  await createTable(endpoint, localTableName);
  const [template] = await Promise.all([
    synthesize(file('cdk.out')),
    buildConsole(file('console'), { localMode: true }),
  ]);
  const stack = describeStack(template);

  const secrets = localSecrets(file('secrets.json'));
  const objectStore = await startObjectStore(file('s3'), stack.buckets);
  onStop(objectStore.stop);
  const world = await startOutsideWorld(ground, secrets);
  const aws = await startLocalAws(ground, {
    stack,
    secrets,
    addresses: {
      database: endpoint,
      objectStore: objectStore.url,
      outsideWorld: world.url,
      console: pathToFileURL(`${file('console')}/`).href,
      signIn,
    },
    databaseFile,
    loopbackCallbacks,
    isStopping: () => stopping,
  });
  const { functions, urls, drain } = aws;

  const apiKey = await localApiKey(file('api-key.json'), 'local', localTableName, endpoint);
  const door = { baseUrl: '', apiKey, appSecret: secrets.whatsappWebhook.appSecrets[0] ?? '' };
  const simulated = simulatedSystem(ground, stack, aws, world, door, secrets.twilio?.authToken ?? '');
  const simulate = simulator(simulated);
  const sample =
    sampleOf === undefined
      ? sampleBeside(file('sample'), feed, (folder) =>
          startLocalMode({ dataFolder: folder, port: 0, sampleOf: `${door.baseUrl}/console` }),
        )
      : sampleItself(sampleOf);
  onStop(sample.stop);
  const { beside, answers } = await startPhone(ground, endpoint, world, simulated, simulate, sample);
  const gateway = await startGateway(
    stack.routes,
    functions,
    port,
    `Stop the program that holds it, or choose another port: npm start -- --port ${Math.max(port, 8787) + 1}`,
    lan,
    beside,
  );
  urls.api = gateway.lanUrl ?? gateway.url;
  door.baseUrl = gateway.url;
  onStop(gateway.stop);
  onStop(() => {
    stopping = true;
  });

  const looked = async (): Promise<void> => {
    await drain();
    await answers.look();
  };
  const told = commands(simulate, { feed, door, sample, looked, contact: simulated.contact });
  onStop((await startControl(dataFolder, told, endpoint)).stop);

  return {
    baseUrl: gateway.url,
    ...(gateway.lanUrl !== undefined && { lanUrl: gateway.lanUrl }),
    apiKey,
    appSecret: door.appSecret,
    simulate,
    feed,
    stack,
    urls,
    drain,
    lookOn: answers.lookOn,
    async settle() {
      await aws.executions.settled();
      await drain();
      await answers.settled();
    },
  };
}

async function startEmbedded(path: string, onStop: Ground['onStop']): Promise<string> {
  const database = await startDatabase(path);
  onStop(database.stop);
  return database.endpoint;
}
