import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { When } from '../kit/when.tsx';
import { useWords } from '../words/use-words.ts';
import { WhatMessage, Why } from './decision-parts.tsx';
import type { Decision } from './decisions.ts';
import { gateWords } from './words/gate-words.ts';

/** What the gate decided, in somebody's timeline; more is behind its message. */
export function DecisionText({ decision }: { readonly decision: Decision }) {
  const t = useWords(gateWords);
  const { appId } = useApp();
  const { decisionId, decidedAt, dryRun } = decision;
  const said = (dryRun ? t.inTimelineAsked : t.inTimeline)[decision.decision];
  return (
    <article class={`send gate ${decision.decision === 'allow' ? 'sent' : 'refused'}`}>
      <p class="entry-head">
        <strong>{said}</strong> <When at={decidedAt} focusable />
      </p>
      <p>
        <Link href={`~/console/apps/${appId}/gate/${decisionId}`}>
          <WhatMessage of={decision} />
        </Link>
      </p>
      <p class="small">
        <Why of={decision} />
      </p>
    </article>
  );
}
