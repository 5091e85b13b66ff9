/** What one look found: in one sentence, and what to do where something is to be done. */
export type Finding = { id: string; state: 'ok' | 'attention' | 'broken'; what: string; todo: string | null };

export function well(id: string, what: string): Finding {
  return { id, state: 'ok', what, todo: null };
}

/** It works, and somebody should know something. */
export function attention(id: string, what: string, todo: string): Finding {
  return { id, state: 'attention', what, todo };
}

/** It does not work until somebody does something. */
export function broken(id: string, what: string, todo: string): Finding {
  return { id, state: 'broken', what, todo };
}

/** What a look finds; one that itself breaks is a finding too. */
export async function lookedAt(id: string, look: () => Promise<Finding | Finding[]>, todo: string): Promise<Finding[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    return [broken(id, (error instanceof Error ? error.message : String(error)).split('\n').join(' '), todo)];
  }
}
