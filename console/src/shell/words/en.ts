export const en = {
  skip: 'Skip to the page',
  navigation: 'Rooms',
  more: 'More',
  close: 'Close',
  business: 'Business',
  chooseBusiness: 'Choose a business',
  anotherBusiness: 'Add a business…',
  language: 'Language',
  look: 'Look',
  themes: { system: 'Like the device', light: 'Light', dark: 'Dark' },
  signOut: 'Sign out',
  tryingAgain: 'Trying again by itself.',
  notAllowed: 'Your key or role does not open this room.',
  broke: 'This part of the page broke.',
  brokeHow:
    'Nothing that was stored is lost. Load the page anew; if it breaks again, tell whoever runs OptLedger here.',
  reload: 'Load anew',
};
