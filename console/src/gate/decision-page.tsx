import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { useKeys } from '../keys/keys.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { ReasonText } from '../users/reason-text.tsx';
import { useWords } from '../words/use-words.ts';
import { DecisionMark, WhatMessage } from './decision-parts.tsx';
import { type Decision, useDecision } from './decisions.ts';
import { gateWords } from './words/gate-words.ts';

/** One decision: what was asked, why it went as it did, and what would change it. */
export function DecisionPage({ decisionId }: { readonly decisionId: string }) {
  const t = useWords(gateWords);
  const decision = useDecision(decisionId);
  return (
    <Page
      title={t.one}
      lead={decision.data && <DecisionMark of={decision.data} />}
      above={
        <Link href="/" class="above">
          {t.back}
        </Link>
      }
    >
      <Loaded of={decision} lines={8}>
        {(data) => (
          <div class="columns">
            <Answer of={data} />
            <Facts of={data} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Answer({ of: { decision, dryRun, reasons, wouldChange } }: { readonly of: Decision }) {
  const t = useWords(gateWords);
  return (
    <div class={`answer ${decision}`}>
      <p class="verdict">
        <span aria-hidden="true">{decision === 'allow' ? '✓' : '✕'}</span>{' '}
        {dryRun ? t.asked[decision] : t.happened[decision]}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>
            <ReasonText reason={reason} />
          </li>
        ))}
      </ul>
      {wouldChange.length > 0 && (
        <details>
          <summary>{t.changes}</summary>
          <ul lang="en" dir="ltr">
            {wouldChange.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="small">{t.noWords}</p>
    </div>
  );
}

function Facts({ of: decision }: { readonly of: Decision }) {
  const t = useWords(gateWords);
  const { appId, purposes } = useApp();
  const keys = useKeys(may(useKept(session), 'keys:write')).data?.all ?? [];
  const { decidedAt, userId, purpose, by, path, decisionId } = decision;
  const key = keys.find(({ keyId }) => keyId === by);
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [t.when, <When key="when" at={decidedAt} focusable />],
    [t.columns.message, <WhatMessage key="message" of={decision} />],
    [
      t.person,
      userId === undefined ? (
        t.nobodyKnown
      ) : (
        <Link key="person" href={`~/console/apps/${appId}/users/${userId}`}>
          {t.toPerson}
        </Link>
      ),
    ],
    [
      t.purpose,
      purpose === undefined ? t.everyPurpose : (purposes.find((each) => each.purposeId === purpose)?.name ?? purpose),
    ],
    [
      t.key,
      key === undefined ? (
        <code key="key" dir="ltr">
          {by}
        </code>
      ) : (
        <Link key="key" href={`~/console/keys/${key.keyId}`}>
          <bdi>{key.name}</bdi>
        </Link>
      ),
    ],
    [
      t.path,
      <code key="path" dir="ltr">
        /{path}
      </code>,
    ],
    [
      t.id,
      <code key="id" dir="ltr">
        {decisionId}
      </code>,
    ],
  ];
  return (
    <section class="panel settings">
      <h2>{t.facts}</h2>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t.idHint}</p>
    </section>
  );
}
