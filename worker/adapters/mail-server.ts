import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/**
 * A mail server and how to speak to it. `encryption`: from the first byte, or by STARTTLS, always or where the server
 * offers it. `patience` is how many milliseconds its silence is borne, `connections` how many are open at once at most.
 */
export type MailServer = {
  host: string;
  port: number;
  encryption?: 'from-the-start' | 'required' | 'if-offered' | 'none';
  login?: { user: string; password: string } | null;
  /** Certificates (PEM) of who may vouch for the server, in place of the authorities that the system knows. */
  authorities?: string | null;
  /** How we call ourselves; the machine's own name when absent. */
  name?: string | null;
  connections?: number;
  patience?: number;
};

const form = 'smtp://user:password@host:587 or smtps://user:password@host:465';
const parts = ['tls', 'ca', 'name', 'connections'];
const encryptions = { required: 'required', 'if-offered': 'if-offered', off: 'none' } as const;

/**
 * Reads the address of a mail server: `smtp://` begins plain and must become encrypted (`?tls=if-offered` or `off` for
 * less, which is the default on loopback), `smtps://` is encrypted from the start. Also `ca` (a file), `name` and
 * `connections`. Throws a sentence that names OASC_MAIL and what is wrong with its value, without the password.
 */
export function mailServerOf(url: string): MailServer {
  const read = URL.parse(url);
  if (read === null || !['smtp:', 'smtps:'].includes(read.protocol) || read.hostname === '')
    throw wrong(`is not the address of a mail server: write ${form}`);
  if (!['', '/'].includes(read.pathname)) throw wrong('has a path behind the host: take it away');
  for (const name of read.searchParams.keys())
    if (!parts.includes(name)) throw wrong(`has the unknown part ${name}; known are ${parts.join(', ')}`);
  const host = read.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(read.port) || (read.protocol === 'smtps:' ? 465 : 587),
    encryption: encryptionOf(read, host),
    login: loginOf(read),
    authorities: authoritiesOf(read.searchParams.get('ca')),
    name: read.searchParams.get('name'),
    connections: connectionsOf(read.searchParams.get('connections')),
  };
}

function encryptionOf({ protocol, searchParams }: URL, host: string): NonNullable<MailServer['encryption']> {
  const said = searchParams.get('tls');
  if (protocol === 'smtps:') {
    if (said !== null) throw wrong('has tls, which smtps:// always is: take it away');
    return 'from-the-start';
  }
  if (said === null) return isLoopback(host) ? 'if-offered' : 'required';
  if (said !== 'required' && said !== 'if-offered' && said !== 'off')
    throw wrong(`has an unknown tls; known are ${Object.keys(encryptions).join(', ')}`);
  return encryptions[said];
}

function loginOf({ username, password }: URL): { user: string; password: string } | null {
  if (username === '' && password === '') return null;
  if (username === '' || password === '') throw wrong(`has only one of user and password: write ${form}`);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function authoritiesOf(file: string | null): string | null {
  if (file === null) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw wrong(`has a ca that cannot be read: ${file}`);
  }
}

function connectionsOf(written: string | null): number {
  const number = Number(written ?? 4);
  if (!Number.isInteger(number) || number < 1 || number > 50)
    throw wrong('has connections that are not a whole number from 1 to 50');
  return number;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function wrong(what: string): Error {
  return new Error(`OASC_MAIL ${what}.`);
}
