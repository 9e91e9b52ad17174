import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  title: 'ما يراه الناس',
  look: 'فاتح أو داكن',
  schemes: {
    light: 'فاتح',
    dark: 'داكن',
  },
  note: 'مرسوم بنفس كلمات الصفحة وشعارها ولونها. لا شيء هنا يمكن الضغط عليه.',
};
