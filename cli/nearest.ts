/** The known name that was probably meant, a typing mistake or two away or begun; undefined when none is near. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const bare = bareOf(given);
  const begun = known.filter((name) => bare.length > 2 && bareOf(name).startsWith(bare));
  if (begun.length === 1) return begun[0];
  const [closest] = known
    .map((name) => ({ name, far: distance(bare, bareOf(name)) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(bareOf(name).length / 3)))
    .toSorted((one, other) => one.far - other.far);
  return closest?.name;
}

/** `There is no … "whatsap". Did you mean whatsapp? There are: …` */
export function unknownName(what: string, given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `There is no ${what} "${given}".${question} There are: ${known.join(', ')}.`;
}

const bareOf = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '');

/** Letters to change, add, leave out, or swap with their neighbour (optimal string alignment). */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
