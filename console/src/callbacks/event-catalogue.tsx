import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useWords } from '../words/use-words.ts';
import { useEventTypes } from './callbacks.ts';
import { type Program, programNames, programs, receiverIn } from './receivers.ts';
import { callbacksWords } from './words/callbacks-words.ts';

/** Events that overtake those of other people. */
const first: readonly string[] = ['user.opted_out', 'platform.stopped', 'user.suppressed'];

/** Every kind of event, when it comes and what it says; and how a program takes it. */
export function EventCatalogue({ tabs }: { readonly tabs: ComponentChildren }) {
  const t = useWords(callbacksWords);
  const types = useEventTypes();
  return (
    <Page title={t.events} lead={t.eventsLead}>
      {tabs}
      <div class="columns callback-catalogue">
        <Loaded of={types} lines={12}>
          {(all) => (
            <section class="panel">
              {all.map(({ type, description, sample, schema }) => (
                <details key={type} class="callback-event">
                  <summary>
                    <span>
                      <code dir="ltr">{type}</code>{' '}
                      {first.includes(type) && <span class="mark opted-out">{t.comesFirst}</span>}
                      <span class="small">{t.eventDoes[type] ?? description}</span>
                    </span>
                  </summary>
                  <Copyable label={t.sample} text={JSON.stringify(sample, null, 2)} as="code" />
                  <details class="callback-schema">
                    <summary>{t.schema}</summary>
                    <Copyable label={t.schema} text={JSON.stringify(schema, null, 2)} as="code" />
                  </details>
                </details>
              ))}
            </section>
          )}
        </Loaded>
        <div class="stack">
          <HowToCheck />
          <TellMore />
        </div>
      </div>
    </Page>
  );
}

const steps = ['signature', 'answer', 'once', 'order'] as const;

function HowToCheck() {
  const t = useWords(callbacksWords);
  const [program, setProgram] = useState<Program>('node');
  return (
    <section class="panel">
      <h2>{t.check}</h2>
      <ol class="callback-steps">
        {steps.map((each) => (
          <li key={each}>{t.checkSteps[each]}</li>
        ))}
      </ol>
      <fieldset class="segments" aria-label={t.language}>
        {programs.map((each) => (
          <button type="button" key={each} aria-pressed={each === program} onClick={() => setProgram(each)}>
            <bdi dir="ltr">{programNames[each]}</bdi>
          </button>
        ))}
      </fieldset>
      <Copyable label={t.code} as="code" text={receiverIn(program)} hint={t.codeHint} />
    </section>
  );
}

/** The setting by which events tell more than ids. */
function TellMore() {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  return (
    <section class="panel">
      <h2>{t.tellMore}</h2>
      <p>{t.tellMoreDoes}</p>
      <p>
        <Link href={`~/console/apps/${appId}/settings`}>{t.toSettings}</Link>
      </p>
    </section>
  );
}
