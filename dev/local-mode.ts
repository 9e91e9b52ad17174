import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildConsole } from '../lib/bundling/build-console.ts';
import { awsServices } from './aws-services.ts';
import { startControl } from './control.ts';
import { answerEvents, type PublishedEvent } from './events/event-bus.ts';
import { startFunctions } from './functions/functions.ts';
import { invokeLater } from './functions/invoke-later.ts';
import { type LocalAddresses, type LocalSignIn, localEnvironment } from './functions/local-environment.ts';
import { localApiKey } from './functions/local-key.ts';
import { answerSecrets, localSecrets } from './functions/local-secrets.ts';
import { startGateway } from './http/gateway.ts';
import { type Feed, openFeed } from './live/feed.ts';
import { feedMapping, watchInto } from './live/live.ts';
import { keptFile, keptList } from './machine/kept-file.ts';
import { json, type LocalRequest, type LocalResponse, startLoopbackServer } from './machine/loopback-server.ts';
import { appOfNumber, chatBehind, knownApps } from './outside-world/known-apps.ts';
import type { MessageLink } from './outside-world/message-links.ts';
import { messageTemplates, type SimulatedTemplates } from './outside-world/message-templates.ts';
import { outsideWorld, type SentMessage } from './outside-world/outside-world.ts';
import { noSignups, type SimulatedSignups } from './outside-world/signups.ts';
import { type SimulatedSystem, type Simulator, simulator } from './outside-world/simulator.ts';
import { type InboundSms, smsEvent, socialEvent } from './outside-world/sns-event.ts';
import type { Said } from './phone/chat-line.ts';
import { type PhonePerson, phonePeople } from './phone/people.ts';
import { phone } from './phone/phone.ts';
import { phoneServer } from './phone/phone-server.ts';
import { watchAnswers } from './phone/watch-answers.ts';
import { startQueuePump } from './queues/queue-pump.ts';
import { openQueues } from './queues/queue-store.ts';
import { answerSqs } from './queues/sqs.ts';
import { sampleBeside, sampleItself } from './sample/sample.ts';
import { type Execution, openExecutions } from './schedules/executions.ts';
import { fixedSchedules } from './schedules/fixed-schedules.ts';
import { startScheduleClock } from './schedules/schedule-clock.ts';
import { type KeptSchedule, openSchedules } from './schedules/schedules.ts';
import { describeStack, type LocalStack, localTableName } from './stack/stack.ts';
import { makeDataFolder } from './storage/data-folder.ts';
import { createTable, databaseClient, startDatabase } from './storage/database.ts';
import { startObjectStore } from './storage/object-store.ts';
import { type StreamPositions, startStreamPump } from './stream/stream-pump.ts';
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

/** In place of the handlers that are deployed, which reach nobody inside. */
const loopbackHandlers: { readonly [name: string]: { readonly handlerUrl: string } } = {
  'deliver-events': { handlerUrl: new URL('./callbacks/deliver-events.ts', import.meta.url).href },
  callbacks: { handlerUrl: new URL('./callbacks/callbacks.ts', import.meta.url).href },
};

/** Starts everything that the template describes. What was started is stopped again if a part fails. */
export async function startLocalMode(options: LocalModeOptions): Promise<LocalMode> {
  const stops: (() => Promise<unknown>)[] = [];
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

async function start(
  { dataFolder, port, databaseEndpoint, lan, sampleOf, signIn, loopbackCallbacks }: LocalModeOptions,
  onStop: (stop: () => Promise<unknown>) => void,
): Promise<Omit<LocalMode, 'stop'>> {
  makeDataFolder(dataFolder);
  const file = (name: string): string => join(dataFolder, name);
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const feed = openFeed(now);
  onStop(async () => feed.stop());
  const watch = watchInto(feed);
  let stopping = false;

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
  const sent = watch.outgoing(keptList<SentMessage>(file('sent.jsonl')));
  const links = keptFile<readonly MessageLink[]>(file('message-links.json'), []);
  const templates = keptFile<SimulatedTemplates>(file('message-templates.json'), {});
  const signups = keptFile<SimulatedSignups>(file('signups.json'), noSignups);
  const world = await startLoopbackServer(
    { name: 'simulated outside world', port: 0 },
    outsideWorld(secrets.whatsappAccess.accessToken, sent, now, links, templates, secrets.twilio, signups).answer,
  );
  onStop(world.stop);

  const deadLetters = keptList<{ functionName: string; at: string; error: string; event: unknown }>(
    file('dead-letters.jsonl'),
  );
  const deadLetter = (functionName: string, event: unknown, error: string): void => {
    deadLetters.add({ functionName, at: new Date(now()).toISOString(), error, event });
    console.error(`${functionName} gave up on an event (${error}); it is in ${file('dead-letters.jsonl')}.`);
  };

  // The services need the functions and the functions need the services' address: their answers are filled in below.
  const services: { answer?: (request: LocalRequest) => Promise<LocalResponse> } = {};
  const aws = await startLoopbackServer(
    { name: 'local AWS services', port: 0 },
    async (request) => services.answer?.(request) ?? json(503, {}),
  );
  onStop(aws.stop);
  // The functions need the address of the gateway, and it needs them: no function starts before its first event.
  const urls = {
    database: endpoint,
    objectStore: objectStore.url,
    aws: aws.url,
    outsideWorld: world.url,
    console: pathToFileURL(`${file('console')}/`).href,
    api: '',
    signIn,
  };
  const functions = startFunctions(
    stack.functions.map((each) => ({
      ...each,
      ...(loopbackCallbacks === true && loopbackHandlers[each.name]),
      get environment() {
        return localEnvironment(each, urls);
      },
    })),
    file('functions.log'),
  );
  onStop(functions.stop);

  const executions = openExecutions(
    stack.stateMachines,
    keptFile<readonly Execution[]>(file('executions.json'), []),
    functions.invoke,
    now,
    () => stopping,
  );
  const schedules = openSchedules(
    keptFile<readonly KeptSchedule[]>(file('schedules.json'), []),
    stack.scheduleGroups,
    now,
    async ({ Arn }, input) => void executions.start(Arn, input),
    (scheduleName, error) =>
      deadLetter(`Schedule ${scheduleName}`, {}, error instanceof Error ? error.message : 'failed'),
  );
  // Queues keep the true time: what is hidden does not come back because our clock was moved.
  const queues = openQueues(file('queues.sqlite'), stack.queues, Date.now);
  onStop(async () => queues.close());
  const queuePump = startQueuePump(queues, stack.queues, stack.queueMappings, functions.invoke, deadLetter);
  onStop(queuePump.stop);
  services.answer = awsServices({
    secrets: answerSecrets(secrets, stack.functions, () => localSecrets(file('secrets.json')).apps),
    sqs: answerSqs(queues),
    events: answerEvents(watch.published(keptList<PublishedEvent>(file('events.jsonl'))), now),
    executions,
    schedules,
  });

  const client = databaseClient(endpoint);
  onStop(async () => client.destroy());
  const pump = await startStreamPump(
    { client, endpoint, name: localTableName },
    [...stack.streamMappings, feedMapping],
    async (name, event) => {
      if (name !== feedMapping.functionName) return functions.invoke(name, event);
      watch.records(event as Parameters<typeof watch.records>[0]);
      return { ok: true, payload: null };
    },
    keptFile<StreamPositions>(file('stream-positions.json'), {}),
    deadLetter,
  );
  onStop(pump.stop);
  const fixed = fixedSchedules(stack.schedules, now, ({ queueId, input }) => {
    const queue = queues.find(queueId);
    if (queue !== undefined) queues.send(queue, { body: input });
  });
  const fireDue = async (): Promise<void> => {
    await schedules.fireDue();
    await fixed.fireDue();
  };
  onStop(startScheduleClock(fireDue).stop);
  /** What the stream holds, to whoever is told of it. */
  const drain = async (): Promise<void> => {
    await pump.drain();
    await queuePump.drain();
  };

  const apiKey = await localApiKey(file('api-key.json'), 'local', localTableName, endpoint);
  const door = { baseUrl: '', apiKey, appSecret: secrets.whatsappWebhook.appSecrets[0] ?? '' };
  const graph = { url: world.url, accessToken: secrets.whatsappAccess.accessToken };
  const listed = messageTemplates(templates, secrets.whatsappAccess.accessToken);
  const simulated: SimulatedSystem = Object.assign(door, {
    graph,
    now,
    publicUrl: () => urls.api,
    twilioToken: secrets.twilio?.authToken ?? '',
    async contact(event: object) {
      const answer = await functions.invoke('connect-flow', event);
      if (!answer.ok) throw new Error(`connect-flow failed: ${answer.error.errorMessage}`);
      return answer.payload as Readonly<Record<string, string>>;
    },
    templates: listed,
    async sms(sms: InboundSms) {
      const startedAt = performance.now();
      const subscription = stack.subscriptions.find(({ functionName }) => functionName === 'sms-inbound');
      if (subscription === undefined) throw new Error('No function is subscribed to inbound SMS in the template.');
      const delivery = await invokeLater(
        functions.invoke,
        subscription.functionName,
        smsEvent(sms, subscription, now()),
        deadLetter,
      );
      const { from, to, text: words } = sms;
      feed.add({ kind: 'sms', from, to, words, delivery, ms: Math.round(performance.now() - startedAt) });
      return { delivery };
    },
    async social(entry: object) {
      const subscription = stack.subscriptions.find(({ functionName }) => functionName === 'aws-whatsapp');
      if (subscription === undefined) throw new Error('No function is subscribed to WhatsApp by AWS in the template.');
      const event = socialEvent(entry, subscription, now());
      return { delivery: await invokeLater(functions.invoke, subscription.functionName, event, deadLetter) };
    },
    async clock(by: number | 'reset') {
      // Only asks for the time.
      if (by === 0) return { now: new Date(now()).toISOString() };
      offset = by === 'reset' ? 0 : offset + by;
      await functions.setClock(offset);
      await fireDue();
      const moved = { now: new Date(now()).toISOString() };
      feed.add({ kind: 'clock', ...moved, offsetMs: offset });
      return moved;
    },
    tick: schedules.tick,
    async sent() {
      await drain();
      return sent.all();
    },
    async refuse(refusal: { readonly to: string; readonly code: string }) {
      await fetch(`${world.url}/refusals`, { method: 'POST', body: JSON.stringify(refusal) });
      return {};
    },
  });
  const simulate = simulator(simulated);
  const people = phonePeople(keptFile<readonly PhonePerson[] | undefined>(file('phone-people.json'), undefined));
  // A key of its own: what it asks does not count against what a developer may ask in a second.
  const phoneKey = await localApiKey(file('phone-key.json'), 'phone', localTableName, endpoint);
  const answers = watchAnswers(feed, () => ({ ...door, apiKey: phoneKey }), people);
  onStop(async () => answers.stop());
  const sample =
    sampleOf === undefined
      ? sampleBeside(file('sample'), feed, (folder) =>
          startLocalMode({ dataFolder: folder, port: 0, sampleOf: `${door.baseUrl}/console` }),
        )
      : sampleItself(sampleOf);
  onStop(sample.stop);
  const beside = phoneServer(
    {
      apiKey,
      feed,
      people,
      sample,
      phone: phone(
        Object.assign(door, {
          graph,
          feed,
          people,
          said: keptList<Said>(file('phone-said.jsonl')),
          outgoing: sent,
          answers,
          templateWords: listed.wordsOf,
          now,
          sms: simulated.sms,
          calls: simulate,
        }),
      ),
      clock: simulated.clock,
      clockNow: () => ({ now: new Date(now()).toISOString(), offsetMs: offset }),
      appOf: async (digits) => appOfNumber(await knownApps(door), digits)?.appId,
      link: async (url) => chatBehind(url, await knownApps(door), links.read()),
    },
    watch.request,
  );
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
  onStop(async () => {
    stopping = true;
  });

  const looked = async (): Promise<void> => {
    await drain();
    await answers.look();
  };
  onStop(
    (
      await startControl(
        dataFolder,
        commands(simulate, { feed, door, sample, looked, contact: simulated.contact }),
        endpoint,
      )
    ).stop,
  );

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
      await executions.settled();
      await drain();
      await answers.settled();
    },
  };
}

async function startEmbedded(path: string, onStop: (stop: () => Promise<unknown>) => void): Promise<string> {
  const database = await startDatabase(path);
  onStop(database.stop);
  return database.endpoint;
}
