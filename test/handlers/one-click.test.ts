import { beforeEach, expect, it } from 'vitest';
import { noon } from '../support/ledger/ledger-bench.ts';
import { ana, type LinkBench, linkBench } from '../support/ledger/linked-person.ts';

/* One click in a mail program (RFC 8058). */

const minute = 60_000;
const day = 86_400_000;
const user = { phone: `+${ana}` };
let bench: LinkBench;
let path: string;
beforeEach(async () => {
  bench = await linkBench();
  path = await bench.link('preference-page');
  bench.setNow(noon + minute);
});

/** Ana opted in on WhatsApp. */
const optIn = (purposes: readonly string[], at = noon) =>
  bench.say({ phone: ana }, { purposes, saidAt: at, provider: true, eventId: `yes-${at}-${purposes}` });
const multipart = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`;
/** As API Gateway passes on a body that is not text for it. */
const clickInBase64 = (body: string, type: string) =>
  bench.call('POST', path, { body, headers: { 'content-type': type }, base64: true });
const click = (body = 'List-Unsubscribe=One-Click', type = 'application/x-www-form-urlencoded') =>
  bench.call('POST', path, { body, headers: { 'content-type': type } });

it.each([
  ['a urlencoded form', 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
  ['a form with a line break', 'List-Unsubscribe=One-Click\r\n', 'application/x-www-form-urlencoded; charset=utf-8'],
  ['multipart', multipart('List-Unsubscribe', 'One-Click'), 'multipart/form-data; boundary=b'],
  ['a body whose type is wrong', 'List-Unsubscribe=One-Click', 'text/plain'],
  ['a body without a type', 'List-Unsubscribe=One-Click', ''],
  ['JSON', '{"List-Unsubscribe": "One-Click"}', 'application/json'],
  ['other letters', 'list-unsubscribe=one-click', 'application/x-www-form-urlencoded;charset=iso-8859-1'],
  ['blanks', ' List-Unsubscribe = One-Click ', 'application/x-www-form-urlencoded'],
  ['percent signs', 'List%2DUnsubscribe=One%2DClick', 'application/x-www-form-urlencoded'],
  ['one field of several', 'a=b&List-Unsubscribe=One-Click&c=d', 'application/x-www-form-urlencoded'],
  ['one line of several', 'a=b\r\nList-Unsubscribe=One-Click\r\n', 'text/plain; charset=utf-8'],
  ['quotes', '"List-Unsubscribe=One-Click"', 'text/plain'],
  ['UTF-16', '\uFEFFList-Unsubscribe=One-Click'.split('').join('\0'), 'text/plain; charset=utf-16'],
  [
    'multipart with headers of its own',
    '--b\r\ncontent-disposition: form-data; name=List-Unsubscribe\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nOne-Click\r\n--b--\r\n',
    'multipart/form-data; boundary="b"',
  ],
])('stops everything: %s', async (_, body, type) => {
  await optIn(['offers', 'orders']);
  const answer = await click(body, type);
  expect(answer.status).toBe(200);
  expect(answer.headers).not.toHaveProperty('location');
  expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  expect(await bench.mayMessage(user, 'orders')).toBe('opted-out');
  expect((await bench.statements(user)).at(-1)).toMatchObject({
    purposes: 'all',
    source: 'preference-page',
    evidence: { text: 'List-Unsubscribe=One-Click' },
  });
});

it('is one act however often it comes, and another one after another yes', async () => {
  await optIn(['offers']);
  for (let n = 2; n < 6; n += 1) {
    bench.setNow(noon + n * minute);
    expect((await click()).status).toBe(200);
  }
  expect(await bench.statements(user)).toHaveLength(2);
  bench.setNow(noon + 8 * minute);
  await optIn(['offers'], noon + 7 * minute);
  expect(await bench.mayMessage(user, 'offers')).toBe('allow');
  expect((await click()).status).toBe(200);
  expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
});

it('is never too often, and never too late', async () => {
  for (let n = 0; n < 40; n += 1) expect((await click()).status).toBe(200);
  bench.setNow(noon + 900 * day);
  await optIn(['offers'], noon + 2 * minute);
  expect((await click()).status).toBe(200);
  expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
});

it.each([
  ['another value', 'List-Unsubscribe=Two-Clicks', 'application/x-www-form-urlencoded'],
  ['another name', 'Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
  ['nothing', '', 'application/x-www-form-urlencoded'],
  ['nothing of no type', '', ''],
  ['a line break', '\r\n', 'text/plain'],
  ['a part of another name', multipart('x', 'One-Click'), 'multipart/form-data; boundary=b'],
  ['a longer value', multipart('List-Unsubscribe', 'One-Clicks'), 'multipart/form-data; boundary=b'],
  ['a longer value of a form', 'List-Unsubscribe=One-Clicks', 'application/x-www-form-urlencoded'],
  ['a name without a value', 'List-Unsubscribe=', 'application/x-www-form-urlencoded'],
  ['JSON of something else', '{"a":1}', 'application/json'],
  ['bytes', '\u0001\u00ff\u00fe\u0000', 'application/octet-stream'],
  ['half of our form', 'act=12345678&shown=offers', 'application/x-www-form-urlencoded'],
])('is not heard in %s, which is refused as such and never looks like success', async (_, body, type) => {
  await optIn(['offers']);
  for (const answer of [await click(body, type), await clickInBase64(body, type)]) {
    expect(answer.status).toBe(400);
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.headers['content-type']).toContain('text/html');
  }
  expect(await bench.mayMessage(user, 'offers')).toBe('allow');
});

it('is heard as API Gateway passes it on in base64', async () => {
  for (const [body, type] of [
    ['List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
    [multipart('List-Unsubscribe', 'One-Click'), 'multipart/form-data; boundary=b'],
  ] as const) {
    await optIn(['offers'], bench.now() - 1000);
    bench.setNow(bench.now() + minute);
    expect((await clickInBase64(body, type)).status).toBe(200);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    bench.setNow(bench.now() + minute);
  }
});

it.each(['HEAD', 'GET'])('is not heard in a %s, which a scanner sends', async (method) => {
  await optIn(['offers']);
  const call = { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect((await bench.call(method, path, call)).status).toBe(200);
  expect((await bench.call(method, `${path}?List-Unsubscribe=One-Click&do=stop`, call)).status).not.toBe(303);
  expect(await bench.mayMessage(user, 'offers')).toBe('allow');
});

it('on an opt-in link does nothing', async () => {
  await optIn(['offers']);
  path = await bench.link('personal-link');
  expect((await click()).status).toBe(422);
  expect(await bench.mayMessage(user, 'offers')).toBe('allow');
});

it('reaches the doubtful form of the number again, after a yes from there', async () => {
  const [mobile, other] = ['5491123456789', '541123456789'];
  path = await bench.link('preference-page', { user: { phone: `+${mobile}` } });
  const yes = (at: number) =>
    bench.say({ phone: other }, { purposes: ['offers'], saidAt: at, provider: true, eventId: `yes-${at}` });
  await yes(noon);
  await click();
  expect(await bench.mayMessage({ phone: `+${other}` }, 'offers')).toBe('opted-out');
  bench.setNow(noon + 3 * minute);
  await yes(noon + 2 * minute);
  expect(await bench.mayMessage({ phone: `+${other}` }, 'offers')).toBe('allow');
  await click();
  expect(await bench.mayMessage({ phone: `+${other}` }, 'offers')).toBe('opted-out');
});

it('covers who is known by a BSUID too, though both became one person after the link was made', async () => {
  const bsuid = 'MX.13491208655302741918';
  await bench.say({ phone: ana }, { purposes: ['orders'], saidAt: noon, eventId: 'a' });
  await bench.say({ bsuid }, { purposes: ['offers'], saidAt: noon, provider: true, eventId: 'b' });
  await bench.say({ phone: ana, bsuid }, { purposes: ['news'], saidAt: noon + minute, provider: true, eventId: 'c' });
  expect(await bench.mayMessage({ bsuid }, 'offers')).toBe('allow');
  bench.setNow(noon + 2 * minute);
  await click();
  for (const known of [{ bsuid }, user]) {
    expect(await bench.mayMessage(known, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(known, 'orders')).toBe('opted-out');
  }
});
