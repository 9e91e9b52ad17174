import { chargeNames } from '../ledger/charges.ts';
import type { Milliseconds } from '../time.ts';

/** Every way in is a collection point of one of these kinds. Append only. */
export const pointKinds = [
  'link',
  'widget',
  'landing-page',
  'form',
  'personal-link',
  'preference-page',
  'sms-keyword',
  'whatsapp-chat',
  'ad',
  'missed-call',
  'ivr',
  'paper',
  'point-of-sale',
  'call-centre',
  'import',
  'api',
  'in-app-signup',
] as const;
export type PointKind = (typeof pointKinds)[number];

/** Kinds that people meet as a page or on a page of ours; only these have a notice to show and purposes to offer. */
export const shownKinds = [
  'link',
  'widget',
  'landing-page',
  'form',
  'personal-link',
  'preference-page',
] as const satisfies readonly PointKind[];

/** A place where opt-ins are collected. Statements, chats, scans and later outcomes carry its id. */
export interface CollectionPoint {
  /** `pt_` and the reference that links and chats carry. */
  readonly pointId: string;
  readonly appId: string;
  readonly kind: PointKind;
  /** For the business, never shown to people. */
  readonly name: string;
  /** The notice that it shows; a kind of `shownKinds` always has one. The version is pinned until the point is changed. */
  readonly notice?: { readonly noticeId: string; readonly version: number };
  /** Purposes offered, in the order in which they are shown. */
  readonly purposes: readonly string[];
  readonly campaign?: string;
  /** The first words of the chat for somebody who ticked nothing; absent = a greeting in the visitor's language. */
  readonly greeting?: string;
  /** Where a link leads: to the opt-in check, or straight into the chat. */
  readonly opens: 'check-page' | 'chat';
  /** Origins of the web pages that may show the widget or form, e.g. `https://shop.example`. */
  readonly origins: readonly string[];
  /** How many opt-ins it may bring; absent = any number. */
  readonly cap?: number;
  /** How many forms with numbers it takes in ten minutes, from everybody together; absent = as many as come. */
  readonly formLimit?: number;
  readonly status: 'active' | 'paused';
  readonly expiresAt?: Milliseconds;
  /** Meta's own short link to the same chat (`message_qrdls`). */
  readonly metaLink?: { readonly code: string; readonly url: string };
  /** Of the kind `ad`: Meta's id of the ad or post. */
  readonly adId?: string;
  /** Of the kind `in-app-signup`: Meta's id of the signup that its link opens. */
  readonly signupId?: string;
  /** Rises by one with every change. */
  readonly version: number;
  readonly createdAt: Milliseconds;
  readonly updatedAt: Milliseconds;
}

/** What visits count at a point; `sentToChat` where they lead straight into the chat. */
export const visitNames = ['scans', 'clicks', 'shown', 'sentToChat', 'previews', 'prefetches'] as const;
export type VisitName = (typeof visitNames)[number];

/** What is counted at a point. People are not: an act counts once, whatever its purposes. */
export const countNames = ['scans', 'clicks', 'shown', ...chargeNames, 'previews', 'prefetches'] as const;
export type CountName = (typeof countNames)[number];
export type PointCounts = { readonly [Name in CountName]: number };

/** A point with what was counted there so far. */
export interface CountedPoint {
  readonly point: CollectionPoint;
  readonly counts: PointCounts;
}

/** Whether a point takes people at present. */
export type PointState = 'open' | 'paused' | 'expired' | 'full';

/** The point's state; what is closed stays closed to new visitors, and whoever began before may still finish. */
export function pointState({ point, counts }: CountedPoint, now: Milliseconds): PointState {
  if (point.expiresAt !== undefined && now >= point.expiresAt) return 'expired';
  if (point.status === 'paused') return 'paused';
  return point.cap !== undefined && counts.optIns >= point.cap ? 'full' : 'open';
}

/** The reference of a point, as links and chats carry it. */
export function tokenOf(pointId: string): string {
  return pointId.slice('pt_'.length);
}

/** The id of the point with this reference. */
export function pointIdOf(token: string): string {
  return `pt_${token}`;
}

/** Whether people meet the point as a page of ours, which shows a notice. */
export function isShown(kind: PointKind): boolean {
  return shownKinds.some((each) => each === kind);
}

/** Whether a visit leads to a chat on WhatsApp: only then there are a link, a QR code and the need of a WhatsApp number. */
export function leadsToChat(kind: PointKind): boolean {
  return ['link', 'widget', 'landing-page', 'form', 'whatsapp-chat', 'ad', 'in-app-signup'].includes(kind);
}
