/** Programs that take events: with the library of Standard Webhooks, and with nothing but what comes with the language. */
export const programs = ['node', 'plain', 'python'] as const;
export type Program = (typeof programs)[number];

export const programNames: { readonly [P in Program]: string } = {
  node: 'Node, standardwebhooks',
  plain: 'Node',
  python: 'Python',
};

/** A whole program that takes events on port 8080 and checks each. Its secret is in the environment. */
export function receiverIn(program: Program): string {
  switch (program) {
    case 'node':
      return `${line('{ createServer }', 'node:http')}
${line('{ Webhook }', 'standardwebhooks')}

const webhook = new Webhook(process.env.OPTLEDGER_CALLBACK_SECRET);

createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  try {
    const event = webhook.verify(body, request.headers);
    console.log(event.type, event.userId, event.sequence);
    response.writeHead(204).end();
  } catch {
    response.writeHead(401).end();
  }
}).listen(8080);`;
    case 'plain':
      return `${line('{ createHmac, timingSafeEqual }', 'node:crypto')}
${line('{ createServer }', 'node:http')}

const secret = Buffer.from(process.env.OPTLEDGER_CALLBACK_SECRET.slice('whsec_'.length), 'base64');

function isOurs(headers, body) {
  const at = headers['webhook-timestamp'];
  if (!(Math.abs(Date.now() / 1000 - Number(at)) < 300)) return false;
  const signed = createHmac('sha256', secret).update(\`\${headers['webhook-id']}.\${at}.\${body}\`).digest();
  return String(headers['webhook-signature']).split(' ').some((each) => {
    const given = Buffer.from(each.replace(/^v1,/, ''), 'base64');
    return given.length === signed.length && timingSafeEqual(given, signed);
  });
}

createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  if (!isOurs(request.headers, body)) return response.writeHead(401).end();
  const event = JSON.parse(body);
  console.log(event.type, event.userId, event.sequence);
  response.writeHead(204).end();
}).listen(8080);`;
    case 'python':
      return `import base64, hashlib, hmac, json, os, time
from http.server import BaseHTTPRequestHandler, HTTPServer

secret = base64.b64decode(os.environ["OPTLEDGER_CALLBACK_SECRET"].removeprefix("whsec_"))

def is_ours(headers, body):
    at = headers.get("webhook-timestamp", "0")
    if abs(time.time() - int(at)) > 300:
        return False
    signed = hmac.new(secret, f"{headers['webhook-id']}.{at}.".encode() + body, hashlib.sha256)
    good = "v1," + base64.b64encode(signed.digest()).decode()
    return any(hmac.compare_digest(good, each) for each in headers.get("webhook-signature", "").split(" "))

class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if is_ours(self.headers, body):
            event = json.loads(body)
            print(event["type"], event.get("userId"), event.get("sequence"), flush=True)
            self.send_response(204)
        else:
            self.send_response(401)
        self.end_headers()

HTTPServer(("", 8080), Receiver).serve_forever()`;
  }
}

/** The line with which a program takes what it uses of a package. */
const line = (what: string, of: string): string => ['import', what, 'from', `'${of}';`].join(' ');
