import type { App } from '../../domain/app/app.ts';
import type { Template, TemplateName } from '../../domain/templates/template.ts';
import { TemplateNotUsableError, type TemplateUse, templateUse } from '../../domain/templates/template-use.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** A template as a caller names it; the account is the app's. */
export type NamedTemplate = Pick<TemplateName, 'name' | 'language'>;

/** The full name of a template of the app; undefined = the app has no account, so no template either. */
export function inAccountOf(
  { whatsapp }: Pick<App, 'whatsapp'>,
  { name, language }: NamedTemplate,
): TemplateName | undefined {
  return whatsapp && { wabaId: whatsapp.wabaId, name, language };
}

/**
 * What a template is good for in the app now, for whoever is about to send it or asks whether it may be sent.
 *
 * @param template as the registry has it, read strongly; undefined = it has none
 * @throws TemplateNotUsableError with the registry's word
 */
export function useOfTemplate(
  named: NamedTemplate,
  template: Template | undefined,
  { appId }: Pick<App, 'appId'>,
  now: Milliseconds,
): TemplateUse {
  const use = templateUse(template, appId, now);
  if ('unusable' in use) throw new TemplateNotUsableError(named, use.unusable);
  return use;
}
