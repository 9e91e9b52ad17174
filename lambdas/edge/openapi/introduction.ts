/** What stands before the operations: the rules that all of them share, and what is left out. Markdown. */
export const introduction = `
Every call needs an API key with the scope that the operation names: \`Authorization: Bearer olk_…\`. Where people sign in, their access token is sent in its place; their role says which scopes it has. A key may be limited to apps; what lies beyond its apps is 404, like what does not exist.

- **No person in a URL.** People are named by \`userId\`; numbers and BSUIDs travel in bodies. A user is named by \`phone\` in any usual writing, \`waId\`, \`bsuid\`, \`userId\`, or several at once.
- **Times** are RFC 3339. Input needs an offset; output is UTC with milliseconds. \`saidAt\` is the person's act, \`recordedAt\` ours.
- **A retry gets the first answer**, at any distance, with the header \`Idempotency-Replayed: true\`: give an \`eventId\`, or the header \`Idempotency-Key\` on a single call. The same id with another content is 409.
- **Lists** are \`{ "data": […], "nextCursor": "…" | null }\`. A cursor belongs to its list, app and filter. A page may be short and yet have a next one.
- **Bulk** calls take 1 to 100 \`items\` and answer 200 with one \`{ status, body }\` per item in the same order, each as the single call would answer.
- **Errors** are \`application/problem+json\` (RFC 9457) with all faults at once: [what each code means](/docs/problems). Unknown fields are faults, in bodies and in queries.
- **The gateway answers some calls by itself**, before any function of ours, with \`{ "message": … }\` as \`application/json\`: no \`Authorization\` header (401), a key that is not good (403), a path that is no route (404), too many calls (429), a request line with headers beyond 10 KB (431).
- **HEAD** is answered wherever GET is, with the same status and headers and without the body.
- Within \`/v1\` there are only additions: answers may get fields, operations may get optional ones, codes may be added. Read what you know and ignore the rest.

Left out on purpose: the webhook of WhatsApp, whose shape is Meta's and whose only caller is Meta; the send gate, whose paths, messages and errors are Meta's; what programs made for Gupshup call, whose paths and answers are Gupshup's; and everything that people and browsers open (short links, pages, preferences, logos, the widget), whose addresses come in answers and are not built by callers.
`.trim();

interface Part {
  readonly name: string;
  readonly description: string;
  /** The capabilities whose operations it shows. */
  readonly of: readonly string[];
}

/** The parts of the API, in the order of a first use. Each says what it is for. */
export const parts: readonly Part[] = [
  {
    name: 'Apps',
    description: 'One business identity on one WhatsApp number, with the purposes of its messages.',
    of: ['apps'],
  },
  {
    name: 'Consent',
    description:
      'What people said, recorded: a yes or a no to one purpose, several, or all; and the brakes of the business.',
    of: ['consent', 'suppressions'],
  },
  {
    name: 'Eligibility',
    description: 'May this message go to this person for this purpose now? Ask before every message.',
    of: ['eligibility', 'country-rules'],
  },
  { name: 'Users', description: 'The people whom an app knows, what they said, and who withdrew.', of: ['users'] },
  {
    name: 'Send gate',
    description: 'What the send gate decided about messages of your own programs.',
    of: ['gate-decisions'],
  },
  {
    name: 'Handovers',
    description: 'Who is with a human, so that what an app says by itself is silent for them.',
    of: ['handovers', 'handover-acts'],
  },
  {
    name: 'Send gate',
    description: 'What the gate decided about each message, and why.',
    of: ['gate-decisions'],
  },
  {
    name: 'Kept aside',
    description: 'What came from a provider and could not be used, so that a person looks at it.',
    of: ['kept-aside', 'kept-aside-acts'],
  },
  {
    name: 'Message templates',
    description: 'What Meta says of each template, and the one purpose that it serves.',
    of: ['templates'],
  },
  {
    name: 'Notices',
    description: 'The words that people agree to: published in versions that never change, looked at by a linter.',
    of: ['notices'],
  },
  {
    name: 'Collection points',
    description: 'Links, QR codes, pages and widgets by which people opt in.',
    of: ['points', 'counts', 'point-files', 'meta-links', 'signups'],
  },
  {
    name: 'Telephone',
    description: 'What a phone menu says, and the addresses at which telephone providers tell of calls.',
    of: ['telephone'],
  },
  {
    name: 'In-App Signups',
    description: 'Signups in WhatsApp itself, which Meta keeps: what they say, and what they opt in to.',
    of: ['signups'],
  },
  {
    name: 'Personal links',
    description: 'What is for one person alone: links, and payloads behind the buttons of a template or in a Flow.',
    of: ['personal-links', 'prompts'],
  },
  {
    name: 'Telephone',
    description: 'What comes by telephone: what a menu says, and secret addresses at which providers tell of calls.',
    of: ['telephone'],
  },
  {
    name: 'Exports',
    description: 'Files of everybody who may be messaged for a purpose, once or by a schedule.',
    of: ['exports', 'export-schedules'],
  },
  {
    name: 'Imports',
    description: 'Files of what people said elsewhere: tried first, then applied, and undone if need be.',
    of: ['imports'],
  },
  {
    name: 'Callbacks',
    description: 'Addresses at which your systems are told of events, what each was told, and the types of events.',
    of: ['callbacks', 'event-types'],
  },
  { name: 'Keys', description: 'API keys: made, listed, rotated, revoked.', of: ['keys'] },
  {
    name: 'People',
    description: 'Who of the business signs in, and what each may do.',
    of: ['people'],
  },
  { name: 'Audit', description: 'What was done to the stage, by whom and when.', of: ['audit'] },
  { name: 'Health', description: 'Whether the API answers, and how people sign in.', of: ['health'] },
];
