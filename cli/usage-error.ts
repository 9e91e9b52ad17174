/** The arguments cannot be understood: exit code 2, and the message is followed by how to ask for help. */
export class UsageError extends Error {}
