import { curlLines } from './demo/curl-lines.ts';
import type { Feed } from './live/feed.ts';
import type { Named } from './live/happening.ts';
import { inWords, isAbout } from './live/in-words.ts';
import { type FrontDoor, knownApps, onWhatsapp } from './outside-world/known-apps.ts';
import type { Simulator } from './outside-world/simulator.ts';
import type { Sample, SampleState } from './sample/sample.ts';

/** What came of something, in sentences, and whether anybody of ours heard it. */
interface Came {
  readonly came: readonly string[];
  readonly isHeard: boolean;
}

/** What somebody did, and what came of it. */
type Telling<Act> = Act extends (argument: infer Argument) => Promise<infer Result>
  ? (argument: Argument) => Promise<Result & Came>
  : never;
type Acts =
  | 'whatsapp'
  | 'edit'
  | 'button'
  | 'list'
  | 'flow'
  | 'welcome'
  | 'call'
  | 'missedCall'
  | 'ivr'
  | 'status'
  | 'preference'
  | 'template'
  | 'adClick'
  | 'signup'
  | 'sms';

/** What `npm run simulate` may ask of a running local mode. */
export type Commands = Pick<Simulator, 'clock' | 'tick' | 'sent' | 'refuse' | 'offer'> & {
  [Name in Acts]: Telling<Simulator[Name]>;
} & {
  /** Begins to make the sample business, or to open it; how far it is, `sampleState` tells. */
  sample(): Promise<SampleState>;
  sampleState(): Promise<SampleState>;
  discardSample(): Promise<SampleState>;
  /** The API in seven lines. */
  curl(): Promise<readonly string[]>;
};

const nothingSaid = 'heard; it changes nothing about who may be sent what, and nobody replied';

/** The simulator, telling what came of each act: it waits for the table's stream and for the replies. */
export function commands(
  simulator: Simulator,
  live: { readonly feed: Feed; readonly door: FrontDoor; readonly sample: Sample; looked(): Promise<void> },
): Commands {
  const telling =
    <Argument extends Named & { readonly from?: string; readonly to?: string }, Result extends object>(
      act: (argument: Argument) => Promise<Result>,
    ) =>
    async (argument: Argument): Promise<Result & Came> => {
      await live.looked();
      const mark = live.feed.last();
      const result = await act(argument);
      await live.looked();
      const who = {
        ...argument,
        waId: argument.from ?? argument.to,
        ...('messageId' in result && { messageId: result.messageId }),
      };
      return { ...result, ...(await whatCame(mark, who as Named)) };
    };

  async function whatCame(mark: number, who: Named): Promise<Came> {
    const since = live.feed.after(mark);
    const apps = await knownApps(live.door);
    const byNumber = new Map(onWhatsapp(apps).map(({ appId, whatsapp }) => [whatsapp.phoneNumberId, appId]));
    const smsNumbers = apps.flatMap((app) => app.smsNumbers.map(({ phone }) => phone));
    const unheard = since.flatMap((told) => {
      if (told.kind === 'sms')
        return smsNumbers.includes(told.to)
          ? []
          : [`No app takes SMS on ${told.to}. Apps have: ${smsNumbers.join(', ') || 'no number for SMS'}.`];
      if (told.kind !== 'webhook') return [];
      const unknown = told.heard.filter(({ receivedBy }) => !byNumber.has(receivedBy));
      const known = [...byNumber].map(([id, appId]) => `${appId} (${id})`).join(', ') || 'none';
      return unknown.map(({ receivedBy }) => `No app has the phone number id ${receivedBy}. There is: ${known}.`);
    });
    // Where nothing else came in meanwhile, everything came of it: also what the table knows by another form of the number.
    const isAlone = since.filter(({ kind }) => ['webhook', 'sms', 'page', 'api'].includes(kind)).length === 1;
    const about = since.filter((told) => isAlone || told.kind === 'answer' || isAbout(told, who));
    const isNews = about.some(({ kind }) => ['ledger', 'aside', 'sent', 'entry-point'].includes(kind));
    const came = [...(isNews || unheard.length > 0 ? [] : [nothingSaid]), ...inWords(about, byNumber)];
    const isHeard = unheard.length === 0 && !since.some(({ kind }) => kind === 'aside');
    return { came: [...unheard, ...came], isHeard };
  }

  return {
    whatsapp: telling(simulator.whatsapp),
    edit: telling(simulator.edit),
    button: telling(simulator.button),
    list: telling(simulator.list),
    flow: telling(simulator.flow),
    welcome: telling(simulator.welcome),
    offer: simulator.offer,
    call: telling(simulator.call),
    missedCall: telling(simulator.missedCall),
    ivr: telling(simulator.ivr),
    status: telling(simulator.status),
    preference: telling(simulator.preference),
    adClick: telling(simulator.adClick),
    signup: telling(simulator.signup),
    // It concerns no person, so nothing comes of it but what the registry says from now on.
    template: async (news) => {
      const result = await simulator.template(news);
      const when = news.inMs === undefined ? 'is' : 'is to become';
      const came = [`Meta told: ${news.name} (${news.language}) ${when} ${news.becomes}`];
      return { ...result, came: result.status === 200 ? came : [], isHeard: result.status === 200 };
    },
    sms: telling(simulator.sms),
    clock: simulator.clock,
    tick: simulator.tick,
    sent: simulator.sent,
    refuse: simulator.refuse,
    sample: async () => live.sample.begin(),
    sampleState: async () => live.sample.state(),
    discardSample: live.sample.discard,
    curl: () => curlLines(live.door),
  };
}
