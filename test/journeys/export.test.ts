import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ago, openShop, type Shop, written } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { delivery, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('webhook'))('an export', () => {
  it('holds everybody who may get the purpose and nobody else, in files that prove themselves', async () => {
    const shop = await openShop('export');
    const people = Array.from({ length: 30 }, (_, index) => shop.person(`Person ${index}`));
    // The last six are known by their account only.
    const users = people.map(({ phone, bsuid }, index) => (index < 24 ? { phone } : { bsuid }));
    const optIns = await shop.post('opt-ins/bulk', {
      items: users.map((user, index) => ({
        user,
        purposes: ['offers'],
        saidAt: written(ago(20)),
        source: 'import',
        by: 'data-subject',
        evidence: { noticeId: 'summer', noticeVersion: 3, documentRef: `=list-${index}` },
      })),
    });
    const userIds = rowsOf(optIns).map(({ body }) => String((body as Json).userId));
    expect(new Set(userIds).size).toBe(30);

    // Three stop, one of them by account; two stop marketing in WhatsApp; one writes and has an open window.
    const [ana, eva, ida, oda, ute] = people.slice(0, 5) as [Person, Person, Person, Person, Person];
    await shop.hear(
      textMessage(ana.waId, 'wamid.1', ago(4), 'STOP'),
      textMessage(eva.waId, 'wamid.2', ago(4), 'ALTO'),
      {
        id: 'wamid.3',
        timestamp: String(ago(4) / 1000),
        type: 'text',
        text: { body: 'STOP' },
        from_user_id: people[29]?.bsuid,
      },
      textMessage(ute.waId, 'wamid.4', ago(4), 'hola'),
    );
    await target.whatsapp(delivery(...[ida, oda].map(({ waId }) => marketingStop(shop, waId))));
    const stopped = [userIds[0], userIds[1], userIds[29]];
    const paused = [userIds[2], userIds[3]];
    const expected = userIds.filter((userId) => ![...stopped, ...paused].includes(userId));

    const asked = await shop.post('exports', { purpose: 'offers' });
    expect(asked).toMatchObject({ status: 202, body: { purpose: 'offers', status: 'queued' } });
    const finished = await completed(shop, String(asked.body.exportId));
    expect(finished).toMatchObject({ counts: { rows: 25, excluded: { 'platform-stop': 2 } } });
    const files = await download(finished);

    // CSV, JSONL and manifest say the same, and are what the checksums say.
    const lines = gunzipSync(files.csv).toString().trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'userId,phone,bsuid,purpose,optedInAt,source,noticeId,noticeVersion,expiresAt,windowOpenUntil,statementId',
    );
    const jsonl = gunzipSync(files.jsonl)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    expect(jsonl.map(({ userId }) => userId).sort()).toEqual(expected.toSorted());
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(jsonl.map(({ userId }) => userId));
    expect(jsonl.find(({ userId }) => userId === userIds[4])).toEqual({
      userId: userIds[4],
      phone: ute.phone.slice(1),
      purpose: 'offers',
      optedInAt: expect.stringMatching(/Z$/),
      source: 'import',
      noticeId: 'summer',
      noticeVersion: '3',
      windowOpenUntil: expect.stringMatching(/Z$/),
      statementId: expect.stringMatching(/^stm_/),
    });
    const byAccount = jsonl.filter(({ phone }) => phone === undefined).map(({ bsuid }) => bsuid);
    expect(byAccount.sort()).toEqual(
      people
        .slice(24, 29)
        .map(({ bsuid }) => bsuid)
        .sort(),
    );
    expect(JSON.parse(files.manifest.toString())).toMatchObject({
      exportId: asked.body.exportId,
      appId: shop.appId,
      purpose: 'offers',
      closedAt: finished.closedAt,
      counts: { rows: 25, excluded: { 'platform-stop': 2 } },
      files: [files.csv, files.jsonl].map((bytes) => ({ bytes: bytes.length, sha256: sha256(bytes) })),
    });

    // Who queues messages asks who withdrew since.
    const withdrawals = rowsOf(await shop.get(`withdrawals?since=${written(ago(60))}`));
    const whoWithdrew = (why: string) =>
      withdrawals
        .filter((each) => each.why === why)
        .map(({ userId }) => userId)
        .sort();
    expect(whoWithdrew('opt-out')).toEqual(stopped.toSorted());
    expect(whoWithdrew('platform-stop')).toEqual(paused.toSorted());

    expect(rowsOf(await shop.get(`withdrawals?since=${written(ago(-60))}`))).toEqual([]);

    // One more stop, one more export: it shrinks by one, and the list has both, the newest first.
    await shop.hear(textMessage(ute.waId, 'wamid.5', ago(3), 'BAJA'));
    const again = await shop.post('exports', { purpose: 'offers' });
    const second = await completed(shop, String(again.body.exportId));
    expect(second).toMatchObject({ counts: { rows: 24 } });
    expect(gunzipSync((await download(second)).jsonl).toString()).not.toContain(String(userIds[4]));
    expect(rowsOf(await shop.get('exports')).map(({ exportId }) => exportId)).toEqual([
      again.body.exportId,
      asked.body.exportId,
    ]);
    expect(await shop.post('exports', { purpose: 'ofers' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/purpose' }] },
    });
    expect(await shop.get('exports/exp_0')).toMatchObject({ status: 404 });
  });
});

type Person = ReturnType<Shop['person']>;

const completed = (shop: Shop, exportId: string): Promise<Json> =>
  eventually(async () => {
    const { body } = await shop.get(`exports/${exportId}`);
    expect(body.status).toBe('completed');
    return body;
  });

/** The three files through their links, each checked against the checksum and size that the API gives. */
async function download(finished: Json): Promise<{ csv: Buffer; jsonl: Buffer; manifest: Buffer }> {
  const [csv, jsonl, manifest] = await Promise.all(['csv', 'jsonl', 'manifest'].map((name) => one(name)));
  return { csv, jsonl, manifest } as { csv: Buffer; jsonl: Buffer; manifest: Buffer };

  async function one(name: string): Promise<Buffer> {
    const { status, bytes } = await target.fetchFile(String((finished.links as Json)[name]));
    expect(status).toBe(200);
    expect((finished.files as Json)[name]).toEqual({ bytes: bytes.length, sha256: sha256(bytes) });
    return bytes;
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const marketingStop = (shop: Shop, waId: string): object => ({
  field: 'user_preferences',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: shop.phoneNumberId },
    user_preferences: [{ wa_id: waId, category: 'marketing_messages', value: 'stop', timestamp: ago(4) / 1000 }],
  },
});
