/** A view as the caller gets it: what is not there is not sent. */
export function sent<Shown>(view: Shown): Shown {
  return JSON.parse(JSON.stringify(view)) as Shown;
}
