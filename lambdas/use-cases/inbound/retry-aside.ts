import type { InboundItem } from '../../domain/inbound/inbound-act.ts';
import type { KeptAside } from '../messages/ports.ts';
import { hearInbound } from './hear-inbound.ts';
import type { SmsDeps, TwilioDeps, WhatsappDeps } from './inbound-deps.ts';
import type { AsideItem, AsideShelf } from './ports.ts';

export interface RetryDeps extends Omit<WhatsappDeps, 'apps' | 'aside'>, Omit<SmsDeps, 'apps' | 'aside'> {
  readonly apps: WhatsappDeps['apps'] & SmsDeps['apps'] & TwilioDeps['apps'];
  readonly stops: TwilioDeps['stops'];
  readonly shelf: AsideShelf;
  /** Reads a kept item as if it came in now; its own time of receipt holds. */
  read(item: AsideItem): readonly InboundItem[];
}

/**
 * `stored` = all that it says is recorded, and it was taken away; `kept` = it still cannot be used, and why; `failed` = the store
 * did not answer: nothing is lost, try again.
 */
export type Retried =
  | { readonly came: 'stored' }
  | { readonly came: 'kept'; readonly why: string }
  | { readonly came: 'failed'; readonly failures: readonly unknown[] };

/**
 * Hears a kept item again, through the same use-case and under the same event ids as when it came: what was recorded of it before is
 * found again and not recorded twice. Only what is stored whole is taken away.
 */
export async function retryAside(deps: RetryDeps, item: AsideItem): Promise<Retried> {
  const reasons: string[] = [];
  // What still cannot be used stays where it lies; it is not put beside itself.
  const aside: KeptAside = {
    keep: (why) => {
      reasons.push(why);
      return Promise.resolve();
    },
  };
  const { failures } = await hearInbound({ ...deps, aside }, deps.read(item));
  if (failures.length > 0) return { came: 'failed', failures };
  const [why] = reasons;
  if (why !== undefined) return { came: 'kept', why };
  await deps.shelf.remove(item.id);
  return { came: 'stored' };
}
