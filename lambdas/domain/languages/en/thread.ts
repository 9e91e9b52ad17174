import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Change what I get',
  buttonStopMarketing: 'No more offers',
  askWhichBySms:
    '{business}: do you want to stop our messages? Send STOP to end all of them, NO MORE OFFERS to end only the offers, START to keep everything.',
  getsNow: '{business}: this is what you get from us now: {purposes}.',
  getsNothing: '{business}: right now you don’t get any messages from us.',
  adding: 'Pick “Get” to add something. By that you say:',
  howToAdd: 'To get more from us, sign up with us.',
  more: 'Not everything fits into this list. Write to us about the rest.',
  open: 'See the list',
  rowGet: 'Get {purposes}',
  rowStop: 'Stop {purposes}',
  rowStopAll: 'Stop everything',
  rowStopAllHint: 'You won’t hear from us again',
};
