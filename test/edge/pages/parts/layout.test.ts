import { expect, it } from 'vitest';
import { brandOf } from '../../../../lambdas/domain/app/brand-of.ts';
import { html } from '../../../../lambdas/edge/pages/parts/html.ts';
import { htmlPage } from '../../../../lambdas/edge/pages/parts/layout.ts';
import { acmeApp } from '../../../support/pages/pages.ts';

it('keeps a name from another direction on the side of the page, and in its own order', () => {
  const { body } = htmlPage({ locale: 'ar', title: 'x', body: html``, brand: brandOf(acmeApp, 'Acme (Berlin)') });
  expect(String(body)).toContain('<b><bdi>Acme (Berlin)</bdi></b>');
});
