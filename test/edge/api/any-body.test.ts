import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, InvalidInputError } from '../../../lambdas/domain/errors.ts';
import { capabilities } from '../../../lambdas/edge/api/operations.ts';
import type { Operation } from '../../../lambdas/edge/http/operation.ts';
import { parseBody } from '../../../lambdas/edge/http/parse-body.ts';
import { validate } from '../../../lambdas/edge/http/validate.ts';

/** Everything that a request may be read by, under the first route that does. */
const schemas = new Map(
  Object.values(capabilities)
    .flatMap((operations) => Object.entries(operations) as [string, Operation][])
    .toReversed()
    .flatMap(([key, { body, item }]) => {
      const schema = item ?? body;
      return schema === undefined ? [] : [[schema, key] as const];
    }),
);

/** Fields that some request has, so that the inside of every one is reached. */
const fields =
  `user phone waId bsuid userId purposes purpose saidAt source by evidence noticeId noticeVersion operator eventId message appId displayName
  smsName locale timeZone whatsapp phoneNumberId wabaId smsNumbers country purposeId name category validForDays doubleOptIn automatedMessage enabled events identifiers messages
  url keywordNotice noticeHash noticeLocale pointId campaign profile laws texts heading agreement businessName text document kind fields label
  preTicked notice version origins opens greeting cap status scopes apps expiresAt graceSeconds toString constructor`.split(
    /\s+/,
  );
const words = [
  'all',
  'offers',
  'acme',
  'paper',
  '+525512345678',
  '5215512345678',
  '2026-11-20T10:00:00Z',
  'https://example.com',
  'notice',
  'form',
  'link',
  'marketing',
  'en',
  'UTC',
  '',
  'x'.repeat(3000),
];

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...words),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 8 }),
  ),
}));
const body = fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 10 });

describe('whatever is sent', () => {
  it.each(Array.from(schemas, ([schema, key]) => [key, schema] as const))(
    'the body of %s is read or refused with named faults, never anything else',
    (_key, schema) => {
      fc.assert(
        fc.property(body, (sent) => {
          try {
            validate(schema, sent);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInputError);
            for (const { pointer, code, detail } of (error as InvalidInputError).faults) {
              expect(pointer).toMatch(/^(\/.*)?$/s);
              expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
              expect(detail).toMatch(/\.$/);
            }
          }
        }),
        { numRuns: 400 },
      );
    },
  );

  it('the bytes of a body are an object or a refusal that the caller can understand', () => {
    const odd = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(odd, (bytes) => {
        try {
          parseBody({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true });
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
