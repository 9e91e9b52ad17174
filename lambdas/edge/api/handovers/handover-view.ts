import type { App } from '../../../domain/app/app.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import { windowSince } from '../../../domain/window/customer-service-window.ts';
import { withHumanUntil } from '../../../domain/window/handover.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import { userView } from '../users/user-view.ts';
import type { handoverAnswer } from './answers.ts';

/** Somebody who is with a human at `now`; undefined = they are not. */
export function handoverView(person: KnownPerson, app: App, now: number): View<typeof handoverAnswer> | undefined {
  const { handover = {} } = person.subject;
  const until = withHumanUntil(handover, windowSince(person.window, app.numberSince), now);
  const { since, by, ref } = handover;
  if (until === undefined || since === undefined || by === undefined || ref === undefined) return undefined;
  const { userId, phone, bsuid } = userView(person, app, now);
  return {
    userId,
    phone,
    bsuid,
    since: formatInstant(since),
    until: formatInstant(until),
    cause: by,
    statementId: statementId(ref),
    lastInboundAt: formatInstantIfAny(person.window.lastInboundAt),
  };
}
