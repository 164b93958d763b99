import { HttpTestingController } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField, form } from '@angular/forms/signals';
import { PageView, provideTesting } from '@uptake/web/testing';
import { LabelledField } from '@uptake/web/ui';
import { InstitutionPicker, type PickedInstitution } from './institution-picker';

const POLICE = '9f3c1c9e-8f0a-4c53-9d4e-000000000001';
const DEFENCE = '9f3c1c9e-8f0a-4c53-9d4e-000000000002';
const record = { assigned: 0, leading: 0, due: 0, overdue: 0, implemented: 0, verified: 0 };
const row = (id: string, name: string) => ({ id, name, kind: 'ministry', parentId: null, parentName: null, record });

@Component({
  imports: [FormField, InstitutionPicker, LabelledField],
  template: `<ut-field label="Institution"><ut-institution-picker [taken]="taken" [formField]="form.institution" /></ut-field>`,
})
class Assigning {
  readonly taken = [DEFENCE];
  readonly model = signal<{ institution: PickedInstitution | null }>({ institution: null });
  readonly form = form(this.model);
}

describe('picking an institution', () => {
  let page: PageView;
  let assigning: Assigning;
  let api: HttpTestingController;

  const draw = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const type = async (letters: string) => {
    const field = page.field('Institution');
    field.value = letters;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    let [request] = api.match(({ url }) => url.startsWith('/api/v1/institutions'));
    while (!request) {
      await draw();
      [request] = api.match(({ url }) => url.startsWith('/api/v1/institutions'));
    }
    return request;
  };
  const press = async (key: string) => {
    page.field('Institution').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await page.settle();
  };
  const active = () => document.getElementById(page.field('Institution').getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    api = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(Assigning);
    document.body.append(fixture.nativeElement as HTMLElement);
    assigning = fixture.componentInstance;
    page = new PageView(fixture);
    await page.settle();
  });
  afterEach(() => document.body.replaceChildren());

  it('asks the directory for what was typed, and takes what the arrow keys chose', async () => {
    const request = await type('po');
    expect(request.request.url).toContain('q=po');
    request.flush({ items: [row(DEFENCE, 'Polar Fleet'), row(POLICE, 'Federal Police')], cursor: null, total: 2, facets: { kind: {} } });
    await page.settle();
    await press('ArrowDown');
    expect(active()).toBe('Federal Police');
    await press('Enter');
    expect(assigning.model().institution).toEqual({ id: POLICE, name: 'Federal Police' });
    expect(page.all('[role=option]')).toHaveLength(0);
  });

  it('does not take one that has a part already', async () => {
    const request = await type('pol');
    request.flush({ items: [row(DEFENCE, 'Polar Fleet')], cursor: null, total: 1, facets: { kind: {} } });
    await page.settle();
    expect(page.text).toContain('has a part already');
    await press('Enter');
    expect(assigning.model().institution).toBeNull();
  });

  it('forgets what was picked when somebody types on, and says when nothing fits', async () => {
    assigning.model.set({ institution: { id: POLICE, name: 'Federal Police' } });
    await page.settle();
    const request = await type('Federal Policemen');
    request.flush({ items: [], cursor: null, total: 0, facets: { kind: {} } });
    await page.settle();
    expect(assigning.model().institution).toBeNull();
    expect(page.text).toContain('No institution of the directory has such a name.');
  });
});
