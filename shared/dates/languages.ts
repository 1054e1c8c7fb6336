/** The names of months and weekdays by language. The one list; `words.ts` reads by it and `format.ts` writes by it. */

import { monthNames, weekdayNames } from '../calendar.ts';

/** ISO 639-1. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl' | 'pl' | 'ru';

export interface DateWords {
  /** As a date has them, January first. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Sunday first; empty: none are read. */
  readonly weekdays: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');
const three = (name: string): string => name.slice(0, 3);

export const languages: Readonly<Record<Language, DateWords>> = {
  en: { months: monthNames, shortMonths: monthNames.map(three), weekdays: weekdayNames },
  de: {
    months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    shortMonths: words('Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'),
    weekdays: words('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
  },
  fr: {
    months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: words('janv févr mars avr mai juin juil août sept oct nov déc'),
    weekdays: words('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  },
  es: {
    months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    shortMonths: words('ene feb mar abr may jun jul ago sep oct nov dic'),
    weekdays: words('domingo lunes martes miércoles jueves viernes sábado'),
  },
  pt: {
    months: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    shortMonths: words('jan fev mar abr mai jun jul ago set out nov dez'),
    weekdays: [],
  },
  it: {
    months: words(
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    ),
    shortMonths: words('gen feb mar apr mag giu lug ago set ott nov dic'),
    weekdays: words('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
  },
  nl: {
    months: words('januari februari maart april mei juni juli augustus september oktober november december'),
    shortMonths: words('jan feb mrt apr mei jun jul aug sep okt nov dec'),
    weekdays: words('zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'),
  },
  pl: {
    months: words(
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    ),
    shortMonths: words('sty lut mar kwi maj cze lip sie wrz paź lis gru'),
    weekdays: words('niedziela poniedziałek wtorek środa czwartek piątek sobota'),
  },
  ru: {
    months: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    shortMonths: words('янв фев мар апр мая июн июл авг сен окт ноя дек'),
    weekdays: words('воскресенье понедельник вторник среда четверг пятница суббота'),
  },
};

/** Spellings and languages that are read alone, January first; an empty string: none. */
export const otherMonths: readonly (readonly string[])[] = [
  ['', '', 'maerz', '', '', '', '', '', 'sept', '', '', ''],
  ['', '', 'mrz', '', '', '', '', '', 'setiembre', '', '', ''],
  words('styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'),
  words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
  // Swedish, Danish and Norwegian, as far as they differ from those above.
  ['', '', 'marts', '', '', '', '', 'augusti', '', '', '', 'desember'],
  words('ledna února března dubna května června července srpna září října listopadu prosince'),
  words('січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'),
  words('ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'),
];

/** The same for weekdays, Sunday first. */
export const otherWeekdays: readonly (readonly string[])[] = [
  ['', '', 'tues', 'weds', 'thurs', '', 'sonnabend'],
  ['', '', '', '', 'thur', '', ''],
];

/** For the years, months and days of `2026年1月6日`, in Chinese, Japanese and Korean. */
export const dateUnits: ReadonlyMap<string, 'year' | 'month' | 'day'> = new Map([
  ['年', 'year'],
  ['년', 'year'],
  ['月', 'month'],
  ['월', 'month'],
  ['日', 'day'],
  ['号', 'day'],
  ['號', 'day'],
  ['일', 'day'],
]);

/** True for the code of a language that dates can be written in. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}
