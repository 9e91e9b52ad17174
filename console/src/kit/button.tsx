import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** @default plain */
  readonly look?: 'primary' | 'plain' | 'danger' | 'quiet';
  /** What it does goes on: pressed again nothing happens, and it stays where the keyboard is. */
  readonly busy?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: () => void;
}

export function Button({ children, look = 'plain', busy = false, type = 'button', onClick }: ButtonProps) {
  return (
    <button
      type={type}
      class={`button ${look}`}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
