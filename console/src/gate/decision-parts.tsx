import { ReasonText } from '../users/reason-text.tsx';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import type { Decision } from './decisions.ts';
import { gateWords } from './words/gate-words.ts';

/** Yes or no: a sign and a word. */
export function DecisionMark({ of: { decision, dryRun } }: { readonly of: Decision }) {
  const t = useWords(gateWords);
  return (
    <span class="gate-marks">
      <span class={`mark ${decision === 'allow' ? 'opted-in' : 'opted-out'}`}>
        <span aria-hidden="true">{decision === 'allow' ? '✓' : '✕'}</span> {t.decisions[decision]}
      </span>
      {dryRun && <span class="mark">{t.dryRun}</span>}
    </span>
  );
}

/** What the message was: its template, or what it was judged as. Its words are kept nowhere. */
export function WhatMessage({ of: { message } }: { readonly of: Decision }) {
  const t = useWords(gateWords);
  const { categories } = useWords(vocabularyWords);
  const { kind, type, template, category } = message;
  if (template !== undefined) {
    return (
      <>
        <bdi>{template.name}</bdi> <span class="small">{template.language}</span>
      </>
    );
  }
  if (category !== undefined) return <>{fill(t.directSend, { category: categories[category] })}</>;
  const types: { readonly [type: string]: string } = t.types;
  return (
    <>
      {t.kinds[kind]} <span class="small">{types[type] ?? t.types.anything}</span>
    </>
  );
}

/** Why, each reason as a sentence. */
export function Why({ of: { reasons } }: { readonly of: Decision }) {
  return (
    <>
      {reasons.map((reason, n) => (
        <span key={reason.code}>
          {n > 0 && ' '}
          <ReasonText reason={reason} />
        </span>
      ))}
    </>
  );
}
