import { describe, expect, it } from 'vitest';
import {
  countNames,
  type PointCounts,
  type PointKind,
} from '../../../../lambdas/domain/collection/collection-point.ts';
import { pointView } from '../../../../lambdas/edge/api/points/point-view.ts';
import { sent } from '../../../support/api/sent.ts';
import { testPoint } from '../../../support/pages/collection.ts';
import { acmeApp } from '../../../support/pages/pages.ts';

const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as PointCounts;
const viewOf = (kind: PointKind) =>
  sent(pointView(acmeApp, { point: testPoint(1, { kind }), counts: noCounts }, 'https://in.example', 0));

describe('a point as shown', () => {
  it.each(['link', 'ad', 'widget'] as const)('%s says where its link leads', (kind) => {
    expect(viewOf(kind)).toMatchObject({ opens: 'check-page', url: expect.stringContaining('/l/') });
  });

  it.each(['paper', 'personal-link', 'sms-keyword'] as const)('%s has no link, so nothing that it opens', (kind) => {
    expect(viewOf(kind)).not.toHaveProperty('opens');
    expect(viewOf(kind)).not.toHaveProperty('url');
  });
});
