import { fork } from 'node:child_process';
import { crowd, phoneOf } from '../bench-table.ts';
import type { Rival } from '../http/handler-pairs.ts';
import { type Sending, sendTo } from '../http/load.ts';
import type { StoppableSide } from '../http/our-side.ts';
import { driven } from '../http/served-side.ts';
import { nextMessage } from '../next-message.ts';
import { cpuOf } from '../process-cpu.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const type = 'marketing_communications';

/** Somebody's consent, as its API takes it: the record of it, not a decision. */
const record = (index: number): Sending => ({
  path: '/subjects',
  body: JSON.stringify({
    type,
    // Base58, which has no nought.
    subjectId: `sub_${index % crowd}`.replaceAll('0', 'z'),
    externalSubjectId: phoneOf(index % crowd),
    domain: 'example.com',
    givenAt: Date.now(),
    preferences: { marketing: true },
    metadata: { documentRef: `card ${index}`, operator: 'till 4' },
  }),
});
const check = (index: number): Sending => ({
  method: 'GET',
  path: `/consents/check?externalId=${phoneOf(index % crowd)}&type=${type}`,
  body: '',
});

/** c15t with a PostgreSQL of its own: an opt-in beside a record of consent, a check beside a look whether there is one. */
export async function startC15t(server: string): Promise<{ readonly rivals: readonly Rival[]; stop(): Promise<void> }> {
  const postgres = await startPostgres();
  const child = fork(server, [String(postgres.port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await postgres.stop();
  };
  try {
    const { port } = await nextMessage<{ readonly port: number }>(child, 'c15t');
    const url = `http://127.0.0.1:${port}`;
    for (let index = 0; index < crowd; index += 1) {
      const status = await sendTo(url, record(index));
      if (status !== 200) throw new Error(`c15t answered ${status} to a record of consent.`);
    }
    const asked = (next: (index: number) => Sending) => async () => counted(url, postgres, next);
    return {
      rivals: [
        { kind: 'check', name: 'check / c15t 2.2.1, PostgreSQL', reach: '>= 1.20', beside: asked(check) },
        { kind: 'opt-in', name: 'opt-in / c15t 2.2.1, PostgreSQL', reach: '>= 1.00', beside: asked(record) },
      ],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function counted(url: string, { pid }: Postgres, next: (index: number) => Sending): StoppableSide {
  let sent = 0;
  const side = driven(url, {
    name: 'c15t',
    status: 200,
    databaseCpu: () => cpuOf(pid),
    next: () => {
      sent += 1;
      return next(sent);
    },
  });
  // Both kinds are asked of one server, which goes when all are through.
  return { ...side, stop: () => undefined };
}
