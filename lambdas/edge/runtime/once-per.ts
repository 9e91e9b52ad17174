/** Computes something once for each of a few names, and remembers it as long as the function runs. For what never changes. */
export function oncePer<Name extends string, Result>(make: (name: Name) => Result): (name: Name) => Result {
  const made = new Map<Name, Result>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const result = make(name);
    made.set(name, result);
    return result;
  };
}
