/** A path as Meta's Graph API has it. */
export interface MetaPath {
  /** As written; undefined = none. */
  readonly version: string | undefined;
  /** Number, account or media. */
  readonly nodeId: string;
  /** What stands behind it; undefined = nothing. */
  readonly edge: string | undefined;
}

const version = /^v\d{1,3}\.\d{1,2}$/;
/** Ids of Meta are longer; what is shorter is no node of anybody's. */
export const nodeId = /^\d{5,40}$/;

/**
 * A path of Meta's form: `/v23.0/106540352242922/messages`, or the same without a version. Undefined for any other path: `/v1/…` is ours.
 *
 * @returns 'unknown' for what has Meta's form and is nothing that the gate knows
 */
export function parseMetaPath(path: string): MetaPath | 'unknown' | undefined {
  const parts = path.replace(/^\//, '').split('/');
  const [first = ''] = parts;
  if (!version.test(first) && !nodeId.test(first)) return undefined;
  const named = version.test(first) ? first : undefined;
  const [node = '', edge, ...more] = named === undefined ? parts : parts.slice(1);
  if (!nodeId.test(node) || more.length > 0 || edge === '') return 'unknown';
  return { version: named, nodeId: node, edge };
}
