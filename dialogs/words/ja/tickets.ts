export * from '../en/tickets.ts';
