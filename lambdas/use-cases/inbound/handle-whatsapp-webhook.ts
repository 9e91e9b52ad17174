import type { App } from '../../domain/app/app.ts';
import type { PersonalEvent, WhatsappEvent } from '../../domain/inbound/whatsapp-event.ts';
import type { Apps } from '../ledger/ports.ts';
import type { KeptAside } from '../messages/ports.ts';
import type { FollowDeps } from './follow-reference.ts';
import { handleWhatsappEvent } from './handle-whatsapp-event.ts';
import { type Happening, type InboundReport, inboundReport, isRefusal } from './inbound-report.ts';

export interface WebhookDeps extends FollowDeps {
  readonly apps: Pick<Apps, 'ofWhatsappNumber'>;
  readonly aside: KeptAside;
}

/** How many people are recorded at a time: a delivery of 1,000 changes has to end well within Meta's patience. */
const atOnce = 8;

/**
 * Records a whole delivery. People go side by side, the items of one person one after the other in the order in which they came;
 * a failure of one item does not keep the others from being recorded. Never rejects: what was not stored is in the report.
 */
export async function handleWhatsappWebhook(
  deps: WebhookDeps,
  events: readonly WhatsappEvent[],
): Promise<InboundReport> {
  const happenings: Happening[] = [];
  const apps = new Map<string, Promise<App | undefined>>();
  const appOf = (phoneNumberId: string) => {
    const found = apps.get(phoneNumberId) ?? deps.apps.ofWhatsappNumber(phoneNumberId);
    apps.set(phoneNumberId, found);
    return found;
  };
  const inSlot = slots(atOnce);
  const lanes = new Map<string, Promise<void>>();

  const tasks = events.map((event) => {
    if (event.event === 'ignored') return undefined;
    const names = 'person' in event ? lanesOf(event) : [];
    const before = Promise.all(names.map((name) => lanes.get(name)));
    const task = before.then(() => inSlot(() => attempt(event)));
    for (const name of names) lanes.set(name, task);
    return task;
  });
  await Promise.all(tasks);
  return inboundReport(happenings);

  async function attempt(event: Exclude<WhatsappEvent, { event: 'ignored' }>): Promise<void> {
    try {
      happenings.push(...(await handle(event)));
    } catch (failure) {
      happenings.push({ failure });
    }
  }

  async function handle(event: Exclude<WhatsappEvent, { event: 'ignored' }>): Promise<Happening[]> {
    if (!('person' in event)) {
      await deps.aside.keep(event.why, event.part);
      return [event.event === 'lost' ? 'webhookLost' : 'unreadableKept'];
    }
    try {
      const app = await appOf(event.phoneNumberId);
      if (app === undefined) return await keep('unknown-number', event);
      const result = await handleWhatsappEvent(deps, app, event);
      if (typeof result === 'object') return await keep(result.keepAside, event);
      return result === 'unclear-stop' ? ['ambiguousStop'] : [];
    } catch (error) {
      if (isRefusal(error)) return keep(`refused-${error.code}`, event);
      throw error;
    }
  }

  async function keep(why: string, event: PersonalEvent): Promise<Happening[]> {
    await deps.aside.keep(why, event.part);
    return ['unreadableKept'];
  }
}

/** Under which identifiers a person's items queue up: any shared one keeps their order. */
function lanesOf(event: PersonalEvent): string[] {
  const { phone, bsuid, parentBsuid } = event.person;
  const becomes =
    event.event === 'identifiers-changed' ? [event.becomes.phone, event.becomes.bsuid, event.becomes.parentBsuid] : [];
  return [phone, bsuid, parentBsuid, ...becomes].filter((identifier) => identifier !== undefined);
}

/** Lets only so many run at once; the others wait in line. */
function slots(count: number): (run: () => Promise<void>) => Promise<void> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
