import { createHash } from 'node:crypto';
import type { TemplateName } from '../../../domain/templates/template.ts';

/** The id by which the API names a template in its account: the same for ever for one name and language, and safe in an address. */
export function templateIdOf({ name, language }: Pick<TemplateName, 'name' | 'language'>): string {
  return `tpl_${createHash('sha256').update(`${name}\n${language}`).digest('hex').slice(0, 24)}`;
}
