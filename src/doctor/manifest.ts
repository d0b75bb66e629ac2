/** Whether the app manifests in the repository are whole. */
import { readFileSync } from 'node:fs';
import { fail, type Line, pass } from './finding.ts';
import { wantedScopes } from './slack.ts';

const teamsFile = new URL('../../manifest/teams/manifest.json', import.meta.url);

/** Looks at what the bot needs of them; `npm run manifest` checks the Teams one against its schema. */
export const manifestLines = (teams: URL = teamsFile, slack?: URL): readonly Line[] => {
  const faults: string[] = [];
  try {
    const { manifestVersion, bots } = JSON.parse(readFileSync(teams, 'utf8')) as Record<string, unknown>;
    if (typeof manifestVersion !== 'string') faults.push('manifest/teams/manifest.json has no manifestVersion.');
    if (!Array.isArray(bots) || bots.length === 0) faults.push('manifest/teams/manifest.json has no bot.');
  } catch (error) {
    faults.push(`manifest/teams/manifest.json cannot be read: ${String(error)}.`);
  }
  try {
    if (!wantedScopes(slack).includes('chat:write'))
      faults.push('manifest/slack/manifest.yaml does not ask for chat:write.');
  } catch {
    faults.push('manifest/slack/manifest.yaml cannot be read or lists no scopes.');
  }
  const cure = 'Take the file from the repository again; "npm run manifest" checks and packs the Teams app.';
  return faults.length > 0
    ? faults.map((what) => fail('manifest', what, cure))
    : [pass('manifest', 'Both app manifests are whole.')];
};
