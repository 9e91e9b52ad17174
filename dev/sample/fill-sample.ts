import { deliverWebhook } from '../outside-world/deliver-webhook.ts';
import type { FrontDoor } from '../outside-world/known-apps.ts';
import {
  type MetaPerson,
  type MetaWebhook,
  missedCallWebhook,
  preferenceWebhook,
  textWebhook,
} from '../outside-world/meta-webhook.ts';
import type { Simulator } from '../outside-world/simulator.ts';
import { callApi, makeBusiness, type SampleBusiness, sampleShop } from './make-business.ts';
import type { Moment, PlannedAct } from './plan-sample.ts';
import type { SamplePerson } from './sample-people.ts';
import { sentenceOfPage, sentenceOfWidget } from './visit-point.ts';

/** What making the sample needs of the local mode that it is made in. */
export interface SampleSystem extends FrontDoor {
  readonly simulate: Pick<Simulator, 'sms' | 'clock'>;
  /** Waits for the table's stream, the queues and the replies. */
  drain(): Promise<void>;
  /** Nobody looks on while thousands of things happen at once. */
  lookOn(isWanted: boolean): void;
}

/** So many people act at once: more would only wait for the processor. */
const atOnce = 8;

/**
 * Makes the sample business: every opt-in goes through its page, its widget, a webhook, an SMS or the API, on a clock that is moved
 * through the year. The clock is back at the true time afterwards.
 *
 * @param moments what happens
 * @throws Error when anything is refused: nothing of it is made up beside the product
 */
export async function fillSample(
  system: SampleSystem,
  progress: (done: number, total: number) => void,
  moments: readonly Moment[],
): Promise<void> {
  const total = moments.reduce((sum, { acts }) => sum + acts.length, 0);
  let [done, offset] = [0, 0];
  const now = (): number => Date.now() + offset;
  const moveTo = async (ago: number): Promise<void> => {
    await system.simulate.clock(-ago - offset);
    offset = -ago;
  };

  system.lookOn(false);
  try {
    await moveTo((moments[0]?.ago ?? 0) + 24 * 60 * 60 * 1000);
    const business = await makeBusiness(system);
    for (const { ago, acts } of moments) {
      await moveTo(ago);
      await together(Map.groupBy(acts, ({ person }) => person).values(), async (own) => {
        for (const act of own) await carryOut(business, act);
        done += own.length;
      });
      // Replies belong to the moment: five minutes later they would not be sent.
      await system.drain();
      progress(done, total);
    }
  } finally {
    system.lookOn(true);
    await system.simulate.clock('reset');
  }

  async function carryOut(business: SampleBusiness, { person, deed }: PlannedAct): Promise<void> {
    switch (deed.does) {
      case 'poster':
      case 'landing': {
        const sentence = await sentenceOfPage(business[deed.does], person, deed.purposes);
        return deed.sends ? say(person, sentence) : undefined;
      }
      case 'widget': {
        const sentence = await sentenceOfWidget(system, business.widget, person, deed.purposes);
        return deed.sends ? say(person, sentence) : undefined;
      }
      case 'says':
        return say(person, deed.text);
      case 'sms': {
        const { delivery } = await system.simulate.sms({
          from: `+${person.waId}`,
          to: sampleShop.sms,
          text: deed.text,
        });
        if (delivery !== 'handled') throw new Error('An SMS of the sample was not taken.');
        return;
      }
      case 'paper': {
        const optIn = {
          user: { phone: `+${person.waId}` },
          purposes: deed.purposes,
          saidAt: new Date(now() - 40 * 60_000).toISOString(),
          source: 'paper',
          by: 'data-subject',
          evidence: { documentRef: deed.documentRef, operator: 'till 2', pointId: business.paper },
          eventId: deed.documentRef.replace(' ', '-'),
        };
        await callApi(system, 'POST', `/v1/apps/${sampleShop.appId}/opt-ins`, optIn);
        return;
      }
      case 'switch':
        return hear(preferenceWebhook(asMetaNames(person), now(), deed.value));
      case 'calls':
        return hear(missedCallWebhook(asMetaNames(person), now()));
    }
  }

  function say(person: SamplePerson, text: string): Promise<void> {
    return hear(textWebhook(asMetaNames(person), now(), text));
  }

  async function hear(webhook: MetaWebhook): Promise<void> {
    const { status } = await deliverWebhook(system, sampleShop.phoneNumberId, webhook);
    if (status !== 200) throw new Error(`A webhook of the sample was answered ${status}.`);
  }
}

function asMetaNames({ name, bsuid, waId, username }: SamplePerson): MetaPerson {
  return username === undefined ? { name, bsuid, from: waId } : { name, bsuid, username };
}

async function together<Item>(items: Iterable<Item>, act: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const one = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, left.length) }, one));
}
