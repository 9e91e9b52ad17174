import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: you are unsubscribed and will get no more messages. Send START to get them again.',
  marketingStopConfirmed:
    '{business}: you will get no more marketing messages. Other messages that you agreed to go on. To get marketing again, sign up with us again.',
  startConfirmed: '{business}: welcome back, you will get our messages again. Send STOP to end them.',
  optInConfirmed: '{business}: you have opted in to our WhatsApp messages. Send STOP to end them, HELP for help.',
  askWhetherStop: 'Do you want to stop all messages from {business}?',
  buttonStop: 'Stop all messages',
  buttonKeep: 'Keep messages',
  askWhetherStopBySms: '{business}: do you want to stop all our messages? Send STOP to end them or START to keep them.',
  help: '{business}: send STOP to end our messages, START to get them again.',
  howToOptIn: 'Send OPTIN {name} to opt in.',
};
