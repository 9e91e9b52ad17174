import type { Point, PointKind } from '../points/points.ts';

/** The ways in that are made here, in the order in which they stand side by side. */
export const mechanisms = ['link', 'widget', 'landing-page', 'personal-link', 'preference-page'] as const;
export type Mechanism = (typeof mechanisms)[number];

export const isOffered = (kind: string): kind is Mechanism => mechanisms.some((each) => each === kind);

/** The kinds of points that a way in is made of: a widget takes a number, or the phone that confirms is the number. */
export const kindsOf = (mechanism: Mechanism): readonly PointKind[] =>
  mechanism === 'widget' ? ['widget', 'form'] : [mechanism];

/** The points of a way in, the newest first. */
export const pointsOf = (points: readonly Point[], mechanism: Mechanism): readonly Point[] =>
  points
    .filter(({ kind }) => kindsOf(mechanism).includes(kind))
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
