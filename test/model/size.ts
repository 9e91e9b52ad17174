/** How much a model tries: a little with the other tests, enough for every build in CI (`MODEL=ci`), the rest by `npm run test:model`. */
const sizes = { little: 0, ci: 1, whole: 2 } as const;

/** Of three sizes the one of this run. */
export function sizeOf(little: number, ci: number, whole: number): number {
  const size = process.env.MODEL ?? 'little';
  if (!Object.hasOwn(sizes, size)) throw new Error(`MODEL is one of ${Object.keys(sizes).join(', ')}, not ${size}.`);
  return [little, ci, whole][sizes[size as keyof typeof sizes]] as number;
}
