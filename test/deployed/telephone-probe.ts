import { expectAnswer, publishStarter } from '../support/journeys/collection.ts';
import type { Person, Shop } from '../support/journeys/shop.ts';
import type { JourneyTarget } from '../support/journeys/target.ts';
import { invoke } from './aws-call.ts';
import { expectStatus, type Probe } from './probe.ts';
import type { Stage } from './stage.ts';

/** A shop that people call, and that hears a no by the key 2. */
async function openCalled(shop: Shop, target: JourneyTarget): Promise<void> {
  await publishStarter(shop);
  const telephone = {
    numbers: [{ phone: shop.smsNumber }],
    noticeId: 'signup',
    missedCalls: { enabled: true },
    ivr: { enabled: true, offersNo: true },
  };
  expectAnswer(await target.call('PATCH', `/v1/apps/${shop.appId}`, { telephone }), 200);
}

/** Somebody new calls; somebody who is opted in says no by a key; and somebody whose two records are one calls. */
export async function telephoneProbe(shop: Shop, target: JourneyTarget, joined: Person): Promise<Probe> {
  await openCalled(shop, target);
  const mapping = {
    ...{ method: 'GET', in: 'query', caller: 'from', called: 'to', callId: 'id', digits: 'key', numbers: 'digits' },
  };
  const { url } = expectAnswer(await shop.post('call-hooks', { provider: 'generic', mapping }), 201);
  return async (round) => {
    const [ana, eva] = [shop.person(`Ana ${round}`), shop.person(`Eva ${round}`)];
    expectStatus(await shop.optIn({ phone: eva.phone }), 201);
    const calls = [
      [ana.phone, ''],
      [eva.phone, '2'],
      [joined.phone, ''],
    ] as const;
    for (const [index, [from, key]] of calls.entries()) {
      const call = new URLSearchParams({ from: from.slice(1), to: shop.smsNumber.slice(1), id: `${round}-${index}` });
      if (key !== '') call.set('key', key);
      expectStatus(await target.browse('GET', `${url}?${call}`), 200);
    }
  };
}

/** The same in a flow of Amazon Connect. */
export async function connectProbe(stage: Stage, shop: Shop, target: JourneyTarget, joined: Person): Promise<Probe> {
  await openCalled(shop, target);
  return async (round) => {
    const eva = shop.person(`Eva ${round}`);
    expectStatus(await shop.optIn({ phone: eva.phone }), 201);
    const contact = async ({ phone }: Person, id: string, parameters: object) => {
      const { failed, answer } = await invoke(await stage.functionName('connect-flow'), {
        Name: 'ContactFlowEvent',
        Details: {
          ContactData: {
            ContactId: `${id}-${round}`,
            Channel: 'VOICE',
            InitiationMethod: 'INBOUND',
            CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: phone },
            SystemEndpoint: { Type: 'TELEPHONE_NUMBER', Address: shop.smsNumber },
          },
          Parameters: { app: shop.appId, ...parameters },
        },
      });
      if (failed) throw new Error(`The flow was not answered: ${JSON.stringify(answer)}`);
      return answer as { readonly said?: string };
    };
    for (const [who, id, digits] of [
      [eva, 'eva', '2'],
      [joined, 'joined', '1'],
    ] as const) {
      const { said } = await contact(who, id, {});
      await contact(who, id, { digits, said });
    }
  };
}
