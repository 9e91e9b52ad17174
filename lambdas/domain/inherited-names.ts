const inherited: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()),
);

/**
 * Whether every object has a property of this name from birth (`constructor`, `toString`, `__proto__`, …), in whatever case. Nothing
 * new is named so: whoever looks a name up in an object, here or where our JSON is read, would find what nobody put there.
 */
export function isInherited(name: string): boolean {
  return inherited.has(name.toLowerCase());
}
