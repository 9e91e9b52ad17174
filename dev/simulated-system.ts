import { invokeLater } from './functions/invoke-later.ts';
import type { Ground } from './ground.ts';
import type { LocalAws } from './local-aws.ts';
import type { StartedWorld } from './local-world.ts';
import type { FrontDoor } from './outside-world/known-apps.ts';
import type { SimulatedSystem } from './outside-world/simulator.ts';
import { type InboundSms, smsEvent, socialEvent } from './outside-world/sns-event.ts';
import type { LocalStack } from './stack/stack.ts';

/** What the world outside can do to this local mode. The door is filled in once the HTTP API is there. */
export function simulatedSystem<Door extends FrontDoor>(
  { clock, feed }: Ground,
  stack: LocalStack,
  { functions, urls, deadLetter, schedules, fireDue, drain }: LocalAws,
  world: StartedWorld,
  door: Door,
  twilioToken: string,
): Door & SimulatedSystem {
  const subscribed = (functionName: string, missing: string) => {
    const subscription = stack.subscriptions.find((each) => each.functionName === functionName);
    if (subscription === undefined) throw new Error(missing);
    return subscription;
  };
  return Object.assign(door, {
    graph: world.graph,
    now: clock.now,
    publicUrl: () => urls.api,
    twilioToken,
    async contact(event: object) {
      const answer = await functions.invoke('connect-flow', event);
      if (!answer.ok) throw new Error(`connect-flow failed: ${answer.error.errorMessage}`);
      return answer.payload as Readonly<Record<string, string>>;
    },
    templates: world.templates,
    async sms(sms: InboundSms) {
      const startedAt = performance.now();
      const subscription = subscribed('sms-inbound', 'No function is subscribed to inbound SMS in the template.');
      const event = smsEvent(sms, subscription, clock.now());
      const delivery = await invokeLater(functions.invoke, subscription.functionName, event, deadLetter);
      const { from, to, text: words } = sms;
      feed.add({ kind: 'sms', from, to, words, delivery, ms: Math.round(performance.now() - startedAt) });
      return { delivery };
    },
    async social(entry: object) {
      const missing = 'No function is subscribed to WhatsApp by AWS in the template.';
      const subscription = subscribed('aws-whatsapp', missing);
      const event = socialEvent(entry, subscription, clock.now());
      return { delivery: await invokeLater(functions.invoke, subscription.functionName, event, deadLetter) };
    },
    async clock(by: number | 'reset') {
      // Only asks for the time.
      if (by === 0) return { now: new Date(clock.now()).toISOString() };
      const offsetMs = clock.move(by);
      await functions.setClock(offsetMs);
      await fireDue();
      const moved = { now: new Date(clock.now()).toISOString() };
      feed.add({ kind: 'clock', ...moved, offsetMs });
      return moved;
    },
    tick: schedules.tick,
    async sent() {
      await drain();
      return world.sent.all();
    },
    async refuse(refusal: { readonly to: string; readonly code: string }) {
      await fetch(`${world.url}/refusals`, { method: 'POST', body: JSON.stringify(refusal) });
      return {};
    },
  });
}
