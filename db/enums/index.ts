/** Every closed list of values, once: the SQL check, the TypeScript union and the GraphQL enum are all made from here. */

export * from '../kit/enums.ts';
export * from './care.ts';
export * from './claims.ts';
export * from './codes.ts';
export * from './coverage.ts';
export * from './drugs.ts';
export * from './edits.ts';
export * from './fees.ts';
export * from './findings.ts';
export * from './history.ts';
export * from './policies.ts';
export * from './prices.ts';
export * from './search.ts';
export * from './sources.ts';
