const form = /^asd_([0-9a-z]{8})([\w-]{22})$/;

/** The public id of something kept aside: `asd_`, its millisecond in base 36 (eight signs until 2059), and what it is. */
export function asideId(id: string): string {
  const mark = id.indexOf('#');
  return `asd_${Date.parse(id.slice(0, mark)).toString(36)}${id.slice(mark + 1)}`;
}

/** The id of the store; undefined for what is no id of ours. */
export function parseAsideId(text: string): string | undefined {
  const [, at, what] = form.exec(text) ?? [];
  return at === undefined ? undefined : `${new Date(Number.parseInt(at, 36)).toISOString()}#${what}`;
}
