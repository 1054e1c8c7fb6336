/** What fast-check draws is the same in each run, unless another seed is asked for; a failure prints it. */

import fc from 'fast-check';

const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
