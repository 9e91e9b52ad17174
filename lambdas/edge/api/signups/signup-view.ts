import type { App } from '../../../domain/app/app.ts';
import { whatsappPhone } from '../../../domain/collection/chat-link.ts';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import { signupLink } from '../../../domain/collection/signup.ts';
import type { KnownSignup } from '../../../use-cases/collection/manage-signups.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { signupAnswer, signupWithTextsAnswer } from './answers.ts';

/** A signup as Meta has it, with what it is here. */
export function signupView(app: App, { atMeta, own }: KnownSignup, publicUrl: string): View<typeof signupAnswer> {
  const { signupId, status, text } = atMeta;
  return {
    signupId,
    name: own?.name ?? atMeta.name ?? '',
    status,
    adopted: own !== undefined,
    ...text,
    purposes: own?.purposes ?? [],
    locale: own?.locale,
    campaign: own?.campaign,
    pointId: own?.pointId,
    url: signupLink(whatsappPhone(app), signupId),
    countedUrl: own && `${publicUrl}/l/${tokenOf(own.pointId)}`,
    createdAt: formatInstantIfAny(own?.createdAt),
    updatedAt: formatInstantIfAny(own?.updatedAt),
  };
}

/** With every text that it had. */
export function signupWithTextsView(
  app: App,
  known: KnownSignup,
  publicUrl: string,
): View<typeof signupWithTextsAnswer> {
  const texts = known.own?.texts.map(({ since, text, hash }) => ({ ...text, since: formatInstant(since), hash })) ?? [];
  return { ...signupView(app, known, publicUrl), texts: texts.toReversed() };
}
