import { beforeAll, describe, expect, inject, it } from 'vitest';
import { dataOf, eachOf } from '../../client/src/index.ts';
import { documentedOperations } from '../support/api/api-document.ts';
import { startReceiver } from '../support/callbacks/loopback-receiver.ts';
import { answeredOperations } from '../support/journeys/client.ts';
import { ago, shopOf, written } from '../support/journeys/shop.ts';
import { eventually, journeyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

// The client holds every answer against the document (test/support/journeys/client.ts), so driving an operation tests its answer, too.
const target = journeyTarget();
const client = target.client();
const isLocal = inject('journey').local !== undefined;
const shop = shopOf('every-operation', {}, target);
const { appId } = shop;
const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
const path = { appId };
const params = { path };

beforeAll(() => answeredOperations.clear());

// Each goes on where the one before it ended.
describe('the whole API by its client', { concurrent: false }, () => {
  it('makes an app and changes it', async () => {
    expect(await dataOf(client.GET('/health'))).toBeDefined();
    const { settings } = shop;
    await dataOf(
      client.POST('/v1/apps', {
        body: {
          appId,
          displayName: String(settings.displayName),
          smsName: String(settings.smsName),
          locale: 'es-MX',
          timeZone: 'America/Mexico_City',
          whatsapp: settings.whatsapp as { phoneNumberId: string; phone: string; wabaId: string },
          purposes: [
            { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
            { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
          ],
        },
      }),
    );
    const changed = await dataOf(client.PATCH('/v1/apps/{appId}', { params, body: { displayName: 'Luna' } }));
    expect(await dataOf(client.GET('/v1/apps/{appId}', { params }))).toEqual(changed);
    const names: string[] = [];
    for await (const app of eachOf((next) => client.GET('/v1/apps', { params: { query: { limit: 100, ...next } } }))) {
      names.push(app.displayName);
    }
    expect(names).toContain('Luna');
  });

  it('records what people said, answers whether they may be messaged, and shows them', async () => {
    const yes = {
      purposes: ['offers', 'order-updates'],
      saidAt: written(ago(10)),
      source: 'paper' as const,
      by: 'data-subject' as const,
      evidence: { documentRef: 'A-1179', operator: 'till 4' },
    };
    const header = { 'Idempotency-Key': 'form-A-1179' };
    const optIn = () =>
      client.POST('/v1/apps/{appId}/opt-ins', {
        params: { path, header },
        body: { ...yes, user: { phone: ana.phone } },
      });
    const { userId, outcomes } = await dataOf(optIn());
    expect(outcomes.map(({ applied }) => applied)).toEqual([true, true]);
    const { response } = await optIn();
    expect([response.status, response.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    const many = await dataOf(
      client.POST('/v1/apps/{appId}/opt-ins/bulk', {
        params,
        body: {
          items: [
            { ...yes, user: { phone: eva.phone } },
            { ...yes, user: { phone: '55 1234' } },
          ],
        },
      }),
    );
    expect(many.data.map(({ status }) => status)).toEqual([201, 422]);

    const question = { user: { waId: ana.waId }, purpose: 'offers', message: 'template' as const };
    const { decision, reasons } = await dataOf(client.POST('/v1/apps/{appId}/eligibility', { params, body: question }));
    expect([decision, reasons[0]?.code]).toEqual(['allow', 'opted-in']);

    const no = { saidAt: written(ago(5)), source: 'call-centre' as const, by: 'data-subject' as const };
    const optOut = { ...no, user: { userId }, purposes: ['offers'] };
    await dataOf(client.POST('/v1/apps/{appId}/opt-outs', { params, body: optOut }));
    const stops = { items: [{ ...no, user: { phone: eva.phone }, purposes: 'all' as const }] };
    await dataOf(client.POST('/v1/apps/{appId}/opt-outs/bulk', { params, body: stops }));
    const answers = await dataOf(
      client.POST('/v1/apps/{appId}/eligibility/bulk', {
        params,
        body: { items: [question, { ...question, message: 'free-form' }] },
      }),
    );
    expect(answers.data.map(({ body }) => 'decision' in body && body.decision)).toEqual(['deny', 'deny']);

    const brake = { user: { phone: eva.phone }, reason: 'Settled on the phone', operator: 'till 4' };
    const held = await dataOf(client.POST('/v1/apps/{appId}/suppressions', { params, body: brake }));
    expect(held.suppressions.map(({ reason }) => reason)).toEqual(['administrative']);
    await dataOf(client.POST('/v1/apps/{appId}/suppressions/lift', { params, body: brake }));

    const found = await dataOf(client.POST('/v1/apps/{appId}/users/search', { params, body: { phone: ana.phone } }));
    expect(found.userId).toBe(userId);
    const user = { path: { appId, userId } };
    expect(await dataOf(client.GET('/v1/apps/{appId}/users/{userId}', { params: user }))).toEqual(found);
    const statements: string[] = [];
    const ledger = '/v1/apps/{appId}/users/{userId}/statements';
    for await (const entry of eachOf((next) =>
      client.GET(ledger, { params: { ...user, query: { limit: 1, ...next } } }),
    )) {
      if (entry.kind === 'statement') statements.push(entry.action);
    }
    expect(statements).toEqual(['granted', 'revoked']);
    const timeline = await dataOf(client.GET('/v1/apps/{appId}/users/{userId}/timeline', { params: user }));
    expect(timeline.data.flatMap(({ decides }) => decides).toSorted()).toEqual(['offers', 'order-updates']);
    const sends = await dataOf(client.GET('/v1/apps/{appId}/users/{userId}/sends', { params: user }));
    expect(sends).toEqual({ data: [], nextCursor: null });
    const sender = await target.call('POST', '/v1/keys', { name: 's', scopes: ['messages:send'], apps: [appId] });
    const message = { messaging_product: 'whatsapp', to: ana.phone, type: 'text', text: { body: 'Hola' } };
    await target.call('POST', `/v23.0/${shop.phoneNumberId}/messages`, message, { key: String(sender.body.key) });
    const decisions = await dataOf(client.GET('/v1/apps/{appId}/users/{userId}/gate-decisions', { params: user }));
    expect(await dataOf(client.GET('/v1/apps/{appId}/gate-decisions', { params }))).toEqual(decisions);
    const [{ decisionId = '' } = {}] = decisions.data;
    const one = { params: { path: { appId, decisionId } } };
    expect(await dataOf(client.GET('/v1/apps/{appId}/gate-decisions/{decisionId}', one))).toEqual(decisions.data[0]);
    const asked = await dataOf(client.GET('/v1/apps/{appId}/unclear-stops', { params }));
    expect(asked).toEqual({ data: [], nextCursor: null });
    const handover = '/v1/apps/{appId}/users/{userId}/handover';
    const { until } = await dataOf(client.PUT(handover, { params: user }));
    const waiting = await dataOf(client.GET('/v1/apps/{appId}/handovers', { params }));
    expect(waiting.data).toMatchObject([{ userId, until, cause: 'business' }]);
    await client.DELETE(handover, { params: user });
    const needed = await dataOf(client.GET('/v1/apps/{appId}/attention', { params }));
    // What is nobody's is everybody's to look at, and other journeys leave some.
    expect(needed.data.filter(({ kind }) => kind !== 'kept-aside')).toEqual([]);
    const since = written(ago(60));
    const withdrawn: string[] = [];
    for await (const row of eachOf((next) =>
      client.GET('/v1/apps/{appId}/withdrawals', { params: { path, query: { since, ...next } } }),
    ))
      withdrawn.push(row.why);
    expect(withdrawn).toEqual(['opt-out', 'opt-out']);
    await eventually(async () => {
      const query = { consent: 'opted-in', purpose: 'order-updates' } as const;
      const { data } = await dataOf(client.GET('/v1/apps/{appId}/users', { params: { path, query } }));
      expect(data.map((each) => each.userId)).toEqual([userId]);
    });
  });

  it('publishes a notice, and makes points and links that show it', async () => {
    const query = { locale: 'es', privacyUrl: 'https://shop.example/privacy' };
    const starter = await dataOf(client.GET('/v1/apps/{appId}/notices/starter', { params: { path, query } }));
    await dataOf(
      client.POST('/v1/apps/{appId}/notices/lint', {
        params,
        body: { document: { kind: 'notice', texts: starter.texts } },
      }),
    );
    const { noticeId, version } = await dataOf(client.POST('/v1/apps/{appId}/notices', { params, body: starter }));
    await dataOf(client.GET('/v1/apps/{appId}/notices', { params }));
    const draft = { noticeId, greetings: [{ locale: 'es', text: 'Hola, somos Luna.' }] };
    const asking = await dataOf(client.POST('/v1/apps/{appId}/automated-message/preview', { params, body: draft }));
    expect(asking.texts[0]?.buttons).toHaveLength(3);
    await dataOf(client.GET('/v1/apps/{appId}/notices/{noticeId}', { params: { path: { appId, noticeId } } }));
    const published = { path: { appId, noticeId, version: String(version) } };
    await dataOf(client.GET('/v1/apps/{appId}/notices/{noticeId}/versions/{version}', { params: published }));
    await dataOf(client.GET('/v1/apps/{appId}/template-texts', { params: { path, query: { locale: 'es' } } }));

    const shown = { notice: { noticeId }, purposes: ['offers'] };
    const makePoint = (kind: 'link' | 'personal-link') =>
      dataOf(client.POST('/v1/apps/{appId}/points', { params, body: { kind, name: `The ${kind}`, ...shown } }));
    const { pointId } = await makePoint('link');
    const point = { path: { appId, pointId } };
    const greeting = { greeting: 'Hola, quiero saber más' };
    await dataOf(client.PATCH('/v1/apps/{appId}/points/{pointId}', { params: point, body: greeting }));
    await dataOf(client.GET('/v1/apps/{appId}/points/{pointId}', { params: point }));
    const counted = await dataOf(client.GET('/v1/apps/{appId}/points/{pointId}/counts', { params: point }));
    expect(counted).toMatchObject({ steps: ['shown', 'ticked', 'sentToChat', 'confirmed'], lostAt: null });
    const ofApp = await dataOf(client.GET('/v1/apps/{appId}/counts', { params }));
    expect(ofApp.days).toHaveLength(30);
    expect(ofApp.now?.purposes.map(({ purposeId }) => purposeId)).toContain('offers');
    expect((await dataOf(client.GET('/v1/apps/{appId}/points', { params }))).data).toHaveLength(1);
    const svg = await dataOf(
      client.GET('/v1/apps/{appId}/points/{pointId}/qr.svg', { params: point, parseAs: 'text' }),
    );
    expect(svg).toMatch(/^<svg|^<\?xml/);
    const png = client.GET('/v1/apps/{appId}/points/{pointId}/qr.png', { params: point, parseAs: 'arrayBuffer' });
    expect(
      Buffer.from(await dataOf(png))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const poster = await client.GET('/v1/apps/{appId}/points/{pointId}/poster.svg', { params: point });
    expect(poster.error).toMatchObject({ status: 410, code: 'moved' });
    const metaLink = '/v1/apps/{appId}/points/{pointId}/meta-link';
    await dataOf(client.POST(metaLink, { params: point }));
    await dataOf(client.GET('/v1/apps/{appId}/meta-links', { params }));
    await dataOf(client.DELETE(metaLink, { params: point }));
    const words = { signupMessage: 'Offers from Luna. Reply STOP to stop.', locale: 'en' };
    const signup = await dataOf(
      client.POST('/v1/apps/{appId}/signups', {
        params,
        body: {
          ...words,
          ...{ name: 'Till', purposes: ['offers'], confirmationMessage: 'Welcome!', acceptTerms: true },
          privacyPolicyUrl: 'https://acme.example/privacy',
        },
      }),
    );
    const ofSignup = { path: { ...params.path, signupId: signup.signupId } };
    await dataOf(client.GET('/v1/apps/{appId}/signups', { params }));
    await dataOf(client.GET('/v1/apps/{appId}/signups/{signupId}', { params: ofSignup }));
    await dataOf(
      client.PATCH('/v1/apps/{appId}/signups/{signupId}', { params: ofSignup, body: { status: 'disabled' } }),
    );

    await dataOf(client.POST('/v1/apps/{appId}/templates/refresh', { params }));
    const [template] = (await dataOf(client.GET('/v1/apps/{appId}/templates', { params }))).data;
    const named = { path: { appId, templateId: template?.templateId ?? '' } };
    await dataOf(
      client.PATCH('/v1/apps/{appId}/templates/{templateId}', { params: named, body: { purpose: 'order-updates' } }),
    );
    expect(await dataOf(client.GET('/v1/apps/{appId}/templates/{templateId}', { params: named }))).toMatchObject({
      purpose: 'order-updates',
    });

    const personal = await makePoint('personal-link');
    const link = { user: { phone: ana.phone }, pointId: personal.pointId };
    await dataOf(client.POST('/v1/apps/{appId}/personal-links', { params, body: link }));
    const links = await dataOf(
      client.POST('/v1/apps/{appId}/personal-links/bulk', { params, body: { items: [link] } }),
    );
    expect(links.data.map(({ status }) => status)).toEqual([201]);

    const { quickReplies } = await dataOf(
      client.POST('/v1/apps/{appId}/prompts', {
        params,
        body: {
          user: { phone: ana.phone },
          noticeId,
          noticeVersion: version,
          noticeLocale: starter.texts[0]?.locale ?? '',
          purposes: ['offers'],
        },
      }),
    );
    expect(quickReplies.yes).toMatch(/^optledger:p:/);
  });

  it('says what a menu says, and makes addresses for calls', async () => {
    const { data: notices } = await dataOf(client.GET('/v1/apps/{appId}/notices', { params }));
    const noticeId = notices[0]?.noticeId ?? '';
    const telephone = { numbers: [{ phone: '+12125550199' }], noticeId };
    await dataOf(client.PATCH('/v1/apps/{appId}', { params, body: { telephone } }));
    const spoken = await dataOf(client.GET('/v1/apps/{appId}/spoken-notice', { params: { path, query: {} } }));
    expect(spoken.noticeId).toBe(noticeId);
    const { hookId } = await dataOf(
      client.POST('/v1/apps/{appId}/call-hooks', { params, body: { provider: 'exotel' } }),
    );
    const hook = { path: { appId, hookId } };
    await dataOf(client.GET('/v1/apps/{appId}/call-hooks', { params }));
    await dataOf(client.POST('/v1/apps/{appId}/call-hooks/{hookId}/rotate', { params: hook, body: {} }));
    await dataOf(client.DELETE('/v1/apps/{appId}/call-hooks/{hookId}', { params: hook }));
  });

  it('manages callback addresses, where there is a receiver', async () => {
    await dataOf(client.GET('/v1/event-types'));
    const receiver = await startReceiver();
    const made = await client.POST('/v1/apps/{appId}/callbacks', { params, body: { url: receiver.url, types: 'all' } });
    // Deployed code takes no address on this machine, whoever asks.
    expect(made.response.status).toBe(isLocal ? 201 : 422);
    const { endpointId } = made.data ?? { endpointId: 'ep_0000000000000000' };
    const of = { params: { path: { appId, endpointId } } };
    const one = '/v1/apps/{appId}/callbacks/{endpointId}';
    await dataOf(client.GET('/v1/apps/{appId}/callbacks', { params }));
    const tested = await client.POST(`${one}/test`, { ...of, body: { type: 'user.opted_out' } });
    const { deliveryId } = tested.data ?? { deliveryId: 'dlv_eVhvUm03RWZIRWwjMw' };
    const answers = [
      await client.GET(one, of),
      await client.PATCH(one, { ...of, body: { description: 'CRM' } }),
      await client.POST(`${one}/rotate`, { ...of, body: {} }),
      await client.GET(`${one}/secret`, of),
      await client.GET(`${one}/deliveries`, of),
      await client.GET(`${one}/deliveries/{deliveryId}`, { params: { path: { appId, endpointId, deliveryId } } }),
      await client.POST(`${one}/replay`, { ...of, body: { deliveryIds: [deliveryId] } }),
      await client.DELETE(one, of),
    ];
    const right = isLocal ? [200, 200, 200, 200, 200, 200, 200, 204] : answers.map(() => 404);
    expect(answers.map(({ response }) => response.status)).toEqual(right);
    await receiver.stop();
  });

  it('exports, once and by a schedule', async () => {
    const { exportId } = await dataOf(
      client.POST('/v1/apps/{appId}/exports', { params, body: { purpose: 'order-updates' } }),
    );
    const exported = { path: { appId, exportId } };
    await eventually(async () => {
      const { status } = await dataOf(client.GET('/v1/apps/{appId}/exports/{exportId}', { params: exported }));
      expect(status).toBe('completed');
    });
    expect((await dataOf(client.GET('/v1/apps/{appId}/exports', { params }))).data).toHaveLength(1);
    const monthly = { purpose: 'offers', name: 'Monthly', expression: 'cron(0 6 1 * ? *)' };
    const { scheduleId } = await dataOf(client.POST('/v1/apps/{appId}/export-schedules', { params, body: monthly }));
    const schedule = { path: { appId, scheduleId } };
    const one = '/v1/apps/{appId}/export-schedules/{scheduleId}';
    await dataOf(client.PATCH(one, { params: schedule, body: { paused: true } }));
    await dataOf(client.GET(one, { params: schedule }));
    await dataOf(client.GET('/v1/apps/{appId}/export-schedules', { params }));
    await dataOf(client.DELETE(one, { params: schedule }));
  });

  it('tries a file, applies it and undoes it', async () => {
    const file = `Phone\n${shop.person('Imported').phone}\n`;
    const made = await shop.post('imports', { kind: 'opt-ins', fileName: 'a.csv', size: Buffer.byteLength(file) });
    const { importId, upload } = made.body as {
      readonly importId: string;
      readonly upload: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
    };
    const at = `/v1/apps/${appId}/imports/${importId}`;
    const inState = (state: string) =>
      eventually(async () => expect((await target.call('GET', at)).body.state).toBe(state));
    const asFile = { headers: { 'content-type': 'text/csv' } };
    expect((await target.call('PUT', `${at}/file`, { in: 'a call' }, asFile)).status).toBe(200);
    expect(await target.sendFile(upload.url, upload.headers, file)).toBe(200);
    const mapping = { columns: { phone: 'Phone' }, date: written(ago(60)), purposes: ['offers'] };
    expect((await target.call('POST', `${at}/dry-run`, mapping)).status).toBe(202);
    await inState('previewed');
    const attested = { operator: 'Ada', documentRef: 'A-1', dryRun: 1, confirms: true };
    expect((await target.call('POST', `${at}/apply`, attested)).status).toBe(202);
    await inState('applied');
    expect((await target.call('POST', `${at}/undo`, { operator: 'Ada', reason: 'A try.' })).status).toBe(202);
    await inState('undone');
    expect((await shop.get('imports')).status).toBe(200);
  });

  it('makes, changes, rotates and revokes keys', async () => {
    const { keyId } = await dataOf(
      client.POST('/v1/keys', { body: { name: 'till', scopes: ['apps:read'], apps: [appId] } }),
    );
    const params = { path: { keyId } };
    await dataOf(client.PATCH('/v1/keys/{keyId}', { params, body: { ratePerSecond: 800 } }));
    await dataOf(client.POST('/v1/keys/{keyId}/rotate', { params, body: { graceSeconds: 60 } }));
    await dataOf(client.GET('/v1/keys'));
    await dataOf(client.DELETE('/v1/keys/{keyId}', { params }));
  });

  it('says who calls, how people sign in, and what was done', async () => {
    expect((await dataOf(client.GET('/v1/me'))).kind).toBe('key');
    expect((await dataOf(client.GET('/v1/sign-in'))).method).toBe('keys');
    const rules = await dataOf(client.GET('/v1/country-rules'));
    expect(rules.data.map(({ ruleId }) => ruleId)).toContain('us-marketing');
    const query = { app: appId, limit: 100 };
    const { data } = await dataOf(client.GET('/v1/audit', { params: { query } }));
    expect(data.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['createApp', 'getExport']));
    // No stage of the journeys has a user pool.
    const person = { params: { path: { personId: 'person_aaaaaaaaaaaaaaaa' } } };
    const body = { email: 'ana@acme.example', role: 'auditor' as const, apps: 'all' as const };
    const answers = [
      await client.POST('/v1/people', { body }),
      await client.GET('/v1/people'),
      await client.PATCH('/v1/people/{personId}', { ...person, body: { role: 'support' } }),
      await client.DELETE('/v1/people/{personId}', person),
    ];
    expect(answers.map(({ response }) => response.status)).toEqual([409, 409, 409, 409]);
  });

  it.skipIf(target.lacks('webhook'))(
    'lists what was kept aside, hears it again, and records a no that is in it',
    async () => {
      const odd = { ...textMessage(eva.waId, 'wamid.odd', ago(3), 'x'), type: 'hologram', text: { body: 1 } };
      expect(await shop.hear(odd)).toBe(200);
      const kept = await eventually(async () => {
        for await (const each of eachOf((next) =>
          client.GET('/v1/apps/{appId}/kept-aside', { params: { path, query: next } }),
        ))
          if (each.receivedBy === shop.phoneNumberId) return each;
        throw new Error('Nothing waits yet.');
      });
      const of = { params: { path: { appId, asideId: kept.asideId } } };
      const heard = await dataOf(client.POST('/v1/apps/{appId}/kept-aside/{asideId}/hear', of));
      expect(heard).toEqual({ came: 'kept', why: 'unknown-message-type' });
      const no = await dataOf(client.POST('/v1/apps/{appId}/kept-aside/{asideId}/no', { ...of, body: {} }));
      expect(no.data.map((each) => each.appId)).toEqual([appId]);
    },
  );

  it('has gone through every operation of the document', () => {
    // Nothing is kept aside of a stage that nobody can write to.
    const acts = target.lacks('webhook') ? ['listKeptAside', 'hearKeptAside', 'recordKeptNo'] : [];
    // Nor has a deployed stage a callback address, which no machine of the tests can be: there they are refused, above.
    const ofAnAddress = (method: string, path: string) =>
      !isLocal && (path.includes('/callbacks/') || (method === 'post' && path.endsWith('/callbacks')));
    const all = documentedOperations
      .filter(({ method, path }) => !ofAnAddress(method, path))
      .map(({ operation }) => String(operation.operationId))
      .toSorted();
    expect([...answeredOperations].toSorted()).toEqual(all.filter((id) => !acts.includes(id)));
  });
});
