import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface PageProps {
  readonly title: string;
  /** One sentence on what is seen here. */
  readonly lead?: ComponentChildren;
  /** The one primary act. */
  readonly act?: ComponentChildren;
  /** Where this page hangs: a link back. */
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A screen: its title, which is told to screen readers when it opens, one primary act, and what it is about. */
export function Page({ title, lead, act, above, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · OptLedger`;
    // The first screen is read from its beginning anyway.
    if (document.activeElement !== document.body || history.length > 1) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <div class="page-head">
        <div>
          {above}
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          {lead !== undefined && <p class="lead">{lead}</p>}
        </div>
        {act !== undefined && <div class="page-act">{act}</div>}
      </div>
      {children}
    </>
  );
}
