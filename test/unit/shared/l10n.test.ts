import { equal } from 'node:assert/strict';
import { inEnglish, sayIn, t } from '../../../shared/l10n.ts';

describe('a message', () => {
  const german = sayIn({
    'Section {0} is missing; {1}': 'Abschnitt {0} fehlt; {1}',
    'after {0}': 'nach {0}',
  });
  const missing = t('Section {0} is missing; {1}', '"{1} $& {0}"', t('after {0}', '"News"'));

  it('is said in English where there is no translation', () => {
    equal(inEnglish(missing), 'Section "{1} $& {0}" is missing; after "News"');
    equal(german(t('{0} notes', 3)), '3 notes');
  });

  it('is said with the messages in it in one language, and what a note says as it is', () => {
    equal(german(missing), 'Abschnitt "{1} $& {0}" fehlt; nach "News"');
  });

  it('keeps braces that are no places', () => {
    equal(inEnglish(t('Write {owner} or {0}', 'x')), 'Write {owner} or x');
    equal(sayIn({ constructor: 'x' })(t('toString {0}', 1)), 'toString 1');
  });
});
