import { createHash } from 'node:crypto';
import { delivery, messagesChange } from '../ledger/whatsapp-webhook.ts';
import { type JourneyAnswer, type JourneyTarget, type Json, journeyTarget } from './target.ts';

const minute = 60_000;

/** A whole second so many minutes before now, in epoch milliseconds: WhatsApp's times are whole seconds. */
export const ago = (minutes: number): number => Math.floor((Date.now() - minutes * minute) / 1000) * 1000;
/** The same by the clock of the product, which tests of pages move. */
export async function agoThere({ target }: Pick<Shop, 'target'>, minutes: number): Promise<number> {
  return Math.floor(((await target.now()) - minutes * minute) / 1000) * 1000;
}
export const written = (at: number): string => new Date(at).toISOString();

/** A person with every identifier that they may be met by. */
export interface Person {
  /** As written on paper, E.164. */
  readonly phone: string;
  /** The older form of a Mexican mobile, which WhatsApp still uses. */
  readonly waId: string;
  readonly bsuid: string;
}

/** A business of its own for one journey: an app with two purposes, a WhatsApp number and an SMS number that nobody else has. */
export interface Shop {
  readonly target: JourneyTarget;
  readonly appId: string;
  readonly phoneNumberId: string;
  readonly smsNumber: string;
  /** The settings with which it was made. */
  readonly settings: Json;
  /** The same name is the same person within a journey and run, and nobody elsewhere. */
  person(name: string): Person;
  post(path: string, body: object): Promise<JourneyAnswer>;
  get(path: string): Promise<JourneyAnswer>;
  /** A yes on paper for `offers` and `order-updates`, ten minutes ago. */
  optIn(user: object, more?: object): Promise<JourneyAnswer>;
  decide(user: object, purpose?: string, message?: 'template' | 'free-form'): Promise<Json>;
  /** Messages of people on WhatsApp, in one delivery. The status that Meta sees. */
  hear(...messages: readonly object[]): Promise<number>;
  /** Any items of a value of the field `messages`. */
  report(items: object): Promise<number>;
}

/** The shop of a journey, with its app made. `journey` is unique among the journeys; `more` changes its settings. */
export async function openShop(journey: string, more: object = {}, target = journeyTarget()): Promise<Shop> {
  const shop = shopOf(journey, more, target);
  const made = await target.call('POST', '/v1/apps', shop.settings);
  if (made.status !== 201) throw new Error(`The app could not be made: ${JSON.stringify(made.body)}`);
  return shop;
}

/** The shop of a journey, whose app may have been made before. */
export function shopOf(journey: string, more: object, target: JourneyTarget): Shop {
  const digits = (name: string, length: number): string =>
    (
      BigInt(`0x${createHash('sha256').update(`${target.run}/${journey}/${name}`).digest('hex')}`) %
      10n ** BigInt(length)
    )
      .toString()
      .padStart(length, '0');
  const appId = `${journey}-${target.run}`;
  const phoneNumberId = `1${digits('phoneNumberId', 14)}`;
  const smsNumber = `+12122${digits('smsNumber', 6)}`;
  const settings: Json = {
    appId,
    displayName: `Shop ${journey}`,
    smsName: `Shop ${journey}`,
    locale: 'es-MX',
    timeZone: 'America/Mexico_City',
    whatsapp: { phoneNumberId, phone: `+16462${digits('whatsapp', 6)}`, wabaId: '102290129340398' },
    smsNumbers: [{ phone: smsNumber, country: 'US' }],
    purposes: [
      { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
      { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
    ],
    ...more,
  };

  const shop: Shop = {
    target,
    appId,
    phoneNumberId,
    smsNumber,
    settings,
    person(name) {
      const line = `55${digits(name, 8)}`;
      return { phone: `+52${line}`, waId: `521${line}`, bsuid: `MX.${digits(`${name}'s account`, 20)}` };
    },
    post: (path, body) => target.call('POST', `/v1/apps/${appId}/${path}`, body),
    get: (path) => target.call('GET', `/v1/apps/${appId}/${path}`),
    optIn: (user, changed = {}) =>
      shop.post('opt-ins', {
        user,
        purposes: ['offers', 'order-updates'],
        saidAt: written(ago(10)),
        source: 'paper',
        by: 'data-subject',
        evidence: { documentRef: 'A-1179', operator: 'till 4' },
        ...changed,
      }),
    async decide(user, purpose = 'offers', message = 'template') {
      return (await shop.post('eligibility', { user, purpose, message })).body;
    },
    hear: (...messages) => shop.report({ messages }),
    report: (items) => target.whatsapp(delivery(messagesChange(phoneNumberId, items))),
  };
  return shop;
}
