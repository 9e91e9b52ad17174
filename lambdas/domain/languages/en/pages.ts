import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'This page is by {business}.',
    trademark: 'WhatsApp is a trademark of Meta Platforms, Inc., which has no part in this page.',
    languages: 'Language',
    newTab: '(opens in a new tab)',
  },
  check: {
    purposes: 'What would you like to receive?',
    purposesHint: 'Tick what you want. Nothing is chosen for you.',
    agreement: 'For what you tick, you say:',
    confirm: 'You will not get messages until you confirm this on WhatsApp from your own phone.',
    continue: 'Continue on WhatsApp',
    chat: 'Just open the chat',
    chatNote: 'Opening the chat signs you up for nothing.',
  },
  number: {
    country: 'Country',
    number: 'Your WhatsApp number',
    example: 'For example {example}',
    more: 'Add another number',
    another: 'Number {n}',
    moreHint: 'For a number of another country, begin with + and its country code.',
  },
  fault: {
    summary: 'Please have another look',
    purposes: 'Tick at least one.',
    purposesOrChat: 'Tick at least one, or just open the chat.',
    numberMissing: 'Enter your number.',
    numberInvalid:
      'This does not look like a number of {country}. Check the digits, or begin with + and the country code.',
    numberTwice: 'You have entered this number already.',
    country: 'Choose a country.',
    changed: 'The text was changed meanwhile. Please read it again and choose.',
  },
  end: {
    heading: 'One last step',
    text: 'Open WhatsApp and send the message that is ready there. You are signed up when it arrives.',
    onlyFrom: 'Send it from the number ending in {number}. Only that phone can confirm.',
    fromEach: 'Send it from each of your phones: the numbers ending in {numbers}. Each confirms for itself.',
    open: 'Open WhatsApp',
    scan: 'Or scan this with your phone',
    message: 'What you will send',
    messageHint: 'Please leave the text as it is.',
    sent: 'I have sent it',
    notYet:
      'Your confirmation has not arrived yet. Tap send in WhatsApp, answer if you are asked something there, and try again.',
    until: 'You can do this until {time}.',
    confirmedHeading: 'You are signed up',
    confirmedText: '{business} may now write to you on WhatsApp about:',
    confirmedNumbers: 'Confirmed: number ending in {numbers}.',
    waitingNumbers: 'Not confirmed yet: number ending in {numbers}.',
    howToStop: 'To stop, send STOP in the chat at any time.',
    lapsed: {
      heading: 'This step has run out',
      text: 'If you have sent the message, nothing is lost. If not, nothing was stored as your consent, and you can start again.',
    },
    again: 'Start again',
  },
  closed: {
    paused: { heading: 'Not open at the moment', text: 'Nobody can sign up here just now. Please try again later.' },
    expired: { heading: 'This link has expired', text: 'It is no longer possible to sign up here.' },
    full: { heading: 'This one is full', text: 'As many people as possible have signed up here already.' },
  },
  widget: {
    button: 'Get messages on WhatsApp',
    close: 'Close',
    line: '{purposes} on WhatsApp',
    numberHint: 'With + and the country code, for example {example}',
    numberInvalid: 'This does not look like a phone number. Begin with + and the country code.',
    otherDevice: 'Scan a code with your phone instead, or see whether the message has arrived',
  },
  problem: {
    notFound: { heading: 'There is no such page', text: 'Check the address, or scan the code again.' },
    tooMany: { heading: 'Too many tries', text: 'Please wait a few minutes and try again.' },
    unreadable: {
      heading: 'That did not work',
      text: 'Something in the form was not as expected. Nothing was stored. Please go back and open the page again.',
    },
    failed: { heading: 'Something went wrong here', text: 'Please try again in a moment.' },
  },
};
