export * from '../en/find-fix.ts';
