import * as z from 'zod';
import { type MailHours, readMailHours } from './mail-hours';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4200),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach Uptake; links in mails begin with it. */
  PUBLIC_URL: z.url().default('http://localhost:4200'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis://')
    .optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp://'),
  MAIL_FROM: z.string().default('Uptake <no-reply@uptake.example>'),
  /** Signs links; at least 32 characters. */
  UPTAKE_SECRET: z.string().min(32, 'must have at least 32 characters'),
  /** Proxies whose word about the visitor's address counts, as Fastify's `trustProxy` reads it: `loopback`, `uniquelocal`, addresses. */
  TRUSTED_PROXIES: z.string().default('loopback'),
  WEB_ROOT: z.string().optional(),
  /** Folder of the bundles that run in threads; beside the program itself, unless it runs unbundled. */
  THREADS_ROOT: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How often the reminder schedule looks for what is due, in seconds. */
  REMINDER_SWEEP_SECONDS: z.coerce.number().min(0.2).max(3600).default(60),
  /** When reminders may reach somebody, on their own clock: `08:00-19:00 mon-fri`, or `always`. */
  MAIL_HOURS: z
    .string()
    .default('08:00-19:00 mon-fri')
    .transform((text, { addIssue }) => {
      const hours = readMailHours(text);
      if (!hours) addIssue('must read like 08:00-19:00 mon-fri, or always');
      return hours ?? 'always';
    }),
});

type Parsed = z.infer<typeof schema>;

/** What the environment says, checked once at start. */
export class Settings {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly secret: string;
  readonly trustedProxies: string;
  readonly webRoot: string | undefined;
  readonly threadsRoot: string | undefined;
  readonly logLevel: Parsed['LOG_LEVEL'];
  readonly reminderSweepSeconds: number;
  readonly mailHours: MailHours | 'always';

  private constructor(parsed: Parsed) {
    this.port = parsed.PORT;
    this.host = parsed.HOST;
    this.publicUrl = parsed.PUBLIC_URL.replace(/\/$/, '');
    this.databaseUrl = parsed.DATABASE_URL;
    this.databasePool = parsed.DATABASE_POOL;
    this.redisUrl = parsed.REDIS_URL;
    this.smtpUrl = parsed.SMTP_URL;
    this.mailFrom = parsed.MAIL_FROM;
    this.secret = parsed.UPTAKE_SECRET;
    this.trustedProxies = parsed.TRUSTED_PROXIES;
    this.webRoot = parsed.WEB_ROOT;
    this.threadsRoot = parsed.THREADS_ROOT;
    this.logLevel = parsed.LOG_LEVEL;
    this.reminderSweepSeconds = parsed.REMINDER_SWEEP_SECONDS;
    this.mailHours = parsed.MAIL_HOURS;
  }

  /** @throws one sentence that names every variable that is wrong and why */
  static read(environment: NodeJS.ProcessEnv): Settings {
    const parsed = schema.safeParse(environment);
    if (parsed.success) return new Settings(parsed.data);
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`Uptake can't start: ${faults.join('; ')}. See docs/running.md for the settings.`);
  }

  /** Whether browsers reach Uptake by https, so that cookies can be `__Host-` and `Secure`. */
  get isSecure(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}
