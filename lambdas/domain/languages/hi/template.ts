import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = { footer: 'संदेश बंद करने के लिए STOP लिखकर भेजें।', optOutButton: 'संदेश बंद करें' };
