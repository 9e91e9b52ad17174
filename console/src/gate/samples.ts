/** Clients that take an address of one's own, and what everybody has. */
export const programs = ['curl', 'kapso', 'greatDetail'] as const;
export type Program = (typeof programs)[number];

export const programNames: { readonly [Name in Program]: string } = {
  curl: 'curl',
  kapso: '@kapso/whatsapp-cloud-api',
  greatDetail: '@great-detail/whatsapp',
};

/** The version of Meta's API that the samples name; the gate passes on whichever a program names. */
export const version = 'v23.0';

/** The header with which the gate answers and sends nothing. */
export const dryRun = 'X-OptLedger-Dry-Run';

/**
 * A call of the gate that sends nothing, to a number that belongs to nobody.
 *
 * @param base the address of this API, without a slash at its end
 * @param number Meta's phone number id
 */
export function sampleOf(program: Program, base: string, number: string): string {
  switch (program) {
    case 'curl':
      return `curl ${base}/${version}/${number}/messages \\
  -H "Authorization: Bearer $OPTLEDGER_KEY" \\
  -H "Content-Type: application/json" \\
  -H "${dryRun}: true" \\
  -d '{"messaging_product":"whatsapp","to":"+12125550107","type":"text","text":{"body":"Hello"}}'`;
    case 'kapso':
      return `${line('{ WhatsAppClient }', programNames.kapso)}

const client = new WhatsAppClient({
  baseUrl: '${base}',
  accessToken: process.env.OPTLEDGER_KEY,
  fetch(url, init) {
    const headers = new Headers(init?.headers);
    headers.set('${dryRun}', 'true');
    return fetch(url, { ...init, headers });
  },
});
await client.messages.sendText({ phoneNumberId: '${number}', to: '+12125550107', body: 'Hello' });`;
    case 'greatDetail':
      return `${line('Client', programNames.greatDetail)}

const sdk = new Client({
  prefixUrl: '${base}',
  request: {
    headers: { Authorization: \`Bearer \${process.env.OPTLEDGER_KEY}\`, '${dryRun}': 'true' },
  },
});
const message = await sdk.message.createMessage({
  phoneNumberID: '${number}', to: '+12125550107', type: 'text', text: { body: 'Hello' },
});
await message.json();`;
  }
}

/** The line with which a program takes what it uses of a package. */
const line = (what: string, of: string): string => ['import', what, 'from', `'${of}';`].join(' ');
