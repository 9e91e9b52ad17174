import { cursors } from '../../../lambdas/edge/http/cursor.ts';

/** Cursors under a key of the tests. */
export const testCursors = cursors(async () => 'test-key-of-the-cursors-0123456789abcdef');
