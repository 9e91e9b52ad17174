import type { KeyRights } from '../../domain/api-key/api-key.ts';
import type { App } from '../../domain/app/app.ts';
import { found } from '../../domain/found.ts';
import { type AsideOwners, maySeeAside } from '../../domain/inbound/may-see-aside.ts';
import type { Apps } from '../ledger/ports.ts';
import { ownersOf } from './owners.ts';
import type { AboutAside, AsideItem, AsideShelf, KeptMessage, NumberOfAside } from './ports.ts';

export interface WaitingDeps {
  readonly apps: Pick<Apps, 'find' | 'ofWhatsappNumber' | 'onSmsNumber'>;
  readonly shelf: Pick<AsideShelf, 'waiting' | 'find'>;
  /** What can be told of something kept. */
  about(item: AsideItem): AboutAside;
}

/** Something kept aside, with what can be told of it, and whose it is. */
export interface WaitingItem extends AsideOwners {
  readonly item: AsideItem;
  readonly about: AboutAside;
  readonly apps: readonly App[];
}

/** Who looks, and among what is kept of which app. */
export interface Looking {
  readonly rights: KeyRights;
  readonly appId: string;
}

export interface WaitingPage {
  readonly data: readonly WaitingItem[];
  /** The id behind which the list goes on; undefined = that was all. */
  readonly next: string | undefined;
  /** How many were looked at. */
  readonly looked: number;
}

/** So many are read side by side: each may be megabytes. */
const atOnce = 8;
/** What is kept may be long, and an answer is not: a page ends early behind so many bytes. */
const mostBytes = 2 * 1024 * 1024;

/**
 * A page of what waits for somebody, oldest first: those of up to `limit` that whoever looks may see. Costs a request for each of the four
 * partitions, one for each item, and one for each number that no app has.
 */
export async function waitingAside(
  deps: WaitingDeps,
  looking: Looking,
  { limit, from }: { readonly limit: number; readonly from?: string | undefined },
): Promise<WaitingPage> {
  const { ids, more } = await deps.shelf.waiting(limit, from);
  const ownersOf = ownersIn(deps);
  const data: WaitingItem[] = [];
  let [looked, bytes] = [0, 0];
  while (looked < ids.length && bytes < mostBytes) {
    const items = await Promise.all(ids.slice(looked, looked + atOnce).map((id) => deps.shelf.find(id)));
    looked += items.length;
    for (const item of items) {
      // The index may lag: whoever was heard or settled meanwhile waits no more.
      if (item === undefined || item.settledBy !== undefined) continue;
      bytes += item.bytes;
      const waiting = await ownersOf(item);
      if (maySeeAside(looking.rights, looking.appId, waiting)) data.push(waiting);
    }
  }
  const isAll = looked === ids.length && !more;
  return { data, next: isAll ? undefined : ids[looked - 1], looked };
}

/**
 * One of them, also when it is settled.
 *
 * @throws NotFoundError nothing lies under this id, or not for whoever asks
 */
export async function findAside(deps: WaitingDeps, looking: Looking, id: string | undefined): Promise<WaitingItem> {
  const item = id === undefined ? undefined : await deps.shelf.find(id);
  const waiting = item && (await ownersIn(deps)(item));
  const isSeen = waiting !== undefined && maySeeAside(looking.rights, looking.appId, waiting);
  return found(isSeen ? waiting : undefined, 'message kept aside');
}

/** The one message of something kept whose sender is known: then nobody has to say who it was. */
export function messageOf({ messages }: AboutAside): KeptMessage | undefined {
  const [only] = messages;
  return messages.length === 1 ? only : undefined;
}

/** Looks up whose things are; each number is asked about once. */
function ownersIn({ apps, about }: WaitingDeps): (item: AsideItem) => Promise<WaitingItem> {
  const known = new Map<string, Promise<readonly App[]>>();
  const appsOn = ({ channel, number: receivedBy, provenBy }: NumberOfAside) => {
    const name = `${channel} ${receivedBy} ${provenBy}`;
    const asked =
      known.get(name) ??
      ownersOf(apps, { channel, receivedBy, provenBy }).then((owners) => owners.map(({ app }) => app));
    known.set(name, asked);
    return asked;
  };
  return async (item) => {
    const told = about(item);
    const owners = await Promise.all(told.numbers.map(appsOn));
    const all = [...new Map(owners.flat().map((app) => [app.appId, app])).values()];
    const isNobodys = owners.length === 0 || owners.some((each) => each.length === 0);
    return { item, about: told, apps: all, appIds: all.map(({ appId }) => appId), isNobodys };
  };
}
