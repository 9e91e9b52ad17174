export const en = {
  seeAll: 'See all options',
  close: 'Close',
  send: 'Send',
};
