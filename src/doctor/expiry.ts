/** When the secrets of the own app registrations end. */
import { checksWith } from '../checks/index.ts';
import type { Config } from '../config.ts';
import { causeOf, fail, type Line, pass, warn } from './finding.ts';

export const expiryLines = async (
  { checks, teams }: Pick<Config, 'checks' | 'teams'>,
  patience: number,
): Promise<readonly Line[]> => {
  const check = checksWith(checks).list.find(({ name }) => name === 'own-health');
  if (!check)
    return teams?.appPassword
      ? [
          warn(
            'secrets',
            'When the secret of the bot ends is not known: there is no way into Graph.',
            'Set GRAPH_TENANT_ID, GRAPH_CLIENT_ID and a credential, and grant Application.Read.All; or note the day yourself.',
          ),
        ]
      : [];
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(reject, patience, new Error(`no answer within ${patience / 1000} seconds`)).unref(),
  );
  try {
    const { findings } = await Promise.race([check.run({}), late]);
    return findings.map(({ state, severity, title, evidence, action }): Line => {
      const cure = action ?? evidence ?? 'Look at the registration in Entra.';
      if (state === 'ok') return pass('secrets', `${title}.`);
      return state === 'firing' && severity === 'critical'
        ? fail('secrets', `${title}.`, cure)
        : warn('secrets', `${title}.`, cure);
    });
  } catch (error) {
    return [
      warn(
        'secrets',
        `When the secrets end cannot be looked up: ${causeOf(error)}.`,
        'Run "npm run check-domain" to see what Graph says.',
      ),
    ];
  }
};
