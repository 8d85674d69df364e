import { plural } from '../format';
import { area } from './area';

/** What a person was told within the house. */
export const notificationsWords = area('notifications', {
  title: 'Notifications',
  bell: (unread: number) =>
    unread === 0
      ? 'Notifications, all read'
      : plural(unread, { one: 'Notifications, # unread', other: 'Notifications, # unread' }),
  which: 'Which notifications',
  unread: 'Unread',
  all: 'All',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  isUnread: 'unread',
  next: 'next, previous notification',
  about: 'About',
  run: 'Open the run',
  failed: 'Your notifications did not load',
  failedHint: 'Nothing is lost, only this page cannot show them.',
  notRead: (why: string) => `Not marked as read: ${why}`,
  none: 'Nobody has told you anything yet',
  noneHint: 'Automations tell people with the action notify.user. What concerns you shows here.',
  noneUnread: 'You have read all of them',
  noneUnreadHint: 'What comes next shows here and at the bell.',
  older: 'Older ones',
});
