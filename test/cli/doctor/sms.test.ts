import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  judgeSmsAccount,
  judgeSmsNumbers,
  type NumberFacts,
  smsAccountArea,
  smsNumbersArea,
} from '../../../cli/doctor/areas/sms.ts';
import { NotChecked } from '../../../cli/doctor/finding.ts';
import type { Stage } from '../../../cli/doctor/stage.ts';

const topic = 'arn:aws:sns:us-east-1:111122223333:sms';
const right: NumberFacts = {
  id: 'phone-1',
  phone: '+12065550199',
  status: 'ACTIVE',
  country: 'US',
  type: 'TEN_DLC',
  messageType: 'TRANSACTIONAL',
  isRegistered: true,
  isTwoWay: true,
  twoWayTopic: topic,
  isSelfManaged: true,
};

describe('a number', () => {
  const judge = (otherwise: Partial<NumberFacts>) =>
    judgeSmsNumbers({ topic, wanted: [right.phone], numbers: [{ ...right, ...otherwise }] }).map(
      ({ severity, what }) => `${severity}: ${what}`,
    );

  test('that is right is not told', () => {
    expect(judge({})).toEqual([]);
  });

  test.each<readonly [string, Partial<NumberFacts>, readonly RegExp[]]>([
    [
      'whose STOP goes nowhere',
      { isTwoWay: false, twoWayTopic: undefined },
      [/^broken: .*goes nowhere: two-way SMS is off/],
    ],
    ['of another stage', { twoWayTopic: `${topic}-2` }, [/^broken: .*goes to \S+:sms-2, not to this stage/]],
    ['for which AWS answers', { isSelfManaged: false }, [/^broken: AWS answers STOP/]],
    ['that is toll-free', { type: 'TOLL_FREE' }, [/^should: .*toll-free: the carrier/]],
    ['that is not registered', { isRegistered: false }, [/^should: .*is not registered/]],
    ['of a country without registration', { isRegistered: false, country: 'DE', type: 'LONG_CODE' }, []],
    ['that waits for its registration', { status: 'PENDING' }, [/^should: .*is PENDING/]],
    ['that is gone', { status: 'DELETED' }, [/^broken: .*is DELETED/]],
    ['for advertisements', { messageType: 'PROMOTIONAL' }, [/^should: .*is for promotional messages/]],
    ['that reaches no telephone', { type: 'SIMULATOR' }, [/^should: .*simulator/]],
  ])('%s', (_, otherwise, then) => {
    expect(judge(otherwise)).toEqual(then.map((each) => expect.stringMatching(each)));
  });

  test('that an app has and the account has not', () => {
    const found = judgeSmsNumbers({ topic, wanted: ['+12065550100'], numbers: [right] });
    expect(found).toMatchObject([
      { severity: 'broken', what: expect.stringContaining('no such number in this region') },
    ]);
  });
});

describe('the account', () => {
  const judge = (...facts: Parameters<typeof judgeSmsAccount>) => judgeSmsAccount(...facts).map(({ what }) => what);

  test('in production with a limit above a dollar is right', () => {
    expect(judge({ tier: 'PRODUCTION', enforced: 500, most: 1000 })).toEqual([]);
    expect(judge({ tier: 'PRODUCTION', enforced: undefined, most: undefined })).toEqual([]);
  });

  test('in the sandbox, or with the limit that every new account has, answers hardly anybody', () => {
    expect(judge({ tier: 'SANDBOX', enforced: 1, most: 1 })).toEqual([
      expect.stringContaining('sandbox (SANDBOX)'),
      expect.stringContaining('at $1 a month.'),
    ]);
    expect(judge({ tier: 'PRODUCTION', enforced: 1, most: 200 })).toEqual([
      expect.stringContaining('it would allow $200'),
    ]);
    expect(judge({ tier: '', enforced: 500, most: 500 })).toEqual([expect.stringContaining('no tier told')]);
  });
});

describe('reading', () => {
  /** AWS End User Messaging SMS, which answers as its API reference shows. */
  async function stageWith(smsNumbers: readonly string[], answers: Readonly<Record<string, object>>): Promise<Stage> {
    const server = createServer((request, response) => {
      const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
      request.resume();
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answers[operation] ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const sms = new PinpointSMSVoiceV2Client({ endpoint, region: 'us-east-1', credentials });
    return {
      clients: { sms },
      stack: { output: () => topic },
      apps: async () => [{ appId: 'acme', smsNumbers }],
    } as unknown as Stage;
  }

  const number = {
    PhoneNumberArn: 'arn:aws:sms-voice:us-east-1:111122223333:phone-number/phone-1',
    PhoneNumberId: 'phone-1',
    PhoneNumber: right.phone,
    Status: 'ACTIVE',
    IsoCountryCode: 'US',
    MessageType: 'TRANSACTIONAL',
    NumberCapabilities: ['SMS'],
    NumberType: 'TEN_DLC',
    MonthlyLeasingPrice: '1.00',
    TwoWayEnabled: true,
    TwoWayChannelArn: topic,
    SelfManagedOptOutsEnabled: true,
    OptOutListName: 'Default',
    DeletionProtectionEnabled: true,
    RegistrationId: 'registration-1',
    CreatedTimestamp: 1_763_640_000,
  };

  test('a right number and a right account are right', async () => {
    const stage = await stageWith([right.phone], {
      DescribePhoneNumbers: { PhoneNumbers: [number] },
      DescribeAccountAttributes: { AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'PRODUCTION' }] },
      DescribeSpendLimits: {
        SpendLimits: [
          { Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 500, MaxLimit: 500, Overridden: false },
          { Name: 'VOICE_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 1, MaxLimit: 1, Overridden: false },
        ],
      },
    });
    expect(await smsNumbersArea.examine(stage)).toEqual([]);
    expect(await smsAccountArea.examine(stage)).toEqual([]);
  });

  test('a wrong number is read as it is', async () => {
    const stage = await stageWith([right.phone], {
      DescribePhoneNumbers: {
        PhoneNumbers: [{ ...number, TwoWayEnabled: false, SelfManagedOptOutsEnabled: false, NumberType: 'TOLL_FREE' }],
      },
      DescribeAccountAttributes: { AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'SANDBOX' }] },
    });
    expect((await smsNumbersArea.examine(stage)).map(({ severity }) => severity)).toEqual([
      'broken',
      'broken',
      'should',
    ]);
    expect((await smsAccountArea.examine(stage)).map(({ severity }) => severity)).toEqual(['should']);
  });

  test('a stage without SMS numbers is not checked, and not called right', async () => {
    const stage = await stageWith([], {});
    await expect(smsNumbersArea.examine(stage)).rejects.toThrow(NotChecked);
    await expect(smsAccountArea.examine(stage)).rejects.toThrow(NotChecked);
  });
});
