import { expect, test } from 'vitest';
import { keptInAudit } from '../../../lambdas/edge/http/kept-in-audit.ts';
import type { AuditLog } from '../../../lambdas/use-cases/admin/audit-ports.ts';

test.each([
  ['POST /v1/apps/{appId}/imports/{importId}/undo', 'importId', 'imp_0mwprg3k02a6c778939658dca'],
  ['POST /v1/apps/{appId}/callbacks/{endpointId}/rotate', 'endpointId', 'ep_0123456789abcdef'],
  ['GET /v1/apps/{appId}/callbacks/{endpointId}/secret', 'endpointId', 'ep_0123456789abcdef'],
  ['DELETE /v1/apps/{appId}/call-hooks/{hookId}', 'hookId', 'hook_abcdefgh234567aa'],
] as const)('%s says what it was done to', async (routeKey, name, id) => {
  const opened: object[] = [];
  const open = async (note: object) => {
    opened.push(note);
    return { close: async () => undefined };
  };
  const call = { routeKey, path: { appId: 'acme', [name]: id }, requestId: 'r', isHead: false, by: 'key_1' };
  const act = () => ({ status: 200, body: { secret: 'whsec_x' } });
  await keptInAudit({ open } as unknown as AuditLog, call, act);
  expect(opened).toMatchObject([{ appId: 'acme', target: id }]);
});
