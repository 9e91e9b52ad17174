import { describe, expect, test } from 'vitest';
import { templateFields } from '../../../../lambdas/adapters/providers/meta/parse-template-event.ts';
import { parseWebhook } from '../../../../lambdas/adapters/providers/meta/parse-webhook.ts';
import { parseWaId } from '../../../../lambdas/domain/identity/phone.ts';
import type { InboundItem } from '../../../../lambdas/domain/inbound/inbound-act.ts';
import { understandMessage } from '../../../../lambdas/domain/inbound/understand.ts';
import { type Conclusion, fixtureBytes, fixturesOfKind } from '../../../support/fixtures.ts';

const fixtures = fixturesOfKind('whatsapp-webhook');
const receivedAt = Date.UTC(2026, 10, 20, 12);

/** What an event comes to, in the words of the fixtures' index. */
function concluded(event: InboundItem): object {
  switch (event.event) {
    case 'message':
      return {
        session: event.opensWindow ? 'open' : 'no-change',
        marketing: understandMessage(event).act === 'stop' ? 'revoked' : 'no-change',
        key: event.messageId,
        phone: event.person.phone,
        bsuid: event.person.bsuid,
        at: event.at,
      };
    case 'preference':
      return {
        session: 'no-change',
        marketing: event.value === 'stop' ? 'platform-stop' : 'platform-block-lifted',
        phone: event.person.phone,
        bsuid: event.person.bsuid,
      };
    case 'unreadable':
      return { event: 'kept' };
    default:
      return { event: event.event };
  }
}

/** The same of a conclusion. Placeholders of the samples and what only the business knows (campaign rules) come to nothing. */
function expected(conclusion: Conclusion): object {
  const { item, marketing, session, subject, error_code } = conclusion;
  if (item === 'none') return { event: 'kept' };
  if (item === 'value-error' && error_code === 131035) return { event: 'lost' };
  if (marketing === 'platform-stop' || marketing === 'platform-block-lifted') {
    return { session: 'no-change', marketing, phone: phoneOf(subject), bsuid: subject?.user_id };
  }
  if (templateFields.has(conclusion.field ?? '')) return { event: 'template' };
  if (conclusion.value === 'signup') return { event: conclusion.signup_id === null ? 'kept' : 'signed-up' };
  if (item !== 'message' || session === 'ambiguous') return { event: 'ignored' };
  return {
    session,
    marketing: marketing === 'campaign-rule' ? 'no-change' : marketing,
    key: conclusion.dedupe_key ?? expect.any(String),
    phone: phoneOf(subject),
    bsuid: subject?.user_id,
    at: conclusion.occurred_at === undefined ? expect.any(Number) : Number(conclusion.occurred_at) * 1000,
  };
}

function phoneOf(subject: Conclusion['subject']): string | undefined {
  if (subject?.canonical !== undefined) return subject.canonical.slice(1);
  return subject?.wa_id === undefined ? undefined : parseWaId(subject.wa_id)?.digits;
}

describe('every recorded webhook is read as its conclusion says', () => {
  test('there are a hundred and six of them', () => {
    expect(fixtures.length).toBe(106);
  });

  test.each(fixtures)('$id', ({ file, conclude }) => {
    expect(parseWebhook(fixtureBytes(file), receivedAt).map(concluded)).toEqual(conclude.map(expected));
  });

  test('the malformed body is kept whole', () => {
    const bytes = fixtureBytes('malformed/text-message-status-read.txt');
    expect(parseWebhook(bytes, receivedAt)).toEqual([{ event: 'unreadable', why: 'not-json', part: bytes.toString() }]);
  });
});
