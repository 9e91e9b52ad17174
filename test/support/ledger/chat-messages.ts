/** What people send on WhatsApp, as Meta writes it: the part of a message that says what it is. */
export const words = (body: string) => ({ type: 'text', text: { body } });
export const tap = (id: string, title = '') => ({
  type: 'interactive',
  interactive: { type: 'button_reply', button_reply: { id, title } },
});
export const pick = (id: string, title = '') => ({
  type: 'interactive',
  interactive: { type: 'list_reply', list_reply: { id, title, description: title } },
});
export const quickReply = (payload: string, text = '') => ({ type: 'button', button: { payload, text } });
/** The answer to a Flow; `json` as it is where it is no object. */
export const flow = (json: object | string) => ({
  type: 'interactive',
  interactive: {
    type: 'nfm_reply',
    nfm_reply: { name: 'flow', body: 'Sent', response_json: typeof json === 'string' ? json : JSON.stringify(json) },
  },
});
