import { Link, useLocation, useSearch } from 'wouter';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { DecisionMark, WhatMessage, Why } from './decision-parts.tsx';
import { type Decision, type DecisionFilter, filterOf, pageOfDecisions } from './decisions.ts';
import { gateWords } from './words/gate-words.ts';

/** Whoever connects a program sees its first call come in. */
const lookAgainAfter = 5_000;

/** Every decision, the newest first. The filter stands in the address, so that a list can be sent to a colleague. */
export function DecisionList() {
  const t = useWords(gateWords);
  const { appId, displayName } = useApp();
  const [, go] = useLocation();
  const filter = filterOf(new URLSearchParams(useSearch()));
  const isFiltered = Object.keys(filter).length > 0;
  const connect = (look: string) => (
    <Link class={`button ${look}`} href="/connect">
      {t.connect}
    </Link>
  );
  return (
    <Page title={t.title} lead={fill(t.lead, { name: displayName })} act={connect('')}>
      <Filters filter={filter} change={(next) => go(addressOf(next), { replace: true })} />
      <Rows<Decision>
        key={JSON.stringify(filter)}
        label={t.title}
        queryKey={['gate-decisions', appId, filter]}
        page={(cursor) => pageOfDecisions(appId, filter, cursor)}
        rowKey={({ decisionId }) => decisionId}
        href={({ decisionId }) => `/${decisionId}`}
        lookAgain={() => lookAgainAfter}
        columns={[
          { title: t.columns.message, width: '3fr', cell: (decision) => <WhatMessage of={decision} /> },
          {
            title: t.columns.why,
            width: '5fr',
            cell: (decision) => (
              <span class="small">
                <Why of={decision} /> · <When at={decision.decidedAt} />
              </span>
            ),
          },
          { title: t.columns.decision, width: '2fr', cell: (decision) => <DecisionMark of={decision} /> },
        ]}
        empty={
          isFiltered ? (
            <Empty title={t.noFit} why={t.noFitWhy} act={<Button onClick={() => go('/')}>{t.clear}</Button>} />
          ) : (
            <Empty title={t.noneTitle} why={t.noneWhy} act={connect('primary')} />
          )
        }
      />
    </Page>
  );
}

const addressOf = (filter: DecisionFilter): string => {
  const search = new URLSearchParams({ ...filter }).toString();
  return search === '' ? '/' : `/?${search}`;
};

interface FiltersProps {
  readonly filter: DecisionFilter;
  readonly change: (filter: DecisionFilter) => void;
}

function Filters({ filter, change }: FiltersProps) {
  const t = useWords(gateWords);
  const { decision = '', day = '' } = filter;
  return (
    <fieldset class="filters gate-filters">
      <legend class="visually-hidden">{t.filters}</legend>
      <label>
        <span>{t.columns.decision}</span>
        <select
          value={decision}
          onChange={({ currentTarget: { value } }) => {
            const { decision: _, ...others } = filter;
            change(value === 'allow' || value === 'deny' ? { ...others, decision: value } : others);
          }}
        >
          <option value="">{t.all}</option>
          <option value="deny">{t.decisions.deny}</option>
          <option value="allow">{t.decisions.allow}</option>
        </select>
      </label>
      <label>
        <span>{t.day}</span>
        <input
          type="date"
          value={day}
          onChange={({ currentTarget: { value } }) => {
            const { day: _, ...others } = filter;
            change(value === '' ? others : { ...others, day: value });
          }}
        />
      </label>
    </fieldset>
  );
}
