import type { ChildProcess } from 'node:child_process';

/** The next message of a process. @throws Error when it ends without one @param name for the error */
export function nextMessage<Message>(child: ChildProcess, name: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => {
      child.off('message', said);
      reject(new Error(`${name} ended with ${code ?? 'a signal'} and said nothing.`));
    };
    const said = (message: unknown): void => {
      child.off('exit', ended);
      resolve(message as Message);
    };
    child.once('message', said).once('exit', ended);
  });
}
