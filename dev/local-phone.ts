import { localApiKey } from './functions/local-key.ts';
import type { Ground } from './ground.ts';
import type { Beside } from './http/gateway.ts';
import type { StartedWorld } from './local-world.ts';
import { keptFile, keptList } from './machine/kept-file.ts';
import { appOfNumber, chatBehind, type FrontDoor, knownApps } from './outside-world/known-apps.ts';
import type { SimulatedSystem, Simulator } from './outside-world/simulator.ts';
import type { Said } from './phone/chat-line.ts';
import { type PhonePerson, phonePeople } from './phone/people.ts';
import { phone } from './phone/phone.ts';
import { phoneServer } from './phone/phone-server.ts';
import { watchAnswers } from './phone/watch-answers.ts';
import type { Sample } from './sample/sample.ts';
import { localTableName } from './stack/stack.ts';

/** The phone of the made-up people, and who watches what they may be sent. */
export interface StartedPhone {
  readonly beside: Beside;
  readonly answers: ReturnType<typeof watchAnswers>;
}

/** @param door is filled in once the HTTP API is there */
export async function startPhone<Door extends FrontDoor>(
  { file, feed, clock, watch, onStop }: Ground,
  endpoint: string,
  world: StartedWorld,
  door: Door & SimulatedSystem,
  calls: Simulator,
  sample: Sample,
): Promise<StartedPhone> {
  const people = phonePeople(keptFile<readonly PhonePerson[] | undefined>(file('phone-people.json'), undefined));
  // A key of its own: what it asks does not count against what a developer may ask in a second.
  const phoneKey = await localApiKey(file('phone-key.json'), 'phone', localTableName, endpoint);
  const answers = watchAnswers(feed, () => ({ ...door, apiKey: phoneKey }), people);
  onStop(answers.stop);
  const system = Object.assign(door, {
    feed,
    people,
    said: keptList<Said>(file('phone-said.jsonl')),
    outgoing: world.sent,
    answers,
    templateWords: world.templates.wordsOf,
    calls,
  });
  const beside = phoneServer(
    {
      apiKey: door.apiKey,
      feed,
      people,
      sample,
      phone: phone(system),
      clock: door.clock,
      clockNow: () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offset() }),
      appOf: async (digits) => appOfNumber(await knownApps(door), digits)?.appId,
      link: async (url) => chatBehind(url, await knownApps(door), world.links.read()),
    },
    watch.request,
  );
  return { beside, answers };
}
