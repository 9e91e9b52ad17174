import { createHash } from 'node:crypto';

/** The document as it lies in docs/: one field a line, so that a change is seen in a diff. */
export const documentText = (document: object): string => `${JSON.stringify(document, null, 1)}\n`;

/** Generated types with the hash of the document that they were made from, so that a test sees when they are old. */
export function markedTypes(types: string, document: string): string {
  return `// Made by \`npm run openapi\`; do not edit. The document: sha256 ${hashOf(document)}\n${types}`;
}

/** What `markedTypes` wrote into the first line. */
export const markOf = (types: string): string | undefined => /sha256 ([0-9a-f]{64})\n/.exec(types)?.[1];

export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');
