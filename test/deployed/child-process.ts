import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const running = new Set<ChildProcess>();

/** Variable that everything carries which one run starts; by it the run finds what it left behind. */
export const runMark = 'OPTLEDGER_DEPLOYED_RUN';

/** Starts a process as the leader of a group of its own, so that `stopAll` reaches its children too. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

export interface CommandOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Gets the output as it comes; it is returned all the same. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a command to its end and gives its output. Rejects with the last lines of its output when it fails. */
export async function run(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { code, output } = await attempt(command, args, options);
  if (code !== 0) {
    throw new Error(`\`${[command, ...args].join(' ').slice(0, 200)}\` ended with ${code}:\n${lastLines(output)}`);
  }
  return output;
}

/** Runs a command to its end; a failure is an answer too. Rejects when the command does not exist. */
export async function attempt(
  command: string,
  args: readonly string[],
  { env, cwd, onOutput }: CommandOptions,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = start(command, args, { env, ...(cwd !== undefined && { cwd }), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput?.(text);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  return { code, output };
}

const lastLines = (output: string): string => output.trimEnd().split('\n').slice(-40).join('\n');

/** Ends a process with its group: politely, and after five seconds for certain. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return killGroup(child, 'SIGKILL');
  const closed = new Promise((resolve) => child.once('close', resolve));
  killGroup(child, 'SIGTERM');
  await Promise.race([closed, wait(5_000, undefined, { ref: false })]);
  killGroup(child, 'SIGKILL');
}

/** Ends everything that was started, at once: the last thing before this process ends. */
export function killAll(): void {
  for (const child of running) killGroup(child, 'SIGKILL');
}

function killGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) signal(-pid, name);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}

/** Ends whatever still carries the mark of a run, and gives what would not go. Empty where there is no /proc. */
export async function endLeftBehind(mark: string): Promise<readonly number[]> {
  for (let tries = 0; tries < 30 && leftBehind(mark).length > 0; tries += 1) {
    for (const pid of leftBehind(mark)) signal(pid, 'SIGKILL');
    await wait(100);
  }
  return leftBehind(mark);
}

function leftBehind(mark: string): readonly number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && environmentOf(pid).includes(`${runMark}=${mark}`));
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
