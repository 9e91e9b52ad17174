import { expect, test } from 'vitest';
import { isTemplateName, templateLanguage } from '../../../lambdas/domain/templates/template.ts';

test.each([
  ['en_US', 'en_US'],
  ['en-US', 'en_US'],
  ['EN-us', 'en_US'],
  ['fil', 'fil'],
  ['zh_hant_tw', 'zh_Hant_TW'],
  ['es-419', 'es_419'],
  ['', undefined],
  ['e', undefined],
  ['en_', undefined],
  ['en US', undefined],
  ['en#US', undefined],
  ['english', undefined],
])('the language %j is %j', (code, language) => expect(templateLanguage(code)).toBe(language));

test.each([
  ['order_update', true],
  ['Summer 20 Template', true],
  ['a'.repeat(512), true],
  ['a'.repeat(513), false],
  ['', false],
  [' ', false],
  ['a#b', false],
  ['a\nb', false],
])('%j can be the name of a template: %j', (name, can) => expect(isTemplateName(name)).toBe(can));
