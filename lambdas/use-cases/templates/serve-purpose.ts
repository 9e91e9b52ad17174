import { found } from '../../domain/found.ts';
import { purposeIn, type Template, type TemplateName } from '../../domain/templates/template.ts';
import type { Clock } from '../ledger/ports.ts';
import type { TemplateStore } from './ports.ts';

/**
 * Says which one purpose of an app a template serves from now on; undefined = none, so nobody may get it. Kept in its history.
 *
 * @param purpose one of the app's
 * @throws NotFoundError
 */
export async function servePurpose(
  { templates, now }: { readonly templates: Pick<TemplateStore, 'change'>; readonly now: Clock },
  appId: string,
  name: TemplateName,
  purpose: string | undefined,
): Promise<Template> {
  const { template } = await templates.change(name, (stored) => {
    const before = found(stored, 'template');
    if (purposeIn(before, appId) === purpose) return undefined;
    const { [appId]: _before, ...others } = before.purposes;
    const purposes = purpose === undefined ? others : { ...others, [appId]: purpose };
    const at = now();
    const version = before.version + 1;
    const entryId = `purpose-${version}`;
    const entry = {
      entryId,
      at,
      heardAt: at,
      from: 'person' as const,
      facts: {},
      appId,
      ...(purpose !== undefined && { purpose }),
    };
    return { after: { ...before, purposes, version }, entry };
  });
  return found(template, 'template');
}
