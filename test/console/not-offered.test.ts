import { expect, test } from 'vitest';
import { countryWithoutSignups } from '../../console/src/onboarding/signups/not-offered.ts';
import { countryWithoutSignups as byApi } from '../../lambdas/domain/collection/signup-countries.ts';

test('the console offers signups where the API does, and nowhere else', () => {
  const phones = Array.from({ length: 900 }, (_, n) => `+${n + 100}1234567`);
  expect(phones.map(countryWithoutSignups)).toEqual(phones.map(byApi));
  expect(countryWithoutSignups('+4915112345678')).toBe('DE');
  expect(countryWithoutSignups('+525512345678')).toBeUndefined();
});
