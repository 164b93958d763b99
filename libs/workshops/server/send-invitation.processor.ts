import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { dayIn } from '@uptake/kernel';
import { Clock, Settings } from '@uptake/platform/config';
import { JobProcessor, type Processes } from '@uptake/platform/jobs';
import { Mailer } from '@uptake/platform/mail';
import { dateInWords, sentence } from '@uptake/platform/words';
import { SendInvitation } from '@uptake/workshops/contracts';

interface Invitation {
  workshop_id: string;
  title: string;
  venue: string;
  starts_on: string;
  ends_on: string;
  time_zone: string;
  email: string;
  language: string;
}

/** Tells somebody that they were put on the list of a workshop, with a link to its page. Nobody is invited to what is over. */
@Injectable()
@JobProcessor(SendInvitation)
export class SendInvitationProcessor implements Processes<{ participantId: string }> {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async process({ participantId }: { participantId: string }): Promise<void> {
    const rows: Invitation[] = await this.dataSource.query(
      `SELECT workshop.id AS workshop_id, title, venue, starts_on::text, ends_on::text, workshop.time_zone, email, language
       FROM participant JOIN workshop ON workshop.id = workshop_id JOIN account ON account.id = account_id
       WHERE participant.id = $1 AND email IS NOT NULL`,
      [participantId],
    );
    const invitation = rows[0];
    if (!invitation || isOver(invitation, this.clock.now())) return;
    const { language, email, title, venue, starts_on, workshop_id } = invitation;
    const say = (key: string, params = {}) => sentence(language, `mail.invitation.${key}`, params);
    const day = dateInWords(language, starts_on);
    await this.mailer.send(email, {
      language,
      subject: say('subject', { title }),
      title,
      parts: [
        { kind: 'text', text: venue ? say('whenAndWhere', { day, venue }) : say('when', { day }) },
        { kind: 'text', text: say('body') },
        { kind: 'action', text: say('action'), url: `${this.settings.publicUrl}/workshops/${workshop_id}` },
      ],
      footer: sentence(language, 'mail.footer', { address: email }),
    });
  }
}

const isOver = ({ ends_on, time_zone }: Invitation, now: Date): boolean => ends_on < dayIn(time_zone, now);
