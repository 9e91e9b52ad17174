import { useLocation } from 'wouter';
import { useApp } from '../../app-context.ts';
import { RadiosField } from '../../kit/choice-fields.tsx';
import { Form } from '../../kit/form.tsx';
import { foundHere } from '../../kit/kept-form.ts';
import { useWords } from '../../words/use-words.ts';
import { at } from '../columns/mapping.ts';
import { useStep } from '../draft.ts';
import { isKind, kinds } from '../kinds.ts';
import { pathOf, StepPage } from '../step-page.tsx';
import { importsWords } from '../words/imports-words.ts';

/** What the file says: yeses, noes, or whom the business itself does not contact. */
export function KindStep() {
  const t = useWords(importsWords);
  const { appId } = useApp();
  const [, go] = useLocation();
  const form = useStep(
    appId,
    async (values) => {
      if (!isKind(values[at.kind])) throw foundHere([{ pointer: at.kind, code: 'none' }]);
    },
    () => go(pathOf('file')),
  );
  return (
    <StepPage step="kind" title={t.kindTitle}>
      <div class="narrow">
        <Form form={form} act={t.next}>
          <RadiosField
            form={form}
            pointer={at.kind}
            label={t.kindTitle}
            choices={kinds.map((kind) => [kind, t.kinds[kind], t.kindDoes[kind]] as const)}
          />
        </Form>
      </div>
    </StepPage>
  );
}
