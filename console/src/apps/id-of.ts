/** An id out of a name: what stands in addresses and calls of the API. */
export function idOf(name: string): string {
  const id = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return id.length < 2 ? 'offers' : id;
}
