/** What the bot's home says. */
export const home = {
  title: 'Signpost',
  firing: 'What is wrong now',
  since: (title: string, age: string) => `${title}. For ${age}`,
  moreFiring: (count: number) => `And ${count} more.`,
  mine: 'Your tickets',
  queue: 'Open tickets of your helpdesk',
  noQueue: 'No ticket is open there.',
  rooms: 'Where I work',
  desks: 'Helpdesk channels',
  told: 'Channels that are told what is wrong',
  ask: 'Ask the helpdesk',
} as const;
