import { describe, expect, test } from 'vitest';
import { tokenOf } from '../../../lambdas/domain/collection/collection-point.ts';
import { metaLinkMessage } from '../../../lambdas/domain/collection/meta-link-message.ts';
import { findReference } from '../../../lambdas/domain/collection/reference.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { testPoint } from '../../support/pages/collection.ts';

const point = testPoint(1);
const token = tokenOf(point.pointId);

describe('the text of a link that Meta keeps', () => {
  test('is the greeting in the language of the app, then the token', () => {
    expect(metaLinkMessage({ displayName: 'Acme', locale: 'es-MX' }, point)).toMatch(
      /^Hola, Acme: me gustaría saber más\. \(p...-....-....-....\)$/,
    );
  });

  test('is the greeting of the point where it has one', () => {
    const message = metaLinkMessage({ displayName: 'Acme', locale: 'es' }, { ...point, greeting: 'Ask us anything' });
    expect(message).toMatch(/^Ask us anything \(p/);
  });

  test.each(languages)('in %s has at most 140 characters and the whole token, however long the name is', (locale) => {
    for (let length = 1; length <= 100; length += 1) {
      const message = metaLinkMessage({ displayName: 'W'.repeat(length), locale }, point);
      expect(message.length).toBeLessThanOrEqual(140);
      expect(findReference(message)).toEqual({ kind: 'point', code: token });
    }
  });

  test('of 140 characters is kept, of 141 it loses the name as a whole', () => {
    const around = metaLinkMessage({ displayName: '', locale: 'en' }, point).length;
    const named = (length: number) => metaLinkMessage({ displayName: 'n'.repeat(length), locale: 'en' }, point);
    expect(named(140 - around)).toHaveLength(140);
    expect(named(141 - around)).toBe(`👋 (${token.match(/.{4}/g)?.join('-')})`);
  });

  test('is no keyword when a name had to be left out, whatever the name is', () => {
    const displayName = `Stop & Shop ${'and more '.repeat(9)}`;
    expect(matchKeyword(metaLinkMessage({ displayName, locale: 'en' }, point)).answer).toBe('none');
  });
});
