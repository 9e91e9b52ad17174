import { describe, expect, it } from 'vitest';
import { operationOf, undocumented } from '../../support/api/api-document.ts';

const path = '/v1/apps/acme/eligibility';
const requestId = 'JKJaXmPLvHcESHA=';
const good = {
  decision: 'deny',
  decidedAt: '2026-11-21T10:02:00.120Z',
  reasons: [{ code: 'never-asked', detail: 'Nothing is recorded of this person for this purpose.' }],
  holdsUntil: null,
  wouldChange: ['The person opts in.'],
  consent: { state: 'never-asked' },
};
const problem = {
  type: '/docs/problems#not-found',
  title: 'Nothing is here',
  status: 404,
  detail: 'There is no such app.',
  code: 'not-found',
  requestId,
};
const json = { 'content-type': 'application/json' };
const problemJson = { 'content-type': 'application/problem+json' };
const faults = (status: number, body: unknown, headers: object = json) =>
  undocumented('POST', path, { status, headers: headers as Record<string, unknown>, body }).join('\n');

describe('an answer', () => {
  it('as the document has it has no fault', () => {
    expect(faults(200, good)).toBe('');
    expect(faults(404, problem, problemJson)).toBe('');
    expect(faults(401, { message: 'Unauthorized' })).toBe('');
  });

  it.each([
    ['a status', 204, undefined, json, 'no such status'],
    ['a type', 200, 'yes', { 'content-type': 'text/plain' }, 'no text/plain there'],
    ['no body', 200, undefined, json, 'must be object'],
    ['a field too much', 200, { ...good, phone: '+525512345678' }, json, '"additionalProperty":"phone"'],
    ['one deeper', 200, { ...good, consent: { ...good.consent, why: 'x' } }, json, '"additionalProperty":"why"'],
    ['a field too few', 200, { ...good, decidedAt: undefined }, json, '"missingProperty":"decidedAt"'],
    ['another word', 200, { ...good, decision: 'maybe' }, json, '/decision'],
    ['another form of time', 200, { ...good, decidedAt: '21 November 2026' }, json, '/decidedAt must match format'],
    ['a code of another status', 404, { ...problem, code: 'already-exists' }, problemJson, '/code'],
    ['a field in a problem', 404, { ...problem, stack: 'at …' }, problemJson, '"additionalProperty":"stack"'],
    ['a problem where it is none', 404, problem, json, 'must'],
  ])('with %s has one', (_, status, body, headers, fault) => {
    expect(faults(status, body, headers)).toContain(fault);
  });

  it('to an item of a bulk call is looked at like the answer of a call', () => {
    const item = (body: object) =>
      undocumented('POST', `${path}/bulk`, { status: 200, headers: json, body: { data: [{ status: 200, body }] } });
    expect(item(good)).toEqual([]);
    expect(item({ ...good, phone: '+525512345678' }).join()).toContain('phone');
  });
});

describe('the operation of a request', () => {
  it.each([
    ['GET', '/v1/apps/acme/users?limit=1', 'listUsers'],
    ['HEAD', '/v1/apps/acme/users', 'listUsers'],
    ['GET', '/v1/apps/acme/notices/starter', 'getStarterNotice'],
    ['GET', '/v1/apps/acme/notices/other', 'getNotice'],
    ['GET', '/v1/apps/acme/nothing', undefined],
    ['GET', '/l/abc', undefined],
  ])('%s %s', (method, target, id) => {
    expect(operationOf(method, target)?.operation.operationId).toBe(id);
  });
});
