/** How far down each screen was, by its address: who goes back finds it as it was. */
const places = new Map<string, number>();

let isBack = false;
let at = location.pathname + location.search;

/** Follows where the window is; called once. */
export function followPlaces(): void {
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => places.set(at, scrollY), { passive: true });
  const moved = (back: boolean) => () => {
    const next = location.pathname + location.search;
    if (next === at) return;
    isBack = back;
    at = next;
    scrollTo(0, back ? (places.get(at) ?? 0) : 0);
  };
  addEventListener('popstate', moved(true));
  // wouter tells of these (its useBrowserLocation).
  addEventListener('pushState', moved(false));
}

/** Where this screen was when it was left, if somebody came back to it. */
export const keptPlace = (): number | undefined => (isBack ? places.get(at) : undefined);
