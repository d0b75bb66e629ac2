/** Signpost as `npm start` starts it, but with a Slack that stands elsewhere: SLACK_API_URL. With BOTH set it serves local Teams tools too. */
import { setUpNode } from '../src/node.ts';

setUpNode();
const { load } = await import('../src/load.ts');
const { logTo } = await import('../src/log.ts');
const { config, start } = await load(process.env);

const { slack } = config;
const teams = process.env['BOTH'] ? { teams: {} } : {};
const app = await start({ ...config, ...teams, ...(slack ? { slack } : {}) }, logTo(config.logLevel));
process.stdout.write(`http://127.0.0.1:${app.port}\nCtrl+C stops it.\n`);
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
