import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { keysWords } from '../keys/words/keys-words.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Page } from '../kit/page.tsx';
import { may, session } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { dryRun, type Program, programNames, programs, sampleOf, version } from './samples.ts';
import { gateWords } from './words/gate-words.ts';

/** How a program is pointed at the gate: a key, an address, a token, and how a no is read. */
export function Connect() {
  const t = useWords(gateWords);
  const { scopes } = useWords(keysWords);
  const { appId, whatsapp } = useApp();
  const mayMakeKeys = may(useKept(session), 'keys:write');
  const number = whatsapp?.phoneNumberId ?? '<phone-number-id>';
  return (
    <Page
      title={t.connect}
      lead={t.connectLead}
      above={
        <Link href="/" class="above">
          {t.back}
        </Link>
      }
    >
      <div class="stack gate-connect">
        {whatsapp === undefined && (
          <div class="note">
            <p>{t.noNumber}</p>
            {may(session.read(), 'apps:write') && <Link href={`~/console/apps/${appId}/settings`}>{t.toSettings}</Link>}
          </div>
        )}
        <ol class="gate-steps">
          <Step title={t.stepKey} why={fill(t.stepKeyWhy, { right: scopes['messages:send'] })}>
            {mayMakeKeys ? (
              <Link class="button" href="~/console/keys/new?scope=messages:send">
                {t.toKeys}
              </Link>
            ) : (
              <p class="note">{t.askOwner}</p>
            )}
          </Step>
          <Step title={t.stepAddress} why={t.stepAddressWhy}>
            <Copyable label={t.address} text={location.origin} />
            <Copyable label={t.wholeAddress} text={`${location.origin}/${version}/${number}/messages`} />
          </Step>
          <Step title={t.stepToken} why={t.stepTokenWhy}>
            <Sample number={number} />
          </Step>
          <Step title={t.stepNo} why={t.stepNoWhy}>
            <p class="small">{t.whenDown}</p>
            <p class="small">{t.passes}</p>
          </Step>
        </ol>
      </div>
    </Page>
  );
}

interface StepProps {
  readonly title: string;
  readonly why: string;
  readonly children: ComponentChildren;
}

const Step = ({ title, why, children }: StepProps) => (
  <li class="panel">
    <h2>{title}</h2>
    <p>{why}</p>
    {children}
  </li>
);

/** The same call in the clients that take an address of one's own. */
function Sample({ number }: { readonly number: string }) {
  const t = useWords(gateWords);
  const [program, setProgram] = useState<Program>('curl');
  return (
    <>
      <fieldset class="segments" aria-label={t.program}>
        {programs.map((each) => (
          <button type="button" key={each} aria-pressed={each === program} onClick={() => setProgram(each)}>
            <bdi dir="ltr">{programNames[each]}</bdi>
          </button>
        ))}
      </fieldset>
      <Copyable
        label={t.code}
        as="code"
        text={sampleOf(program, location.origin, number)}
        hint={fill(t.codeHint, { header: dryRun })}
      />
    </>
  );
}
