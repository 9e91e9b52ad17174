import type { Registers } from '../consent/registers.ts';
import { standingOwnNo } from '../consent/standing.ts';
import type { Milliseconds } from '../time.ts';
import type { CollectionPoint, PointKind } from './collection-point.ts';

/** Kinds of points that people reach by a link of their own. Append only: sealed links name a kind by its place in this list. */
export const personalLinkKinds = ['personal-link', 'preference-page'] as const satisfies readonly PointKind[];
export type PersonalLinkKind = (typeof personalLinkKinds)[number];

/**
 * Whom a link is for, by exactly one identifier: an act by it can then never contradict itself, so no stop is ever refused for it.
 */
export type LinkedPerson =
  /** Canonical digits. */
  { readonly phone: string } | { readonly bsuid: string } | { readonly userId: string };

/** What a personal link says. It travels sealed in the address; nothing is stored for it. */
export interface PersonalLink {
  readonly kind: PersonalLinkKind;
  /** `pt_…`. The point names the app. */
  readonly pointId: string;
  readonly person: LinkedPerson;
  /** The API key by which it was made. Absent in links from before it was sealed in: nobody answers for a yes by them. */
  readonly keyId?: string;
  /** Whole seconds. The link is for whoever held the identifier then. */
  readonly madeAt: Milliseconds;
  /** Whole seconds. */
  readonly expiresAt: Milliseconds;
}

const day = 24 * 60 * 60 * 1000;

/**
 * How long links live, in milliseconds: by default, at least and at most.
 *
 * A preference link stands in e-mails as the way to stop. It must work for at least 30 days after each message in the United States
 * (CAN-SPAM, 15 U.S.C. 7704(a)(3)(A)(ii)) and 60 days in Canada (CASL, s. 11(2)); thirteen months also cover mail
 * that is sent once a year. Two years bound how long a link outlives the identifier in it.
 */
export const linkLifetimes: {
  readonly [Kind in PersonalLinkKind]: {
    readonly usual: Milliseconds;
    readonly least: Milliseconds;
    readonly most: Milliseconds;
  };
} = {
  'personal-link': { usual: 30 * day, least: 60 * 60 * 1000, most: 180 * day },
  'preference-page': { usual: 400 * day, least: 60 * day, most: 730 * day },
};

/** The kind of links that a point takes; undefined for points that have none. */
export function personalLinkKind(point: Pick<CollectionPoint, 'kind'>): PersonalLinkKind | undefined {
  return personalLinkKinds.find((kind) => kind === point.kind);
}

/** What is kept as evidence of how a link came about. */
export function makingOf({ keyId, madeAt }: Pick<PersonalLink, 'keyId' | 'madeAt'>) {
  return { linkMadeBy: keyId, linkMadeAt: new Date(madeAt).toISOString() };
}

/**
 * Whether a yes by this link counts at once. A link shows what its maker wanted, not that the person held it: over the person's own no
 * the phone is asked, and always where nobody answers for the link.
 *
 * @param registers of the person
 * @param marketing whether a stop of marketing covers the purpose
 */
export function countsAtOnce(
  link: Pick<PersonalLink, 'keyId'>,
  registers: Registers,
  purpose: string,
  marketing: boolean,
): boolean {
  return link.keyId !== undefined && standingOwnNo(registers, purpose, marketing) === undefined;
}

/** At the moment of expiry a link opens nothing any more; a stop by it is taken even then. */
export function isLinkExpired(link: Pick<PersonalLink, 'expiresAt'>, now: Milliseconds): boolean {
  return now >= link.expiresAt;
}
