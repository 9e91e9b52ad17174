/**
 * Keeps the functions' log lines out of what the test runner prints. They are written all the same: a test that looks at them
 * spies on `process.stdout.write`, and its spy comes before this.
 */
const quiet = Symbol.for('optledger.quiet-logs');
const known = process.stdout as typeof process.stdout & { [quiet]?: true };

if (known[quiet] === undefined) {
  known[quiet] = true;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) =>
      typeof chunk === 'string' && /^\{"(level|_aws)"/.test(chunk)
        ? true
        : write(chunk, ...rest)) as typeof stream.write;
  }
}
