/** What fast-check draws is the same in each run, unless another seed is asked for; a failure prints it. */

import fc from 'fast-check';
import { countInputs } from './measures.ts';

const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
fc.installGlobalPlugin(fc.beforeEach(() => countInputs(1)));
