/** Some settings anew; null takes an optional one away. */
export type Patch<Settings> = {
  readonly [Setting in keyof Settings]?:
    | Settings[Setting]
    | (undefined extends Settings[Setting] ? null : never)
    | undefined;
};

/** What is given replaces what was there, each setting as a whole (JSON merge patch, RFC 7396, at the first level). */
export function mergePatch<Whole extends object, Setting extends keyof Whole>(
  whole: Whole,
  patch: Patch<Pick<Whole, Setting>>,
): Whole {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const merged = Object.entries({ ...whole, ...Object.fromEntries(given) }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged) as Whole;
}
