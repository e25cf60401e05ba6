/** What was read in a file, shown before it is saved: its own date, the e-mail's headers as text, what will not be exported. */

import { momentAt } from '@/lib/domain/moment';
import type { ReadFile } from '@/lib/imports/types';
import { errorSentence } from '../entry/describe';
import { calendarDay, fullMoment, size } from '../format';
import { type Speech, useSpeech } from '../text';
import { Banner } from '../ui/Banner';

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** The file's own date in words, with where it comes from. */
export function readDateText(date: ReadFile['date'], { t, locale }: Speech): string {
  if (!date) return t('imports.file-date.none');
  const said =
    date.instant !== null
      ? fullMoment(momentAt(date.instant), locale)
      : t('imports.file-date.local', {
          date: date.wall ? `${calendarDay(date.wall.slice(0, 10), locale, DAY)}, ${date.wall.slice(11)}` : date.text,
        });
  return `${said} : ${t(`imports.file-date.from.${date.from}`)}`;
}

export function ImportRead({ read }: { readonly read: ReadFile }) {
  const speech = useSpeech();
  return (
    <div class="stack" data-read={read.what}>
      <Notices read={read} />
      <dl class="rows">
        {rowsOf(read, speech).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {read.text ? (
        <details>
          <summary>{speech.t('imports.read.text-show')}</summary>
          <p class="imported-text" dir="auto">
            {read.text.slice(0, 4_000)}
          </p>
        </details>
      ) : null}
      <p class="small soft">{exportedText(read, speech)}</p>
    </div>
  );
}

/** What could not be read, and what looks automatic: both are said before the person decides. */
function Notices({ read }: { readonly read: ReadFile }) {
  const speech = useSpeech();
  const { t } = speech;
  const marks = read.mail?.autoReply ?? [];
  return (
    <>
      {read.problem ? (
        <Banner tone="warn" name="import-problem" title={errorSentence(read.problem, speech)}>
          <p>{t('imports.kept-as-it-is')}</p>
        </Banner>
      ) : null}
      {marks.length > 0 ? (
        <Banner tone="plain" name="auto-reply" title={t('imports.auto-reply')}>
          <p class="small">
            {t('imports.auto-reply.marks', { marks: marks.map((mark) => t(`imports.auto-reply.${mark}`)).join(', ') })}
          </p>
        </Banner>
      ) : null}
    </>
  );
}

/** Label and value of what was read; what the file does not say is left out. */
function rowsOf(read: ReadFile, speech: Speech): (readonly [string, string])[] {
  const { t } = speech;
  const rows: readonly (readonly [string, string])[] = [
    [t('imports.file-date'), readDateText(read.date, speech)],
    [t('imports.read.from'), read.mail?.from ?? ''],
    [t('imports.read.to'), read.mail?.to ?? ''],
    [t('imports.read.subject'), read.mail?.subject ?? ''],
    [t('imports.read.attachments'), attachmentsText(read, speech)],
    [t('entry.row.pixels'), read.size ? t('imports.read.size', read.size) : ''],
    [t('entry.row.pages'), read.pages === null ? '' : t('imports.read.pages', { count: read.pages })],
  ];
  return rows.filter(([, value]) => value !== '');
}

function attachmentsText({ mail }: ReadFile, { t, locale }: Speech): string {
  const named = (mail?.attachments ?? []).map((one) =>
    t('imports.read.attachment', {
      name: one.name || t('imports.read.no-name'),
      type: one.type || '?',
      size: size(one.bytes, locale),
    }),
  );
  const more = mail?.moreAttachments ?? 0;
  return [...named, ...(more > 0 ? [t('imports.read.more-attachments', { count: more })] : [])].join(' ; ');
}

function exportedText(read: ReadFile, { t }: Speech): string {
  if (read.what !== 'picture') return t('imports.as-it-is');
  if (!read.copy) return t('imports.nothing-stripped');
  return t('imports.stripped', { what: read.stripped.map((one) => t(`imports.stripped.${one}`)).join(', ') });
}
