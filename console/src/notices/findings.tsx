import { Button } from '../kit/button.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { rulesWords } from './rules/words/rules-words.ts';
import type { Finding } from './use-findings.ts';
import { noticesWords } from './words/notices-words.ts';

/** What a finding says, in the language of the page; the linter's own sentence where we have none. */
export function useFindingTitles(): (finding: Finding) => string {
  const { rules } = useWords(rulesWords);
  const { faults } = useWords(kitWords);
  const said: { readonly [rule: string]: string } = { ...faults, ...rules };
  return ({ rule, detail }) => said[rule.replace(/^(eu|ca|br|in)-(withdrawal|privacy-notice)$/, 'law-$2')] ?? detail;
}

/** Findings below a field, each with what mends it. Errors are told by the field itself, so here is only what to do. */
export function Findings({ of, ours }: { readonly of: readonly Finding[]; readonly ours?: (() => void) | undefined }) {
  const t = useWords(noticesWords);
  const title = useFindingTitles();
  if (of.length === 0) return null;
  return (
    <div class="findings">
      {of
        .filter(({ severity }) => severity === 'warning')
        .map((finding) => (
          <p key={finding.rule + finding.detail} class="finding-title">
            {title(finding)}
          </p>
        ))}
      <details>
        <summary>{t.why}</summary>
        <ul lang="en" dir="ltr">
          {of.map(({ rule, detail, fix }) => (
            <li key={rule + detail}>
              {detail} {fix}
            </li>
          ))}
        </ul>
      </details>
      {ours !== undefined && <Button onClick={ours}>{t.takeOurs}</Button>}
    </div>
  );
}
