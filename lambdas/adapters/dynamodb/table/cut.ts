export { cutAct } from '../../../domain/ledger/cut.ts';
