import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { sameLine } from '../../domain/identity/phone.ts';
import type { InboundChannel, PersonalItem } from '../../domain/inbound/inbound-act.ts';
import type { AppOfNumber, Apps } from '../ledger/ports.ts';
import { needed } from './inbound-deps.ts';

/** An app that a number is of, with what matters of the number itself on WhatsApp. */
export type Owner = Pick<AppOfNumber, 'app'> & Partial<AppOfNumber>;

/** A number of ours as what came to it names it, and the app whose own secret proves that, if one does. */
export type NamedNumber = Pick<PersonalItem, 'channel' | 'receivedBy' | 'provenBy'>;

type FindApps = Partial<Pick<Apps, 'find' | 'ofWhatsappNumber' | 'onSmsNumber'>>;

/**
 * The apps on a number, in a fixed order, so that at every delivery the same one of several answers: the one whose own secret proves what
 * came, for it can write from there, and then by id. What it proves is proven for the numbers of that app only, whoever else is on them.
 */
export async function ownersOf(apps: FindApps, named: NamedNumber): Promise<readonly Owner[]> {
  const { provenBy } = named;
  const owners = (await ownersBy[named.channel](apps, named)).filter((owner) => owner !== undefined);
  if (provenBy !== undefined && !owners.some(({ app }) => app.appId === provenBy)) return [];
  const place = ({ app: { appId } }: Owner) => (appId === provenBy ? '' : appId);
  return owners.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

const ownersBy: {
  readonly [Channel in InboundChannel]: (apps: FindApps, named: NamedNumber) => Promise<readonly (Owner | undefined)[]>;
} = {
  whatsapp: async (apps, { receivedBy, provenBy }) => [
    receivedBy.startsWith('+')
      ? await ownerByPhone(apps, receivedBy, provenBy)
      : ((await needed(apps.ofWhatsappNumber)(receivedBy)) ?? (await ownerByProof(apps, provenBy))),
  ],
  sms: async (apps, { receivedBy }) => (await needed(apps.onSmsNumber)(receivedBy)).map((app) => ({ app })),
};

/** Who has a WhatsApp number is known by Meta's id of it; by the number itself only of the app that proves it. */
async function ownerByPhone(apps: FindApps, phone: string, provenBy: string | undefined): Promise<Owner | undefined> {
  const app: App | undefined = provenBy === undefined ? undefined : await needed(apps.find)(provenBy);
  if (app?.whatsapp === undefined || !sameLine(app.whatsapp.phone, phone)) return undefined;
  return { app, portfolio: portfolioCount(app).now, isFormer: false };
}

/**
 * A number that nobody has: where the secret of an app proves what came, it came to that app, for a provider may name no number at all. If
 * the app has another number it is none that it writes from: what is said there counts, and opens no window.
 */
async function ownerByProof(apps: FindApps, provenBy: string | undefined): Promise<Owner | undefined> {
  const app: App | undefined = provenBy === undefined ? undefined : await needed(apps.find)(provenBy);
  return app && { app, portfolio: portfolioCount(app).now, isFormer: app.whatsapp !== undefined };
}
