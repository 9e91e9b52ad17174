/** What a file can say, the noes before the rest: they are never undone, so they are safe to begin with. */
export const kinds = ['opt-outs', 'opt-ins', 'suppressions'] as const;
export type ImportKind = (typeof kinds)[number];

export const isKind = (text: string | undefined): text is ImportKind => kinds.some((kind) => kind === text);
