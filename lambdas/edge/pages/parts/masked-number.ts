/**
 * All of a number that a page shows where it does not ask for it: "the number ending in 78". The page's address may be passed on. Four
 * digits where two are those of another number beside it, and more where four are. Isolated, so that it stays in place in right-to-left
 * text.
 *
 * @param digits canonical
 * @param among the numbers that the page speaks of
 */
export function maskedNumber(digits: string, among: readonly string[] = []): string {
  const others = among.filter((other) => other !== digits);
  let shown = 2;
  while (shown < digits.length && others.some((other) => other.slice(-shown) === digits.slice(-shown))) shown += 2;
  return `\u2066${digits.slice(-shown)}\u2069`;
}
