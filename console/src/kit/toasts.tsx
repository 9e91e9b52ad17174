import { kept, useKept } from '../kept.ts';

interface Toast {
  readonly id: number;
  readonly text: string;
}

const toasts = kept<readonly Toast[]>([]);
let lastId = 0;

/** Says that something is done, for a few seconds; what went wrong is said where it went wrong, and stays. */
export function toast(text: string): void {
  lastId += 1;
  const made = { id: lastId, text };
  toasts.write([...toasts.read(), made]);
  setTimeout(() => toasts.write(toasts.read().filter((each) => each !== made)), 6000);
}

export function Toasts() {
  return (
    <div class="toasts" role="status">
      {useKept(toasts).map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
