import {
  paginateDescribeAccountAttributes,
  paginateDescribePhoneNumbers,
  paginateDescribeSpendLimits,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { outputs } from '../../../lambdas/contract/deployment.ts';
import { area, type Finding, NotChecked } from '../finding.ts';
import type { Stage } from '../stage.ts';

/** A number of AWS End User Messaging SMS. */
export interface NumberFacts {
  readonly id: string;
  /** E.164. */
  readonly phone: string;
  readonly status: string;
  readonly country: string;
  /** `TOLL_FREE`, `TEN_DLC`, `LONG_CODE`, `SHORT_CODE`, `SIMULATOR`. */
  readonly type: string;
  /** `TRANSACTIONAL` or `PROMOTIONAL`. */
  readonly messageType: string;
  readonly isRegistered: boolean;
  readonly isTwoWay: boolean;
  readonly twoWayTopic: string | undefined;
  readonly isSelfManaged: boolean;
}

export interface SmsNumbersFacts {
  /** The stage's topic. */
  readonly topic: string;
  /** SMS numbers of the apps, E.164. */
  readonly wanted: readonly string[];
  readonly numbers: readonly NumberFacts[];
}

export const smsNumbersArea = area('SMS numbers', readNumbers, judgeSmsNumbers);

async function readNumbers(stage: Stage): Promise<SmsNumbersFacts> {
  const wanted = await wantedOf(stage);
  const numbers: NumberFacts[] = [];
  for await (const page of paginateDescribePhoneNumbers({ client: stage.clients.sms }, {})) {
    for (const each of page.PhoneNumbers ?? []) {
      numbers.push({
        id: each.PhoneNumberId ?? each.PhoneNumber ?? '',
        phone: each.PhoneNumber ?? '',
        status: each.Status ?? '',
        country: each.IsoCountryCode ?? '',
        type: each.NumberType ?? '',
        messageType: each.MessageType ?? '',
        isRegistered: each.RegistrationId !== undefined,
        isTwoWay: each.TwoWayEnabled ?? false,
        twoWayTopic: each.TwoWayChannelArn,
        isSelfManaged: each.SelfManagedOptOutsEnabled ?? false,
      });
    }
  }
  return { topic: stage.stack.output(outputs.smsTopicArn) ?? '', wanted, numbers };
}

/** Nothing about SMS matters to a stage that has no number. */
async function wantedOf(stage: Stage): Promise<readonly string[]> {
  const wanted = [...new Set((await stage.apps()).flatMap(({ smsNumbers }) => smsNumbers))];
  if (wanted.length === 0) throw new NotChecked('no app has an SMS number');
  return wanted;
}

/** Whether STOP by SMS comes here, and whether we can answer. */
export function judgeSmsNumbers({ topic, wanted, numbers }: SmsNumbersFacts): readonly Finding[] {
  return wanted.flatMap((phone) => {
    const found = numbers.find((each) => each.phone === phone);
    if (found !== undefined) return judgeNumber(topic, found);
    return [
      {
        severity: 'broken',
        what: `An app has the SMS number ${phone}, and this account has no such number in this region.`,
        hurt: 'Whoever texts STOP to it: it does not come here.',
        todo: 'Get the number in this region, or take it out of smsNumbers of the app.',
      } as const,
    ];
  });
}

function judgeNumber(topic: string, facts: NumberFacts): Finding[] {
  const { id, phone, status, country, type, messageType, isRegistered, isTwoWay, twoWayTopic, isSelfManaged } = facts;
  const findings: Finding[] = [];
  const update = `aws pinpoint-sms-voice-v2 update-phone-number --phone-number-id ${id}`;
  if (status !== 'ACTIVE') {
    findings.push({
      severity: status === 'PENDING' || status === 'ASSOCIATING' ? 'should' : 'broken',
      what: `The SMS number ${phone} is ${status}.`,
      hurt: 'Whoever texts STOP to it.',
      todo: `aws pinpoint-sms-voice-v2 describe-phone-numbers --phone-number-ids ${id}; a registration takes days to weeks.`,
    });
  }
  if (!isTwoWay || twoWayTopic !== topic) {
    findings.push({
      severity: 'broken',
      what: isTwoWay
        ? `What people text to ${phone} goes to ${twoWayTopic ?? 'nobody'}, not to this stage.`
        : `What people text to ${phone} goes nowhere: two-way SMS is off.`,
      hurt: 'Whoever texts STOP to it: the sending goes on.',
      todo: `${update} --two-way-enabled --two-way-channel-arn ${topic} --self-managed-opt-outs-enabled`,
    });
  }
  if (!isSelfManaged) {
    findings.push({
      severity: 'broken',
      what: `AWS answers STOP to ${phone} itself and does not pass it on (self-managed opt-outs are off).`,
      hurt: 'Whoever texts STOP: it ends the SMS of this number and nothing else; WhatsApp goes on.',
      todo: `${update} --self-managed-opt-outs-enabled`,
    });
  }
  if (type === 'TOLL_FREE') {
    findings.push({
      severity: 'should',
      what: `${phone} is toll-free: the carrier answers and blocks STOP itself, whatever is set here.`,
      hurt: 'Whoever texts STOP: our confirmation cannot be delivered, and it is not sure that their STOP comes here.',
      todo: 'Publish a 10DLC number or a short code for STOP.',
    });
  }
  if (type === 'SIMULATOR') {
    findings.push({
      severity: 'should',
      what: `${phone} is a simulator: it reaches no telephone.`,
      hurt: 'Whoever texts STOP to it.',
      todo: 'Get a real number for real people.',
    });
  }
  if (country === 'US' && ['TEN_DLC', 'TOLL_FREE', 'SHORT_CODE'].includes(type) && !isRegistered) {
    findings.push({
      severity: 'should',
      what: `${phone} is not registered.`,
      hurt: 'Whoever waits for a confirmation: carriers block what unregistered numbers send.',
      todo: 'Register it (10DLC campaign or toll-free verification); that takes days to weeks.',
    });
  }
  if (messageType !== 'TRANSACTIONAL') {
    findings.push({
      severity: 'should',
      what: `${phone} is for ${messageType.toLowerCase() || 'unknown'} messages, and confirmations are sent as transactional ones.`,
      hurt: 'Whoever waits for a confirmation: AWS refuses to send it.',
      todo: 'Take a number whose message type is TRANSACTIONAL.',
    });
  }
  return findings;
}

export interface SmsAccountFacts {
  /** `SANDBOX` or `PRODUCTION`. */
  readonly tier: string;
  /** In dollars a month: what is in force, and what AWS allows. */
  readonly enforced: number | undefined;
  readonly most: number | undefined;
}

export const smsAccountArea = area('SMS account', readAccount, judgeSmsAccount);

async function readAccount(stage: Stage): Promise<SmsAccountFacts> {
  await wantedOf(stage);
  const { sms: client } = stage.clients;
  let tier = '';
  for await (const { AccountAttributes = [] } of paginateDescribeAccountAttributes({ client }, {})) {
    tier = AccountAttributes.find(({ Name }) => Name === 'ACCOUNT_TIER')?.Value ?? tier;
  }
  let [enforced, most]: (number | undefined)[] = [];
  for await (const { SpendLimits = [] } of paginateDescribeSpendLimits({ client }, {})) {
    const text = SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT');
    if (text !== undefined) [enforced, most] = [text.EnforcedLimit, text.MaxLimit];
  }
  return { tier, enforced, most };
}

/** Whether AWS sends our confirmations. */
export function judgeSmsAccount({ tier, enforced, most }: SmsAccountFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (tier !== 'PRODUCTION') {
    findings.push({
      severity: 'should',
      what: `AWS has this account in the SMS sandbox (${tier || 'no tier told'}): text messages come in, and answers go to verified numbers only.`,
      hurt: 'Whoever waits for the confirmation of a STOP by SMS.',
      todo: 'AWS End User Messaging SMS, Overview, "Request production access"; it takes a day or more.',
    });
  }
  if (enforced !== undefined && enforced <= 1) {
    findings.push({
      severity: 'should',
      what: `AWS stops sending text messages at $${enforced} a month${most === undefined || most === enforced ? '' : ` (it would allow $${most})`}.`,
      hurt: 'Whoever waits for a confirmation after some dozens of others.',
      todo:
        most !== undefined && most > enforced
          ? `aws pinpoint-sms-voice-v2 set-text-message-spend-limit-override --monthly-limit ${most}`
          : 'Ask for more: Service Quotas, AWS End User Messaging, TextMessageMonthlySpend.',
    });
  }
  return findings;
}
