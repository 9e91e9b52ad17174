import { expect, test } from 'vitest';
import { bytesBesideALine } from '../support/costs.ts';
import { promised } from '../support/promised.ts';
import { synthesise } from './synthesised-stack.ts';

test('docs/costs.md has the bytes of a line of the access log', () => {
  const { AccessLogSettings } = synthesise().only('AWS::ApiGatewayV2::Stage').properties as {
    AccessLogSettings: { Format: string };
  };
  // As API Gateway fills them in for a delivery of Meta; what there is not is a dash.
  const values: Readonly<Record<string, string>> = {
    requestId: 'V2qBfhaAFiAEJFQ=',
    requestTime: '26/Nov/2026:08:40:28 +0000',
    routeKey: 'POST /webhooks/whatsapp',
    httpMethod: 'POST',
    status: '200',
    responseLatency: '123',
    responseLength: '0',
  };
  const line = AccessLogSettings.Format.replace(/\$context\.([\w.]+)/g, (_, name: string) => values[name] ?? '-');
  expect(line).not.toContain('$');
  expect(promised('docs/costs.md', '| the access log of the API, a request | {n} |')).toEqual([
    Buffer.byteLength(line) + bytesBesideALine,
  ]);
});
