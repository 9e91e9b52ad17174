import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Hi, this is {business}. What may we send you here?',
  pick: 'Press what you’d like. Each is a yes to that one only.',
  open: 'Pick',
  noThanks: 'No, thanks',
};
