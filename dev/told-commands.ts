import type { Feed } from './live/feed.ts';
import type { Named } from './live/happening.ts';
import { inWords, isAbout } from './live/in-words.ts';
import { type FrontDoor, knownApps, onWhatsapp } from './outside-world/known-apps.ts';
import type { Simulator } from './outside-world/simulator.ts';
import type { Sample, SampleState } from './sample/sample.ts';

/** What somebody did, and what came of it, in sentences. */
type Telling<Act> = Act extends (argument: infer Argument) => Promise<infer Result>
  ? (argument: Argument) => Promise<Result & { readonly came: readonly string[] }>
  : never;
type Acts = 'whatsapp' | 'button' | 'call' | 'status' | 'preference' | 'sms';

/** What `npm run simulate` may ask of a running local mode. */
export type Commands = Pick<Simulator, 'clock' | 'tick' | 'sent'> & { [Name in Acts]: Telling<Simulator[Name]> } & {
  /** Makes the sample business, or opens it. */
  sample(): Promise<SampleState>;
  discardSample(): Promise<SampleState>;
};

/** The simulator, telling what came of each act: it waits for the table's stream and for the replies. */
export function commands(
  simulator: Simulator,
  live: { readonly feed: Feed; readonly door: FrontDoor; readonly sample: Sample; looked(): Promise<void> },
): Commands {
  const telling =
    <Argument extends Named & { readonly from?: string; readonly to?: string }, Result extends object>(
      act: (argument: Argument) => Promise<Result>,
    ) =>
    async (argument: Argument): Promise<Result & { readonly came: readonly string[] }> => {
      await live.looked();
      const mark = live.feed.last();
      const result = await act(argument);
      await live.looked();
      const who = {
        ...argument,
        waId: argument.from ?? argument.to,
        ...('messageId' in result && { messageId: result.messageId }),
      };
      return { ...result, came: await whatCame(mark, who as Named) };
    };

  async function whatCame(mark: number, who: Named): Promise<readonly string[]> {
    const since = live.feed.after(mark);
    const apps = await knownApps(live.door);
    const byNumber = new Map(onWhatsapp(apps).map(({ appId, whatsapp }) => [whatsapp.phoneNumberId, appId]));
    const smsNumbers = apps.flatMap((app) => app.smsNumbers.map(({ phone }) => phone));
    const unheard = since.flatMap((told) => {
      if (told.kind === 'sms') return smsNumbers.includes(told.to) ? [] : [`No app takes SMS on ${told.to}.`];
      if (told.kind !== 'webhook') return [];
      const unknown = told.heard.filter(({ receivedBy }) => !byNumber.has(receivedBy));
      return unknown.map(({ receivedBy }) => `No app has the phone number id ${receivedBy}.`);
    });
    // Where nothing else came in meanwhile, everything came of it: also what the table knows by another form of the number.
    const isAlone = since.filter(({ kind }) => ['webhook', 'sms', 'page', 'api'].includes(kind)).length === 1;
    const came = inWords(
      since.filter((told) => isAlone || told.kind === 'answer' || isAbout(told, who)),
      byNumber,
    );
    if (came.length > 0 || unheard.length > 0) return [...unheard, ...came];
    return ['heard, and it says nothing of consent'];
  }

  return {
    whatsapp: telling(simulator.whatsapp),
    button: telling(simulator.button),
    call: telling(simulator.call),
    status: telling(simulator.status),
    preference: telling(simulator.preference),
    sms: telling(simulator.sms),
    clock: simulator.clock,
    tick: simulator.tick,
    sent: simulator.sent,
    async sample() {
      live.sample.begin();
      return live.sample.made();
    },
    discardSample: live.sample.discard,
  };
}
