import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { NamedAssignments } from '@uptake/assignments/contracts';
import { LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Toasts } from '@uptake/web/ui';
import { AssignNamed } from './assign-named';

const SOURCE = '0b8f4a52-7f0e-4a55-8c80-0f6c5a6d7e22';
const counted: NamedAssignments = { waiting: 97, bodies: 212, unnamed: 5, assigned: 0, may: { assign: true } };

/** Draws what there is to draw while a request is still without its answer; `settle` would wait for that. */
const draw = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

describe('assigning as named', () => {
  let api: HttpTestingController;

  const open = async (named: NamedAssignments) => {
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
      this.open = false;
    };
    TestBed.configureTestingModule({
      providers: [provideTesting(), { provide: LiveStreams, useValue: { join: () => () => undefined } }],
    });
    api = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(AssignNamed);
    fixture.componentRef.setInput('sourceId', SOURCE);
    const page = new PageView(fixture);
    await draw();
    api.expectOne(`/api/v1/sources/${SOURCE}/named-assignments`).flush(named);
    await page.settle();
    return page;
  };
  afterEach(() => TestBed.inject(Toasts).dismiss());

  it.each([
    ['those who may not assign', { ...counted, may: { assign: false } }],
    ['a source where nothing is left to assign', { ...counted, waiting: 0 }],
  ])('is not there for %s', async (_, named) => {
    expect((await open(named)).text).toBe('');
  });

  it('says beforehand what it will do, and does it with one date for all', async () => {
    const page = await open(counted);
    await page.press('Assign as named (97)');
    expect(page.text).toContain('97 recommendations have 212 named institutions between them.');
    expect(page.text).toContain('5 name nobody and stay as they are; none is assigned yet.');
    await page.fill(/^Report due on/, '2027-03-31');
    page.control('Assign them all').click();
    await draw();
    const sent = api.expectOne({ method: 'POST', url: '/api/v1/recommendations/assignments' });
    expect(sent.request.body).toEqual({ sourceId: SOURCE, as: 'named', dueOn: '2027-03-31', frequency: 'yearly' });
    sent.flush({ recommendations: 97, assignments: 212, skipped: [] });
    await draw();
    expect(TestBed.inject(Toasts).current()?.sentence).toBe('97 recommendations assigned: 212 parts in all.');
  });
});
