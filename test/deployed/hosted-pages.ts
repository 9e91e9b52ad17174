import { createHash, randomBytes } from 'node:crypto';

/** What `GET /v1/sign-in` says of a stage that has a user pool. */
export interface SignInPlace {
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly returnUrl: string;
  readonly scope: string;
}

export interface Account {
  readonly email: string;
  readonly password: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** The pages on which people sign in, met as a browser meets them, and what the pool writes to people. */
export interface HostedPages {
  /** What the last invitation to an address says. Rejects when there is none. */
  invitationTo(email: string): Promise<Account>;
  /**
   * Signs in: authorization code with PKCE, as the console does. Whoever is asked for a new password gives this one.
   * Rejects with what the page says, when it lets nobody in.
   */
  signIn(place: SignInPlace, account: Account, newPassword?: string): Promise<Tokens>;
}

/** @param url base URL of the emulator, which answers for the pages under any name */
export function hostedPages(url: string): HostedPages {
  const led = (to: string): string => {
    const { pathname, search } = new URL(to, url);
    return new URL(`${pathname}${search}`, url).href;
  };
  const send = (to: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(led(to), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  return {
    async invitationTo(email) {
      const answer = await fetch(new URL('/_ministack/ses/messages', url));
      const { messages } = (await answer.json()) as {
        messages: Readonly<Record<string, readonly { To: readonly string[]; BodyText: string }[]>>;
      };
      const letter = Object.values(messages)
        .flat()
        .findLast(({ To }) => To.includes(email))?.BodyText;
      const [, name = '', password = ''] =
        /username is (\S+) and temporary password is (\S+)\.$/.exec(letter ?? '') ?? [];
      if (password === '') throw new Error(`Nobody has invited ${email}; the last letter says: ${letter}`);
      return { email: name, password };
    },

    async signIn({ clientId, authorizeUrl, tokenUrl, returnUrl, scope }, { email, password }, newPassword = '') {
      const [verifier, state] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')];
      const asked = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: returnUrl,
        scope,
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      let page = await fetch(led(`${authorizeUrl}?${asked}`), { redirect: 'manual' });
      const forms: readonly Readonly<Record<string, string>>[] = [
        { username: email, password },
        { new_password: newPassword, confirm_password: newPassword },
      ];
      for (const typed of forms) {
        if (page.status === 302) break;
        const { action, fields, complaint } = formOf(await page.text());
        if (complaint !== undefined) throw new Error(`The page says: ${complaint}`);
        page = await send(action, { ...fields, ...typed });
      }
      const back = page.headers.get('location');
      if (back === null) throw new Error(`The page says: ${formOf(await page.text()).complaint}`);
      const { origin, pathname, searchParams } = new URL(back);
      if (`${origin}${pathname}` !== returnUrl || searchParams.get('state') !== state)
        throw new Error(`The pages lead to ${back}, not back to the console.`);
      const grant = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: returnUrl };
      const code = searchParams.get('code') ?? '';
      const answer = await send(tokenUrl, { ...grant, code, code_verifier: verifier });
      const got = (await answer.json()) as Readonly<Record<string, string>>;
      const { access_token: accessToken, id_token: idToken, refresh_token: refreshToken } = got;
      if (accessToken === undefined || idToken === undefined || refreshToken === undefined)
        throw new Error(`There are no tokens for the code: ${JSON.stringify(got)}`);
      return { accessToken, idToken, refreshToken };
    },
  };
}

/** The form of a page: where it goes, what it holds unseen, and what the page complains of. */
function formOf(html: string) {
  const [, action = ''] = /<form[^>]* action="([^"]*)"/.exec(html) ?? [];
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
  const [, complaint] = /<div class="error">([^<]*)</.exec(html) ?? [];
  return { action, fields, complaint };
}
