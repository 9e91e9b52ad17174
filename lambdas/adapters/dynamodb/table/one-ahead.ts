/**
 * The same pages in the same order, the next one fetched while this one is being worked on. Never more than that: two pages are held at
 * most, the one that was given and the one ahead, however slow whoever works on them. A page that fails fails when its turn has come.
 */
export async function* oneAhead<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page, void> {
  const source = pages[Symbol.asyncIterator]();
  const readNext = () => {
    const next = source.next();
    // It is waited for when its turn has come; until then, or when nobody wants it any more, its failure is nobody's.
    next.catch(() => undefined);
    return next;
  };
  let ahead = readNext();
  try {
    for (;;) {
      const page = await ahead;
      if (page.done === true) return;
      ahead = readNext();
      yield page.value;
    }
  } finally {
    await source.return?.();
  }
}
