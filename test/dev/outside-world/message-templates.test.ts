import { expect, test } from 'vitest';
import { messageTemplates, type SimulatedTemplates } from '../../../dev/outside-world/message-templates.ts';

const token = 'access-token-for-tests';
function simulated() {
  let value: SimulatedTemplates = {};
  const kept = {
    read: () => value,
    write: (next: SimulatedTemplates) => {
      value = next;
    },
  };
  const templates = messageTemplates(kept, token);
  const ask = (target: string, authorization = `Bearer ${token}`) =>
    templates.answer({ method: 'GET', target, headers: { authorization }, body: Buffer.alloc(0) } as never);
  const list = (query = '') => {
    const answer = ask(`/v26.0/1022/message_templates${query}`);
    return JSON.parse(String(answer?.body)) as {
      data: { name: string; language: string; status: string; category: string; correct_category?: string }[];
      paging?: { cursors: { after: string }; next?: string };
    };
  };
  return { ...templates, ask, list };
}
const second = 1000;
const at = Date.parse('2026-11-26T10:00:00Z');
const update = { name: 'order_update', language: 'en_US' };

test('every account begins with the same few templates, by cursor', () => {
  const { list } = simulated();
  const first = list('?limit=4');
  expect(first.data).toHaveLength(4);
  expect(first.paging?.next).toContain('access_token');
  const second = list(`?limit=4&after=${first.paging?.cursors.after}`);
  expect(second.data).toHaveLength(4);
  expect(second.paging).not.toHaveProperty('next');
});

test('nobody reads them with another token, and nothing else is answered', () => {
  const { ask } = simulated();
  expect(ask('/v26.0/1022/message_templates', 'Bearer x')?.status).toBe(401);
  expect(ask('/v26.0/1022/messages')).toBeUndefined();
});

test('what happens to one is told in Meta’s words, and kept', () => {
  const { happens, list } = simulated();
  const named = {
    ...{
      message_template_id: 1689556908129831,
      message_template_name: 'order_update',
      message_template_language: 'en-US',
    },
  };
  const found = () => list().data.find(({ name, language }) => name === 'order_update' && language === 'en_US');
  expect(happens('1022', { ...update, becomes: 'marketing', inMs: 60 * second }, at)).toEqual({
    field: 'template_category_update',
    value: {
      ...named,
      ...{ new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: at / second + 60 },
    },
  });
  expect(found()).toMatchObject({ category: 'UTILITY', correct_category: 'MARKETING' });
  expect(happens('1022', { ...update, becomes: 'marketing' }, at)).toEqual({
    field: 'template_category_update',
    value: { ...named, previous_category: 'UTILITY', new_category: 'MARKETING' },
  });
  expect(found()).toMatchObject({ category: 'MARKETING' });
  expect(found()).not.toHaveProperty('correct_category');
  expect(happens('1022', { ...update, becomes: 'paused' }, at)).toMatchObject({
    field: 'message_template_status_update',
    value: { event: 'PAUSED' },
  });
  expect(happens('1022', { ...update, becomes: 'red' }, at)).toMatchObject({
    field: 'message_template_quality_update',
    value: { previous_quality_score: 'GREEN', new_quality_score: 'RED' },
  });
  expect(() => happens('1022', { ...update, name: 'nothing', becomes: 'paused' }, at)).toThrow(
    'has no template nothing',
  );
});
