import type { App } from '../../domain/app/app.ts';
import type { InboundAct } from '../../domain/inbound/inbound-act.ts';
import { composeSmsHelp } from '../../domain/replies/compose-reply.ts';
import { smsProviderOf } from '../../domain/sends/sms-provider.ts';
import { type InboundDeps, needed } from './inbound-deps.ts';
import type { Happening } from './inbound-report.ts';

/**
 * Answers HELP by SMS. A help that cannot be sent fails nothing: there is nothing to record. It is sent once for a message, and only
 * while every app that it speaks for may answer this person.
 */
export async function answerHelp(
  { answers, sender }: InboundDeps,
  apps: readonly App[],
  { channel, person, received, receivedBy, messageId }: InboundAct,
): Promise<readonly Happening[]> {
  try {
    for (const { appId } of apps) {
      const answer = { kind: 'help', appId, channel, person: person.phone ?? '', to: messageId } as const;
      if ((await needed(answers).take(answer)) !== 'taken') return [];
    }
    const [app] = apps;
    if (app === undefined) return [];
    const by = { appId: app.appId, provider: smsProviderOf(app, receivedBy) };
    const { came } = await needed(sender).send(receivedBy, received.phone ?? '', composeSmsHelp(apps), by);
    return came === 'sent' ? [] : ['replyFailed'];
  } catch {
    return ['replyFailed'];
  }
}
