import type { App } from '../../domain/app/app.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import type { SmsMessage, UnreadableSms } from '../../domain/inbound/sms-message.ts';
import { type Understood, understandText } from '../../domain/inbound/understand.ts';
import { idAsEvidence, wordsAsEvidence } from '../../domain/inbound/words-as-evidence.ts';
import { appOfName, matchOptInSms } from '../../domain/keywords/match-opt-in-sms.ts';
import { composeSmsHelp } from '../../domain/replies/compose-reply.ts';
import type { NoticeStore } from '../collection/ports.ts';
import { sealKeywordNotice } from '../collection/seal-reported.ts';
import type { Apps, Ledger, StatementCommand } from '../ledger/ports.ts';
import { recordNo, recordStop } from '../ledger/record-no.ts';
import type { AnswerLimit, KeptAside, SmsSender } from '../messages/ports.ts';
import { heard } from './heard.ts';
import { type Happening, type InboundReport, inboundReport, isRefusal } from './inbound-report.ts';

export interface SmsDeps {
  readonly apps: Pick<Apps, 'onSmsNumber'>;
  readonly ledger: Pick<Ledger, 'recordStatement' | 'recordSuppression'>;
  readonly notices: Pick<NoticeStore, 'nearest'>;
  readonly aside: KeptAside;
  readonly sender: SmsSender;
  readonly answers: AnswerLimit;
}

/**
 * Records SMS that people sent to our numbers (semantics 6): `OPTIN <APP NAME>` grants what that app marks for it; STOP and START
 * cover every app on the number. The body decides, never the number's registered keyword. Never rejects: see the report.
 */
export async function handleSms(
  deps: SmsDeps,
  received: readonly (SmsMessage | UnreadableSms)[],
): Promise<InboundReport> {
  const happenings: Happening[] = [];
  for (const sms of received) {
    try {
      happenings.push(...('why' in sms ? await keep(deps, sms.why, sms.part) : await handleOne(deps, sms)));
    } catch (failure) {
      happenings.push(...(await orKeep(deps, failure, sms.part)));
    }
  }
  return inboundReport(happenings);
}

async function handleOne(deps: SmsDeps, sms: SmsMessage): Promise<Happening[]> {
  const found = await deps.apps.onSmsNumber(sms.to);
  if (found.length === 0) return keep(deps, 'unknown-number', sms.part);
  // In a fixed order, so that at every delivery the same one of several apps answers.
  const apps = found.toSorted((a, b) => (a.appId < b.appId ? -1 : 1));

  const optIn = matchOptInSms(sms.body);
  const understood: Understood = optIn === undefined ? understandText(sms.body) : { act: 'none' };
  if (sms.lacks !== undefined && understood.act !== 'stop' && understood.act !== 'unclear-stop') {
    return keep(deps, `sms-without-${sms.lacks[0] ?? 'time'}`, sms.part);
  }
  if (optIn !== undefined) return handleOptIn(deps, apps, optIn.appName, sms);

  switch (understood.act) {
    case 'stop':
      return onEveryApp(deps, apps, sms, async (app, answers) => {
        const { reply, ...statement } = heard(understood);
        await recordNo(evidenceOf(sms), (evidence) =>
          recordStop(deps.ledger, app, { ...said(sms), ...statement, evidence, ...(answers && { reply }) }),
        );
        return [];
      });
    case 'start':
      return onEveryApp(deps, apps, sms, async (app, answers) => {
        const { reply, ...statement } = heard(understood);
        await deps.ledger.recordStatement(app, {
          ...said(sms),
          ...statement,
          evidence: evidenceOf(sms),
          ...(answers && { reply }),
        });
        return [];
      });
    case 'unclear-stop':
      return onEveryApp(deps, apps, sms, async (app, answers) => {
        await recordNo(evidenceOf(sms), (evidence) => suppress(deps, app, sms, understood.rule, answers, evidence));
        return ['ambiguousStop'];
      });
    case 'help':
      return sendHelp(deps, apps, sms);
    case 'keep':
    case 'none':
      return [];
  }
}

/** The evidence is the SMS itself, with the notice that advertised the keyword. */
async function handleOptIn(
  deps: SmsDeps,
  apps: readonly App[],
  appName: string,
  sms: SmsMessage,
): Promise<Happening[]> {
  const app = appOfName(apps, appName);
  const purposes =
    app?.purposes.filter((purpose) => purpose.keywordOptIn === true).map((purpose) => purpose.purposeId) ?? [];
  if (app === undefined || purposes.length === 0) return sendHelp(deps, apps, sms);
  return onEveryApp(deps, [app], sms, async () => {
    await deps.ledger.recordStatement(app, {
      ...said(sms),
      action: 'granted',
      purposes,
      evidence: { ...evidenceOf(sms), ...app.keywordNotice },
      seal: await sealKeywordNotice(deps.notices, app),
      reply: 'opt-in-confirmed',
    });
    return [];
  });
}

/** Every app is tried, whatever becomes of the others; the first one answers the person for all. */
async function onEveryApp(
  deps: SmsDeps,
  apps: readonly App[],
  sms: SmsMessage,
  record: (app: App, answers: boolean) => Promise<Happening[]>,
): Promise<Happening[]> {
  const happenings: Happening[] = [];
  for (const [index, app] of apps.entries()) {
    try {
      happenings.push(...(await record(app, index === 0)));
    } catch (failure) {
      happenings.push(...(await orKeep(deps, failure, sms.part)));
    }
  }
  return happenings;
}

function said(
  sms: SmsMessage,
): Pick<StatementCommand, 'person' | 'level' | 'saidAt' | 'source' | 'provider'> & { readonly eventId: string } {
  return {
    person: { phone: sms.phone },
    level: 3,
    saidAt: sms.at,
    source: 'sms-keyword',
    eventId: sms.messageId,
    provider: true,
  };
}

async function suppress(
  deps: SmsDeps,
  app: App,
  sms: SmsMessage,
  rule: string,
  answers: boolean,
  evidence: Evidence,
): Promise<void> {
  await deps.ledger.recordSuppression(app, {
    person: { phone: sms.phone },
    at: sms.at,
    eventId: sms.messageId,
    reason: 'ambiguous-stop',
    lift: false,
    rule,
    evidence,
    source: 'sms-keyword',
    ...(answers && { reply: 'ask-whether-stop' }),
  });
}

/**
 * A help that cannot be sent fails nothing: there is nothing to record. It is sent once for a message, and only while every app that it
 * speaks for may answer this person.
 */
async function sendHelp(deps: SmsDeps, apps: readonly App[], sms: SmsMessage): Promise<Happening[]> {
  try {
    for (const { appId } of apps) {
      const answer = { kind: 'help', appId, channel: 'sms', person: sms.phone, to: sms.messageId } as const;
      if ((await deps.answers.take(answer)) !== 'taken') return [];
    }
    await deps.sender.send(sms.to, sms.from, composeSmsHelp(apps));
    return [];
  } catch {
    return ['replyFailed'];
  }
}

/** What will fail alike at every delivery is kept aside instead; nothing that happens to one SMS holds up another. */
async function orKeep(deps: SmsDeps, failure: unknown, part: unknown): Promise<Happening[]> {
  if (!isRefusal(failure)) return [{ failure }];
  try {
    return await keep(deps, `refused-${failure.code}`, part);
  } catch (unkept) {
    return [{ failure: unkept }];
  }
}

async function keep(deps: SmsDeps, why: string, part: unknown): Promise<Happening[]> {
  await deps.aside.keep(why, part);
  return ['unreadableKept'];
}

function evidenceOf(sms: SmsMessage): Evidence {
  return {
    ...wordsAsEvidence(sms.body, sms.bodyReceived),
    ...(sms.lacks?.includes('id') !== true && { messageId: idAsEvidence(sms.messageId) }),
    identifiers: { phone: idAsEvidence(sms.from) },
    receivedBy: idAsEvidence(sms.to),
  };
}
