import { vi } from 'vitest';

/** Gives what is written to stdout and stderr to `keep` instead, until `vi.restoreAllMocks()`. */
export function keepWritten(keep: (chunk: string) => void): void {
  const write = (chunk: unknown) => {
    keep(String(chunk));
    return true;
  };
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(write as typeof stream.write);
}
