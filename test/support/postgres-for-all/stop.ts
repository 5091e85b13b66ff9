async function stop(): Promise<void> {
  await globalThis.postgresForAll?.stop();
}

// oxlint-disable-next-line import/no-default-export -- jest asks for it
export default stop;
