// npm start [-- --port 5173] [-- --no-open]
import { parseArgs } from 'node:util';
import { prepare, ROOT, runMain } from './prepare.mjs';

await runMain(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  const port = values.port === undefined ? 5173 : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port must be a whole number from 1 to 65535, not "${values.port}"`);
  }
  await prepare();

  const { createServer } = await import('vite');
  // A port that is taken is not an error: Vite then takes the next one.
  const server = await createServer({ root: ROOT, server: { port } });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await server.close();
      process.exit(0);
    });
  }
  await server.listen();
  console.log(`\nHopscope is at ${server.resolvedUrls?.local[0]}  (Ctrl-C stops it)\n`);
  if (!process.env.CI && !values['no-open']) server.openBrowser();
  return undefined;
});
