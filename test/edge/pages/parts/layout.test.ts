import { expect, it } from 'vitest';
import { html } from '../../../../lambdas/edge/pages/parts/html.ts';
import { htmlPage } from '../../../../lambdas/edge/pages/parts/layout.ts';

it('keeps a name from another direction on the side of the page, and in its own order', () => {
  const { body } = htmlPage({ locale: 'ar', title: 'x', body: html``, businessName: 'Acme (Berlin)' });
  expect(String(body)).toContain('<b><bdi>Acme (Berlin)</bdi></b>');
});
