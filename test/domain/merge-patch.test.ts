import { expect, it } from 'vitest';
import { mergePatch } from '../../lambdas/domain/merge-patch.ts';

interface Settings {
  readonly name: string;
  readonly limit?: number;
  readonly where?: { readonly city: string; readonly street?: string };
}

const before: Settings = { name: 'Shop', limit: 5, where: { city: 'Lima', street: 'Sol' } };

it('keeps what is not given, also when it is given as undefined', () => {
  expect(mergePatch(before, {})).toStrictEqual(before);
  expect(mergePatch(before, { limit: undefined })).toStrictEqual(before);
});

it('takes away what is null, as if it had never been there', () => {
  expect(mergePatch(before, { limit: null })).toStrictEqual({ name: 'Shop', where: before.where });
});

it('replaces a setting as a whole, also by nothing of worth', () => {
  expect(mergePatch(before, { where: { city: 'Quito' } })).toStrictEqual({ ...before, where: { city: 'Quito' } });
  expect(mergePatch(before, { name: '', limit: 0 })).toStrictEqual({ ...before, name: '', limit: 0 });
});

it('changes nothing of what it is given', () => {
  mergePatch(before, { name: 'Other', limit: null });
  expect(before).toStrictEqual({ name: 'Shop', limit: 5, where: { city: 'Lima', street: 'Sol' } });
});
