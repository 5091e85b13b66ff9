import { expect, test } from '@jest/globals';
import { deliveryReportIn } from '../../domain/delivery-report.ts';
import { markOf, messageIdOf } from '../../domain/message-id.ts';
import { reportOf } from '../support/delivery-reports.ts';

const mail = 'tr-camliova.1/mail/form-person-mayor';

test('A report names the mail that came back by its Message-ID, and says why', () => {
  expect(deliveryReportIn(reportOf(mail))).toEqual({
    marks: [markOf(mail)],
    failed: true,
    diagnostic: '5.1.1; smtp; 550 5.1.1 no such mailbox',
  });
});

test('A mail that is only delayed has not come back', () => {
  const report = reportOf(mail, { action: 'delayed', status: '4.2.2' });
  expect(deliveryReportIn(report)?.failed).toBe(false);
});

test('What is no report is not read as one, whatever it names', () => {
  expect(deliveryReportIn(`Subject: hello\n\nYour mail ${messageIdOf(mail, 'oasc.example')} was nice.`)).toBeNull();
});
