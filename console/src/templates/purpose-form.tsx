import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Form, SelectField, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Template } from './templates.ts';
import { templatesWords } from './words/templates-words.ts';

/** Says which one purpose a template serves, or that it serves none. */
export function PurposeForm({ of: { templateId, purpose } }: { readonly of: Template }) {
  const t = useWords(templatesWords);
  const { same } = useWords(kitWords);
  const { categories } = useWords(vocabularyWords);
  const { appId, purposes } = useApp();
  const queries = useQueryClient();
  const form = useForm(
    { '/purpose': purpose ?? '' },
    async ({ '/purpose': chosen = '' }) => {
      const body = { purpose: chosen === '' ? null : chosen };
      const params = { path: { appId, templateId } };
      return await dataOf(api.PATCH('/v1/apps/{appId}/templates/{templateId}', { params, body }));
    },
    (changed) => {
      toast(t.saved);
      queries.setQueryData(['template', appId, templateId], changed);
      void queries.invalidateQueries({ queryKey: ['rows', 'templates', appId] });
    },
  );
  const choices = purposes.map((each) => [each.purposeId, `${each.name} · ${categories[each.category]}`] as const);
  return (
    <section class="panel narrow">
      <Form form={form} act={t.save} whenUnsure={same}>
        <SelectField
          form={form}
          pointer="/purpose"
          label={t.purpose}
          hint={t.purposeHint}
          choices={[['', t.none], ...choices]}
        />
      </Form>
    </section>
  );
}
