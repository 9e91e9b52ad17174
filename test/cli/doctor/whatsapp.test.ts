import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { judgeWhatsapp, type WhatsappFacts, whatsappArea } from '../../../cli/doctor/areas/whatsapp.ts';
import { NotChecked } from '../../../cli/doctor/finding.ts';
import type { Stage } from '../../../cli/doctor/stage.ts';

const own = [
  'https://a1.execute-api.eu-west-1.amazonaws.com/webhooks/whatsapp',
  'https://in.example/webhooks/whatsapp',
];
const right: WhatsappFacts = {
  appId: 'acme',
  phoneNumberId: '106',
  wabaId: '102',
  isAllowed: true,
  isSeen: true,
  subscribers: 1,
  callbacks: { app: own[1] },
};
const elsewhere = 'https://elsewhere.example/hook';

describe('the wiring of a number', () => {
  const judge = (otherwise: Partial<WhatsappFacts>) =>
    judgeWhatsapp({ own, apps: [{ ...right, ...otherwise }] }).map(({ severity, what }) => `${severity}: ${what}`);

  test.each<readonly [string, Partial<WhatsappFacts>, readonly RegExp[]]>([
    ['right by the domain', {}, []],
    ["right by the API's own address", { callbacks: { app: own[0] } }, []],
    [
      'what Meta does not tell is not called wrong',
      { isSeen: undefined, subscribers: undefined, callbacks: undefined },
      [],
    ],
    [
      'the token may not see the account',
      { isAllowed: false, isSeen: undefined },
      [/^broken: Meta does not let the access token/],
    ],
    ['the number is not of the account', { isSeen: false }, [/^broken: The business account 102 has no number 106/]],
    ['nobody is subscribed', { subscribers: 0 }, [/^broken: No app in Meta gets the webhooks/]],
    ['webhooks go elsewhere', { callbacks: { app: elsewhere } }, [/^broken: .*go to https:\/\/elsewhere/]],
    ['webhooks go nowhere', { callbacks: {} }, [/^broken: .*go nowhere/]],
    ['the number goes elsewhere', { callbacks: { number: elsewhere, app: own[1] } }, [/^broken: .*elsewhere/]],
    ['the account goes elsewhere', { callbacks: { account: elsewhere, app: own[1] } }, [/^broken: .*elsewhere/]],
    [
      'only the number comes here: preferences do not',
      { callbacks: { number: own[1], app: elsewhere } },
      [/^should: .*preferences always go to the app's own URL/],
    ],
    ['the path is another', { callbacks: { app: 'https://in.example/webhooks' } }, [/^broken/]],
  ])('%s', (_, otherwise, then) => {
    expect(judge(otherwise)).toEqual(then.map((each) => expect.stringMatching(each)));
  });
});

describe('reading', () => {
  type Answers = Readonly<Record<string, readonly [status: number, body: object]>>;

  /** The Graph API, which answers as its reference shows. */
  async function stageWith(answers: Answers, secret = { accessToken: 'EAAJ-0123456789abcdef' }): Promise<Stage> {
    const server = createServer((request, response) => {
      const [status, body] = answers[(request.url ?? '').split('?')[0] ?? ''] ?? [500, {}];
      response.writeHead(request.headers.authorization === 'Bearer EAAJ-0123456789abcdef' ? status : 401);
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
    const graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v26.0`;
    return {
      clients: { secrets: { send: async () => ({ SecretString: JSON.stringify(secret) }) } },
      stack: { output: () => 'https://a1.execute-api.eu-west-1.amazonaws.com' },
      functions: async () => [
        { environment: { META_GRAPH_URL: graphUrl, PUBLIC_URL: 'https://in.example', WHATSAPP_ACCESS_SECRET: 's' } },
      ],
      apps: async () => [
        { appId: 'acme', whatsapp: { phoneNumberId: '106', phone: '+1', wabaId: '102' }, smsNumbers: [] },
      ],
    } as unknown as Stage;
  }

  const answers = {
    '/v26.0/102/phone_numbers': [200, { data: [{ id: '106' }] }],
    '/v26.0/102/subscribed_apps': [200, { data: [{ whatsapp_business_api_data: { id: '670', name: 'Acme' } }] }],
    '/v26.0/106': [200, { id: '106', webhook_configuration: { application: own[1] } }],
  } as const satisfies Answers;

  test('what is right is right', async () => {
    expect(await whatsappArea.examine(await stageWith(answers))).toEqual([]);
  });

  test('what is wrong is read as it is', async () => {
    const stage = await stageWith({
      '/v26.0/102/phone_numbers': [200, { data: [{ id: '107' }] }],
      '/v26.0/102/subscribed_apps': [200, { data: [] }],
      '/v26.0/106': [200, { webhook_configuration: { application: own[1], phone_number: elsewhere } }],
    });
    expect((await whatsappArea.examine(stage)).map(({ severity }) => severity)).toEqual(['broken', 'broken', 'broken']);
  });

  test('a token that Meta refuses is broken', async () => {
    const refused = { error: { code: 190, message: 'Invalid OAuth access token', type: 'OAuthException' } };
    const stage = await stageWith({ ...answers, '/v26.0/102/phone_numbers': [401, refused] });
    expect(await whatsappArea.examine(stage)).toMatchObject([{ severity: 'broken' }]);
  });

  test.each<readonly [string, Answers, { accessToken: string } | undefined]>([
    ['Meta is down', {}, undefined],
    ['the token is no token', answers, { accessToken: '' }],
    ['Meta has too much to do', { '/v26.0/102/phone_numbers': [400, { error: { code: 4 } }] }, undefined],
  ])('nothing is said when %s', async (_, given, secret) => {
    await expect(whatsappArea.examine(await stageWith(given, secret))).rejects.toThrow(NotChecked);
  });
});
