import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: you’re unsubscribed and won’t hear from us again. To get messages again, send START.',
  marketingStopConfirmed: '{business}: we’ve stopped sending you {purposes}.',
  goesOn: 'You’ll still hear from us about {purposes}.',
  marketingAgain: 'To get marketing again, sign up with us again.',
  marketing: 'marketing messages',
  startConfirmed: '{business}: welcome back. You’ll get {purposes} from us again. Send STOP to end them.',
  optInConfirmed: '{business}: you’re in. We’ll send you {purposes} on WhatsApp. Send STOP to end them, HELP for help.',
  noAdvertising:
    'At the moment, advertising can’t be sent to numbers from this country ({country}). Your choice still counts.',
  askWhetherStop: 'Do you want to stop all messages from {business}?',
  buttonStop: 'Stop all messages',
  buttonKeep: 'Keep messages',
  askWhetherStopBySms: '{business}: do you want to stop all our messages? Send STOP to end them or START to keep them.',
  help: '{business}: send STOP to end our messages, START to get them again.',
  howToOptIn: 'Send OPTIN {name} to opt in.',
};
