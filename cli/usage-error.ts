/** The command cannot be done as it was given: exit code 2, as for a file that cannot be read. */
export class UsageError extends Error {}
