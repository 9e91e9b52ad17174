import type { ComponentChildren } from 'preact';

/** Nothing is here yet: what it is, why one wants it, one act. */
export function Empty({
  title,
  why,
  act,
}: {
  readonly title: string;
  readonly why: string;
  readonly act?: ComponentChildren;
}) {
  return (
    <section class="empty">
      <svg viewBox="0 0 120 72" aria-hidden="true">
        <rect x="6" y="6" width="74" height="44" rx="10" />
        <path d="M22 50v14l16-14" />
        <path d="M24 28l10 10 22-22" class="accent" />
        <rect x="88" y="24" width="26" height="8" rx="4" class="soft" />
        <rect x="88" y="40" width="18" height="8" rx="4" class="soft" />
      </svg>
      <h2>{title}</h2>
      <p>{why}</p>
      {act}
    </section>
  );
}
