import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { apiDocument, documentedOperations, pointer } from '../../support/api/api-document.ts';

it('docs/openapi.json shows only examples that its own schemas allow', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...apiDocument, $id: 'openapi' });
  let seen = 0;
  for (const { method, path, operation } of documentedOperations) {
    const places = [
      ['requestBody', operation.requestBody?.content] as const,
      ...Object.entries(operation.responses).map(
        ([status, each]) => [`responses ${status}`, '$ref' in each ? undefined : each.content] as const,
      ),
    ];
    for (const [place, content = {}] of places) {
      for (const [type, { examples = {} }] of Object.entries(content)) {
        const at = `openapi${pointer('paths', path, method, ...place.split(' '), 'content', type, 'schema')}`;
        for (const { value } of Object.values(examples)) {
          seen += 1;
          const check = ajv.getSchema(at);
          expect([operation.operationId, place, check?.(value), check?.errors]).toEqual([
            operation.operationId,
            place,
            true,
            null,
          ]);
        }
      }
    }
  }
  expect(seen).toBeGreaterThan(20);
});
