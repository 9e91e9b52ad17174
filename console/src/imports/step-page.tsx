import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { Page } from '../kit/page.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { importsWords } from './words/imports-words.ts';

/** What an import is asked for, one thing a page. */
export const steps = ['kind', 'file', 'columns', 'about'] as const;
export type Step = (typeof steps)[number];

export const pathOf = (step: Step): string => (step === 'kind' ? '/new' : `/new/${step}`);

interface StepPageProps {
  readonly step: Step;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A step: where one is among them, the way back, and the one question. */
export function StepPage({ step, title, lead, children }: StepPageProps) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  const place = steps.indexOf(step);
  const before = steps[place - 1];
  return (
    <Page
      title={title}
      lead={lead}
      above={
        <Link href={before === undefined ? '/' : pathOf(before)} class="above">
          {before === undefined ? t.title : t.back}
        </Link>
      }
    >
      <ol class="import-steps" aria-label={t.stepsLabel}>
        {steps.map((each, n) => (
          <li key={each} aria-current={each === step ? 'step' : undefined} class={n < place ? 'done' : ''}>
            <span class="visually-hidden">{fill(t.step, { n: number(n + 1), all: number(steps.length) })}: </span>
            <span class="import-step-name">{t.steps[each]}</span>
          </li>
        ))}
      </ol>
      {children}
    </Page>
  );
}
