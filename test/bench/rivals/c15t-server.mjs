/** c15t's backend behind a bare HTTP server, on the PostgreSQL at the port that is its argument. `GET /usage` says what the process has used. Copied beside what `install-rivals.ts` installs. */
import { createServer } from 'node:http';
import { c15tInstance } from '@c15t/backend';
import { kyselyAdapter } from '@c15t/backend/db/adapters/kysely';
import { migrator } from '@c15t/backend/db/migrator';
import { DB } from '@c15t/backend/db/schema';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

const pool = new pg.Pool({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', max: 10 });
const adapter = kyselyAdapter({
  db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
  provider: 'postgresql',
});
const migration = await migrator({ db: DB.client(adapter), schema: 'latest' });
await migration.execute();
const { handler } = c15tInstance({
  appName: 'bench',
  basePath: '/',
  trustedOrigins: ['http://localhost'],
  adapter,
  logger: { level: 'error' },
});

const server = createServer((request, response) => {
  if (request.url === '/usage') {
    const { user, system } = process.cpuUsage();
    response.end(JSON.stringify({ cpuMilliseconds: (user + system) / 1000 }));
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { method, headers, url } = request;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const answer = await handler(new Request(`http://localhost${url}`, { method, headers, body }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.once('disconnect', () => process.exit());
