/** Why a PostgreSQL database cannot be used, and what to do, in a sentence for whoever set its address. */
export function cannotOpen(url: string, error: unknown): Error {
  return new Error(`DATABASE_URL: the records at ${placeOf(url)} cannot be opened: ${reasonOf(url, error)}.`, {
    cause: error,
  });
}

/** Host, port and name of a database, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: '', pathname: '' };
  return `${host}${pathname}`;
}

function reasonOf(url: string, error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const name = decodeURIComponent(URL.parse(url)?.pathname.slice(1) ?? '');
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `nothing answers there (${code}); start the server, or correct host and port`;
    case '3D000':
      return `the server has no database of that name; create it (createdb ${name}), or correct the name`;
    case '28P01':
    case '28000':
      return 'the server refuses this user or password; correct them';
    case '57P03':
      return 'the server is still starting; try again in a moment';
    default:
      return error instanceof Error && error.message !== '' ? error.message : 'it gave no reason';
  }
}
