import { describe, expect, test } from 'vitest';
import {
  codeMeanings,
  meaningOf,
  type Provider,
  passes,
  providers,
} from '../../../lambdas/domain/sends/provider-codes.ts';
import { mayTryAgain, parseSendReference, sendReference } from '../../../lambdas/domain/sends/send.ts';

/** Every code that we know, by hand: whoever changes what one means sees it here. */
const known: readonly [Provider, string, string][] = [
  ['meta', 'platform-stop', '131050'],
  ['meta', 'window-closed', '131047'],
  ['meta', 'withheld', '131049 130472'],
  ['meta', 'unreachable', '131026 131030'],
  ['meta', 'slow-down', '4 80007 130429 131048 131056 http-429'],
  ['meta', 'template', '132000 132001 132005 132007 132012 132015 132016 132068 132069 134101'],
  ['meta', 'message', '33 100 131008 131009 131021 131051 131052 131053 131055 134100 135000'],
  ['meta', 'setup', '0 3 10 190 131005 131037 131042 131045 131062 131063 133010 134011 134102'],
  ['meta', 'blocked', '368 130497 131031 131064 139200'],
  ['meta', 'outage', '1 2 131000 131016 131057 133000 133004'],
  ['meta', 'other', '131036 137000 147001 999999 http-404 unnamed 21610'],
  ['aws', 'slow-down', 'ThrottledRequestException ThrottlingException LimitExceededException http-429'],
  ['aws', 'message', 'InvalidParametersException ValidationException'],
  ['aws', 'setup', 'AccessDeniedException AccessDeniedByMetaException ResourceNotFoundException'],
  ['aws', 'outage', 'DependencyException InternalServiceException'],
  ['aws', 'other', 'SomethingNew 131050'],
  ['twilio', 'sms-stop', '21610'],
  ['twilio', 'window-closed', '63016'],
  ['twilio', 'withheld', '63032 63049'],
  ['twilio', 'unreachable', '21211 21614 63003 63014 63024'],
  ['twilio', 'slow-down', '14107 20429 63018 http-429'],
  ['twilio', 'template', '63021 63027 63028 63040 63041 63042'],
  ['twilio', 'message', '21602 21617 21656'],
  ['twilio', 'setup', '20003 21212 21606 63005 63007 63022 63062'],
  ['twilio', 'blocked', '63013'],
  ['twilio', 'other', '63050 131050'],
  ['aws-sms', 'sms-stop', 'DESTINATION_PHONE_NUMBER_OPTED_OUT'],
  ['aws-sms', 'unreachable', 'DESTINATION_COUNTRY_BLOCKED DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION'],
  ['aws-sms', 'slow-down', 'ThrottlingException http-429'],
  ['aws-sms', 'message', 'ValidationException INVALID_PARAMETER'],
  ['aws-sms', 'setup', 'AccessDeniedException ResourceNotFoundException ServiceQuotaExceededException'],
  ['aws-sms', 'outage', 'InternalServerException'],
  ['aws-sms', 'other', '21610 ConflictException'],
];
const each = known.flatMap(([provider, meaning, codes]) =>
  codes.split(' ').map((code) => [provider, code, meaning] as const),
);

describe('what a code means', () => {
  test.each(each)('%s %s: %s', (provider, code, meaning) => {
    expect(meaningOf(provider, code)).toBe(meaning);
  });

  test('only one of Meta says that the person stopped marketing, and one of each other that they stopped a number', () => {
    const stops = each.filter(([, , meaning]) => meaning.endsWith('-stop'));
    expect(stops.map(([provider, code]) => `${provider} ${code}`)).toEqual([
      'meta 131050',
      'twilio 21610',
      'aws-sms DESTINATION_PHONE_NUMBER_OPTED_OUT',
    ]);
  });

  test('every meaning is used, and names of objects mean nothing', () => {
    expect(new Set(each.map(([, , meaning]) => meaning))).toEqual(new Set(codeMeanings));
    for (const provider of providers)
      for (const name of ['constructor', '__proto__', 'toString', '']) expect(meaningOf(provider, name)).toBe('other');
  });
});

describe('a refused message is tried again', () => {
  const again = each
    .filter(([provider, code]) => passes(provider, code))
    .map(([provider, code]) => `${provider} ${code}`);

  test('after codes of too much at once only, and not after those that more tries make worse', () => {
    expect(again).toEqual([
      'meta 4',
      'meta 80007',
      'meta 130429',
      'meta 131056',
      'meta http-429',
      'aws ThrottledRequestException',
      'aws ThrottlingException',
      'aws http-429',
      'twilio 14107',
      'twilio 20429',
      'twilio 63018',
      'twilio http-429',
      'aws-sms ThrottlingException',
      'aws-sms http-429',
    ]);
  });

  test('while it would still go out within five minutes of the act: after 3 min 29 s, and not after 3 min 30 s', () => {
    expect(mayTryAgain('meta', '130429', 0, 209_999)).toBe(true);
    expect(mayTryAgain('meta', '130429', 0, 210_000)).toBe(false);
    expect(mayTryAgain('meta', '131049', 0, 0)).toBe(false);
  });
});

describe('the name that a message carries', () => {
  const name = { subjectId: 'AbCd_-12345', entry: 'ZyXw_-98765ZyXw_-98765', at: 1_795_000_000_123 };

  test('comes back as it was, short enough for Meta', () => {
    expect(parseSendReference(sendReference(name))).toEqual(name);
    expect(sendReference({ ...name, at: 8_640_000_000_000_000 }).length).toBeLessThan(512);
  });

  test.each([
    '',
    'camp42',
    'optledger:s:',
    'optledger:s:short:1:e',
    'optledger:s:AbCd_-12345:1:',
    'optledger:s:AbCd_-12345:-1:e',
    'optledger:s:AbCd_-12345:1:e#x',
    'optledger:s:AbCd#-12345:1:e',
    ` ${sendReference(name)}`,
    `${sendReference(name)}\n`,
    `optledger:s:AbCd_-12345:1:${'e'.repeat(101)}`,
  ])('%j is none of ours', (text) => {
    expect(parseSendReference(text)).toBeUndefined();
  });
});
