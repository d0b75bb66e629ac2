/** Which organisations the bot answers. */
import type { Activity } from 'botbuilder';
import { InputError } from '../../model/errors.ts';
import type { Log } from '../../model/ports.ts';
import { arrivalOf } from './activity.ts';
import type { TeamsSettings } from './cloud.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The tenants that are answered; empty where all are. */
const allowedBy = ({ allowedTenants = [], appId, appType = 'SingleTenant', tenantId }: TeamsSettings, log: Log) => {
  if (allowedTenants.length > 0 || !appId || !tenantId || appType !== 'SingleTenant') return allowedTenants;
  if (guid.test(tenantId)) return [tenantId];
  log.warn(
    { tenantId },
    'every tenant is answered, because MicrosoftAppTenantId is no GUID; set MicrosoftAppAllowedTenants to answer only some',
  );
  return [];
};

/** Throws `InputError` for an activity of a tenant that is not answered; whoever may sign for Teams may sign for any tenant. */
export const tenantGuard = (settings: TeamsSettings, log: Log): ((activity: Activity) => void) => {
  const tenants = new Set(allowedBy(settings, log).map((tenant) => tenant.toLowerCase()));
  if (tenants.size === 0) return () => {};
  return (activity) => {
    const { conversation, channelData } = arrivalOf(activity);
    const named = [conversation?.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
    const foreign = named.find((id) => !tenants.has(id.toLowerCase()));
    if (named.length > 0 && foreign === undefined) return;
    log.warn({ tenant: foreign }, 'a Teams request came from a tenant that is not allowed');
    throw new InputError(
      'Signpost does not answer this organisation. Whoever runs it can add the tenant to MicrosoftAppAllowedTenants.',
      403,
    );
  };
};
