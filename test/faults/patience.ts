import { setTimeout as pause } from 'node:timers/promises';

/** For how long people try again before they give up, in milliseconds. */
const patience = 60_000;

/**
 * Fetches as people with patience do: while nobody answers, or the answer is that something broke, the same request is
 * sent again. An answer that breaks off counts as none.
 */
export const patientFetch: typeof fetch = async (address, init) => {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await whole(address, init);
    if (answer && answer.status < 500) return answer;
    if (process.env['FAULTS_TALK']) console.log(`    again: ${answer ? answer.status : 'no answer'}`);
    if (Date.now() > end)
      throw new Error(`Nobody took the request within ${patience / 1000} s: ${answer ? answer.status : 'no answer'}`);
    await pause(150);
  }
};

async function whole(address: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response | null> {
  try {
    const answer = await fetch(address, init);
    const body = await answer.arrayBuffer();
    const read = new Response(body, { status: answer.status, headers: answer.headers });
    Object.defineProperty(read, 'url', { value: answer.url });
    return read;
  } catch {
    return null;
  }
}
